import { beforeAll, describe, expect, test } from "vitest";
import { EDGE_SECRET_HEADER, HOST_HEADER } from "../../../functions/domain/edge-header.ts";
import { siteDocument } from "../../worlds/documents/documents.ts";
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
const OURS = new URL(siteDocument("en").address).origin;
const OTHER = "https://other.example";

/** What browsers say of a form that a page of another site sends. */
const ELSEWHERE: Record<string, Record<string, string>> = {
  "the fetch metadata alone": { "Sec-Fetch-Site": "cross-site" },
  "the fetch metadata, of a sibling of ours": { "Sec-Fetch-Site": "same-site", Origin: OURS },
  "the origin alone": { Origin: OTHER },
  "an origin that is withheld": { Origin: "null" },
  "an origin that only begins like ours": { Origin: `${OURS}.other.example` },
  "our host by another scheme": { Origin: OURS.replace("https:", "http:") },
  "an origin that is no address": { Origin: "https://" },
  both: { "Sec-Fetch-Site": "cross-site", Origin: OTHER },
  "an origin whatever the fetch metadata say": { "Sec-Fetch-Site": "same-origin", Origin: OTHER },
  "an origin that the edge was not asked under": { Origin: OTHER, [HOST_HEADER]: "newsroom.example.org" },
};

/** What they say of our own. */
const HERE: Record<string, Record<string, string>> = {
  "no header at all, as programs": {},
  "both, as browsers of today": { "Sec-Fetch-Site": "same-origin", Origin: OURS },
  "the origin alone, as Safari 15": { Origin: OURS },
  "the host that was asked, where a newsroom has two": {
    "Sec-Fetch-Site": "same-origin",
    Origin: "https://d111111abcdef8.cloudfront.net",
    [HOST_HEADER]: "d111111abcdef8.cloudfront.net",
  },
  "a loopback address with its port": { Origin: "http://127.0.0.1:3000", [HOST_HEADER]: "127.0.0.1:3000" },
};

let site: RegistrationSite;
let doors: FormDoors;
let cookie: Record<string, string>;

beforeAll(async () => {
  site = await registrationSite(eventOf([placeOf("hall", { capacity: 50 })]));
  cookie = cookiesOf(await site.register());
  doors = await formDoors(site);
});

/** Everything that could be changed, as it is stored. */
const state = async () => JSON.stringify([await site.all(), await site.mails()]);

describe("a form that a page of another site sends", () => {
  test.each(Object.entries(ELSEWHERE))(
    "changes nothing at any door and is answered with a page, by %s",
    async (_, headers) => {
      const before = await state();
      for (const { app, path } of doors.in("en")) {
        const body = new URLSearchParams({ email: "thief@example.org", sure: "yes", submission: "x" });
        const all = { [EDGE_SECRET_HEADER]: SECRET, ...cookie, ...headers };
        const answer = await app.request(path, { method: "POST", headers: all, body });
        const html = await answer.text();
        const refused = path.endsWith("/pass") ? [404] : [403, 422]; // this link opens no seat
        expect([path, refused.includes(answer.status), html.includes("<h1")]).toEqual([path, true, true]);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
      expect(await state()).toBe(before);
    },
  );

  test("is shown with all that it holds where it registers, and its own button registers", async () => {
    const form = await site.formToken();
    site.pass(60);
    const fields = filled(form, { email: "from-elsewhere@example.org" });
    const first = await site.send(FORM, fields, { Origin: OTHER });
    const html = await first.text();
    expect([first.status, html.includes("from another site")]).toEqual([422, true]);
    const again = { ...fields, confirmed: "yes" };
    expect((await site.send(FORM, again, { Origin: OURS })).status).toBe(303);
  });

  test("says at the other doors that nothing was done, in the reader's language", async () => {
    for (const [language, said] of [
      ["en", "another site, so nothing was done"],
      ["ru", "другого сайта, поэтому ничего не сделано"],
      ["kk", "Сұрау басқа сайттың бетінен келді"],
    ] as const)
      for (const { app, path } of doors.in(language)) {
        if (/\/early\/|\/pass$/.test(path) || /\/register\/[^/]+(?:\/list)?$/.test(path)) continue;
        const all = { [EDGE_SECRET_HEADER]: SECRET, ...cookie, Origin: OTHER };
        const answer = await app.request(path, { method: "POST", headers: all });
        expect([path, answer.status, (await answer.text()).includes(said)]).toEqual([path, 403, true]);
      }
  });
});

test.each(Object.entries(HERE))("a form of ours is taken at every door that names %s", async (_, headers) => {
  for (const { app, path } of doors.in("en").filter(({ path }) => !/delete|cancel|not-me/.test(path))) {
    const all = { [EDGE_SECRET_HEADER]: SECRET, ...cookie, ...headers };
    const answer = await app.request(path, { method: "POST", headers: all });
    expect([path, answer.status === 403]).toEqual([path, false]);
    expect((await answer.text()).includes("another site")).toBe(false);
  }
});

test("a link in a mail or on another site opens a page as ever", async () => {
  const headers = { ...cookie, "Sec-Fetch-Site": "cross-site" };
  expect((await site.ask(`${FORM}/sent`, { headers })).status).toBe(200);
});
