import { beforeAll, expect, test } from "vitest";
import { EDGE_SECRET_HEADER } from "../../../functions/domain/edge-header.ts";
import { fc } from "../../worlds/documents/fast-check.ts";
import { SECRET } from "../../worlds/reading/early.ts";
import { type FormDoors, formDoors } from "../../worlds/reading/form-doors.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";
import {
  cookiesOf,
  filled,
  type RegistrationSite,
  registrationSite,
} from "../../worlds/registration/registration-site.ts";

const FORM = "/en/register/world-day-2027";
let site: RegistrationSite;
let doors: FormDoors;
let cookie: string;

beforeAll(async () => {
  site = await registrationSite(eventOf([placeOf("hall", { capacity: 50 })]));
  cookie = cookiesOf(await site.register()).Cookie ?? "";
  doors = await formDoors(site);
  site.pass(600);
});

const state = async () => JSON.stringify([await site.all(), await site.mails()]);
/** A text with one of its characters but the last (which has spare bits) changed, cut off, or said twice. */
const tampered = (text: string) =>
  fc
    .record({ at: fc.nat(text.length - 2), how: fc.constantFrom("other", "cut", "twice") })
    .map(({ at, how }) => {
      if (how === "cut") return text.slice(0, at);
      if (how === "twice") return `${text}${text.slice(at)}`;
      return `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
    });

const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const app = path.includes("/early/") ? doors.earlyApp : site.app;
  const all = { [EDGE_SECRET_HEADER]: SECRET, ...headers };
  return app.request(path, { method: "POST", headers: all, body: new URLSearchParams(fields) });
};
const FIELDS = { sure: "yes", place: "hall", email: "thief@example.org", code: "000000" };

test("a link with anything else in its token opens nothing at any door, and is answered alike", async () => {
  const before = await state();
  const paths = doors
    .in("en")
    .map(({ path }) => path)
    .filter((path) => /registration|early/.test(path));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), async (path, seed) => {
      const [, language, part = "", token = "", ...rest] = path.split("/");
      const [other = ""] = fc.sample(tampered(token), { seed, numRuns: 1 });
      if (other === "") return;
      const answer = await send(["", language, part, other, ...rest].join("/"), FIELDS);
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([404, []]);
    }),
    { numRuns: 40 },
  );
  expect(await state()).toBe(before);
});

test("a cookie with anything else in it is none, at every door that reads it", async () => {
  const before = await state();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("", "/resend", "/address"),
      tampered(cookie.slice("registered=".length)),
      async (door, value) => {
        const answer = await send(`${FORM}/sent${door}`, FIELDS, { Cookie: `registered=${value}` });
        expect([answer.status, (await answer.text()).includes("aigul@")]).toEqual([200, false]);
      },
    ),
    { numRuns: 30 },
  );
  expect(await state()).toBe(before);
});

test("a form token with anything else in it registers nobody, and a fresh one stands in the page", async () => {
  const form = await site.formToken();
  site.pass(60);
  await fc.assert(
    fc.asyncProperty(tampered(form), async (other) => {
      const answer = await send(FORM, { ...filled(other, { email: "new@example.org" }), confirmed: "yes" });
      const html = await answer.text();
      expect(answer.status).toBe(422);
      expect(/name="form" value="([^"]+)"/.exec(html)?.[1]).not.toBe(other);
    }),
    { numRuns: 20 },
  );
  expect(await site.all()).toHaveLength(1);
});
