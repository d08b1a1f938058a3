import { beforeEach, expect, test } from "vitest";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import { USUAL_AMOUNTS } from "../../../functions/storage/registrations/limits.ts";
import { verify } from "../../../functions/workflows/registration/self-service.ts";
import { atScale } from "../../worlds/documents/scale.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";
import {
  cookiesOf,
  filled,
  type RegistrationSite,
  registrationSite,
} from "../../worlds/registration/registration-site.ts";

const FORM = "/en/register/world-day-2027";
let site: RegistrationSite;

beforeEach(async () => {
  site = await registrationSite(
    eventOf([
      placeOf("hall", { capacity: 100 }),
      placeOf("press", { audience: "press", approval: true }),
      placeOf("guests", { audience: "invitation" }),
    ]),
  );
});

/** Someone who has verified this address. */
async function known(email: string): Promise<Registration> {
  await site.register({ email, place: "press", outlet: "Agency" });
  const found = (await site.all()).find(({ contact }) => contact.email === email);
  if (!found) throw new Error(`${email} is not registered.`);
  await verify(site.dependencies, { event: site.event, id: found.id });
  site.pass(600);
  return found;
}

/** Kinds of the mails to an address, in their order. */
const mailsTo = async (email: string) =>
  (await site.mails()).filter(({ to }) => to === email).map(({ kind }) => kind);

/** What a browser sees, without what is other every time. */
async function noted(answer: Response, email: string): Promise<unknown[]> {
  const headers = [...answer.headers].filter(([name]) => name !== "set-cookie");
  const html = (await answer.text()).replaceAll(email, "ADDRESS").replace(/name="form" value="[^"]+"/, "");
  return [answer.status, headers, html];
}

/** Whether a step is taken with the cookie of the last answer that set one, as a browser does. */
interface Step {
  readonly path: string;
  readonly fields?: Record<string, string>;
  readonly after?: number;
}

/** Submits under an address and then takes the steps: all that is to be seen of it. */
async function seen(email: string, steps: readonly Step[], changes: Record<string, string> = {}) {
  const answer = await site.register({ email, ...changes });
  let cookie = cookiesOf(answer);
  const parts = [await noted(answer, email)];
  for (const { path, fields, after = 0 } of steps) {
    site.pass(after);
    const next = fields ? await site.send(path, fields, cookie) : await site.ask(path, { headers: cookie });
    if (next.headers.getSetCookie().length > 0) cookie = cookiesOf(next);
    parts.push(await noted(next, email));
  }
  return parts;
}

const SENT = `${FORM}/sent`;
const LOOK: Step = { path: SENT };
const code: Step = { path: SENT, fields: { code: "000000" } };
const resend: Step = { path: `${SENT}/resend`, fields: {} };
const correct = (email: string, after = 0): Step => ({ path: `${SENT}/address`, fields: { email }, after });

test.each<[string, Step[]]>([
  ["looking", [LOOK, { path: FORM }]],
  ["six wrong codes", [code, code, code, code, code, code]],
  ["asking for the mail again, at once and later", [resend, LOOK, { ...resend, after: 121 }, LOOK]],
  ["correcting the address at once", [correct("own@example.org"), LOOK, code, resend]],
  [
    "correcting it later, and once more",
    [correct("own@example.org", 300), correct("own2@example.org", 9000), LOOK],
  ],
  ["correcting it when the time is over", [correct("own@example.org", 4 * 3600), LOOK]],
])("%s tells nothing of whether an address is registered, or submitted already", async (_, steps) => {
  await known("known@example.org");
  const registered = await seen("known@example.org", steps);
  const mails = [await mailsTo("own@example.org"), await mailsTo("own2@example.org")];
  site = await registrationSite(site.event);
  expect(await seen("other@example.org", steps)).toEqual(registered);
  expect([await mailsTo("own@example.org"), await mailsTo("own2@example.org")]).toEqual(mails);
  site = await registrationSite(site.event);
  for (let n = 1; n <= 5; n++) await site.register({ email: "often@example.org" });
  expect(await seen("often@example.org", steps)).toEqual(registered);
  expect([await mailsTo("own@example.org"), await mailsTo("own2@example.org")]).toEqual(mails);
});

test.each(["known", "other"])(
  "one's own registration that is corrected to %s@ looks the same from its own link, and its address is free again",
  async (whose) => {
    await known("known@example.org");
    const answer = await site.register({ email: "own@example.org" });
    const own = (await site.all()).find(({ contact }) => contact.email === "own@example.org");
    const link = await site.linkOf(own?.id ?? "");
    await site.send(`${SENT}/address`, { email: `${whose}@example.org` }, cookiesOf(answer));
    expect((await site.ask(link)).status).toBe(404);
    site.pass(300);
    await site.register({ email: "own@example.org", name: "Dana" });
    expect(await mailsTo("own@example.org")).toEqual(["verify", "verify"]);
  },
);

test("many codes at the same moment are answered alike, whether or not there is anything to open", async () => {
  const statuses = async (email: string) => {
    const cookie = cookiesOf(await site.register({ email }));
    const codes = Array.from({ length: atScale(20, 60) }, () => site.send(SENT, { code: "000000" }, cookie));
    return new Set((await Promise.all(codes)).map(({ status }) => status));
  };
  await known("known@example.org");
  expect(await statuses("known@example.org")).toEqual(new Set([422]));
  expect(await statuses("other@example.org")).toEqual(new Set([422]));
});

test("many forms with one address are five submissions, and every answer is the same", async () => {
  site = await registrationSite(site.event, { mails: USUAL_AMOUNTS.mails }); // beyond that nothing is even tried
  const forms = await Promise.all(Array.from({ length: atScale(40, 200) }, () => site.formToken()));
  site.pass(60);
  const answers = await Promise.all(
    forms.map((form, n) => site.send(FORM, filled(form, { name: `Person ${n % 2}` }))),
  );
  const seenOf = answers.map(({ status, headers }) => `${status} ${headers.get("Location")}`);
  expect(new Set(seenOf)).toEqual(new Set([`303 ${SENT}`]));
  expect((await site.all()).length).toBe(5);
});

test("what came under an address that is registered becomes a registration of its own once that is corrected", async () => {
  await known("known@example.org");
  const answer = await site.register({ email: "known@example.org", name: "Dana" });
  await site.send(`${SENT}/address`, { email: "dana@example.org" }, cookiesOf(answer));
  const addresses = (await site.all()).map(({ contact }) => contact.email).sort();
  expect(addresses).toEqual(["dana@example.org", "known@example.org"]);
  expect(await mailsTo("known@example.org")).toEqual(["verify", "pending", "duplicate"]);
  expect(await mailsTo("dana@example.org")).toEqual(["verify"]);
});

test("a cookie that is none of ours, or of another event, is no cookie", async () => {
  const cookie = cookiesOf(await site.register({ email: "own@example.org" }));
  const other = await registrationSite(eventOf([placeOf("hall")]));
  const answers = [
    await other.send(`${SENT}/address`, { email: "x@example.org" }, cookie),
    await site.send(
      `${SENT}/address`,
      { email: "x@example.org" },
      { Cookie: `registered=${"a".repeat(2_900)}` },
    ),
    await site.send(`${SENT}/address`, { email: "x@example.org" }, { Cookie: "registered=%%%" }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await site.all()).map(({ contact }) => contact.email)).toEqual(["own@example.org"]);
});
