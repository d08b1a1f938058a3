import { beforeEach, describe, expect, test } from "vitest";
import { VIEWER_HEADER } from "../../../functions/domain/edge-header.ts";
import { secondsBetween } from "../../../functions/domain/instant.ts";
import { codeOf } from "../../../functions/domain/registration/links/token.ts";
import { WAIT_SECONDS } from "../../../functions/http/registration/admission.ts";
import { verify } from "../../../functions/workflows/registration/self-service.ts";
import { eventOf, placeOf, SEAL } from "../../worlds/registration/registration-events.ts";
import {
  cookiesOf,
  filled,
  type RegistrationSite,
  registrationSite,
} from "../../worlds/registration/registration-site.ts";
import { hiddenFields, secondForm } from "../../worlds/registration/second-form.ts";

const FORM = "/en/register/world-day-2027";
const SENT = `${FORM}/sent`;
/** Room of a network. */
const ROOM = 3;
const OTHER_NETWORK = { [VIEWER_HEADER]: "203.0.113.9" };
let site: RegistrationSite;

beforeEach(async () => {
  site = await registrationSite(eventOf([placeOf("hall", { capacity: 500 }), placeOf("stream")]), {
    limit: ROOM,
    mails: 1e6,
  });
});

let people = 0;
const someone = () => `person-${people++}@example.org`;
const registeredAs = async (email: string) =>
  (await site.all()).find(({ contact }) => contact.email === email);

/** Someone who registers, and verifies by what the mail says. */
async function verified(email = someone(), headers: Record<string, string> = {}) {
  const answer = await site.register({ email }, headers);
  const { id = "" } = (await registeredAs(email)) ?? {};
  if (id !== "") await verify(site.dependencies, { event: site.event, id });
  return { answer, id };
}

/** A program that fills in forms and verifies nothing, until it has used up its network's room. */
async function robot(tries = ROOM + 2): Promise<number[]> {
  const statuses = [];
  for (let n = 0; n < tries; n++) statuses.push((await site.register({ email: someone() })).status);
  return statuses;
}

describe("the room of a network", () => {
  test("is enough for any number of people who verify", async () => {
    const statuses = [];
    for (let n = 0; n < 4 * ROOM; n++) statuses.push((await verified()).answer.status);
    expect(statuses).toEqual(Array(4 * ROOM).fill(303));
  });

  test("grows with them, so that later many are on their way at once", async () => {
    for (let n = 0; n < 4; n++) await verified();
    expect(await robot(ROOM + 4)).toEqual(Array(ROOM + 4).fill(303));
  });

  test("is taken by forms with mistakes, wrong codes and links that open nothing", async () => {
    const cookie = cookiesOf(await site.register());
    expect((await site.register({ email: "" })).status).toBe(422);
    expect((await site.send(SENT, { code: "000000" }, cookie)).status).toBe(422);
    expect((await site.register({ email: someone() })).status).toBe(429);
    const other = { ...OTHER_NETWORK };
    for (let n = 0; n < ROOM; n++) await site.send(`/en/registration/${"a".repeat(75)}/verify`, {}, other);
    expect((await site.register({ email: someone() }, other)).status).toBe(429);
  });

  test("is not taken by pressing for more rows, by pages that are read, or by a code that is right", async () => {
    const cookie = cookiesOf(await site.register());
    const { id, token } = await site.one();
    const code = codeOf(await SEAL.open(token.sealed, id));
    for (let n = 0; n < 5; n++) {
      await site.register({ more: "yes" });
      await site.ask(`/en/registration/${"a".repeat(75)}`);
    }
    expect((await site.send(SENT, { code }, cookie)).status).toBe(303);
    expect(await robot(ROOM + 1)).toEqual(Array(ROOM + 1).fill(303)); // what it took, and one more
  });

  test("of one network is nothing that another can use up", async () => {
    expect((await robot()).at(-1)).toBe(429);
    expect((await site.register({ email: someone() }, OTHER_NETWORK)).status).toBe(303);
  });

  test("is there again for whoever verifies, as soon as a program has used it up", async () => {
    const early = await site.register({ email: someone() });
    await robot();
    const [{ id = "" } = {}] = await site.all();
    await verify(site.dependencies, { event: site.event, id });
    expect([early.status, (await site.register({ email: someone() })).status]).toEqual([303, 303]);
  });
});

describe("a hall that one network fills with forms that nobody verifies", () => {
  const SEATS = 40;
  const rows = Object.fromEntries(
    Array.from({ length: 20 }, (_, n) => [`person-${n + 1}-name`, `Guest ${"ABCDEFGHIJKLMNOPQRST"[n]}`]),
  );
  const delegation = (headers: Record<string, string> = {}) =>
    site.register({ email: someone(), coming: "others", rows: "20", ...rows }, headers);
  const minutesHeld = async () =>
    (await site.all())
      .map(
        ({ createdAt, bookings: [booking] }) => secondsBetween(createdAt, booking?.until ?? createdAt) / 60,
      )
      .sort((a, b) => a - b);

  beforeEach(async () => {
    const event = eventOf([placeOf("hall", { capacity: 500 })]);
    site = await registrationSite(event, { unprovenSeats: SEATS });
  });

  test("two delegations of one network hold seats for four hours, and what follows for half an hour", async () => {
    for (let n = 0; n < 4; n++) expect((await delegation()).status).toBe(303);
    expect(await minutesHeld()).toEqual([30, 30, 240, 240]);
    expect((await delegation(OTHER_NETWORK)).status).toBe(303);
    expect(await minutesHeld()).toEqual([30, 30, 240, 240, 240]);
  });

  test("a shorter hold is not lengthened by sending the form again or correcting its address", async () => {
    await delegation();
    await delegation();
    const last = { email: someone(), coming: "others", rows: "20", ...rows };
    const form = await site.formToken();
    site.pass(60);
    const cookie = cookiesOf(await site.send(FORM, filled(form, last)));
    const [first] = await minutesHeld();
    expect(first).toBe(30);
    site.pass(600);
    await site.send(FORM, filled(form, { ...last, name: "Aigul Serikkyzy" }));
    expect(await minutesHeld()).toEqual([30, 240, 240]);
    const corrected = await site.send(`${SENT}/address`, { email: someone() }, cookie);
    expect(corrected.status).toBe(303);
    expect(await minutesHeld()).toEqual([30, 240, 240]);
  });

  test("as many as verify hold their seats for the usual time", async () => {
    for (let n = 0; n < 4; n++) {
      await delegation();
      const unproven = (await site.all()).find(({ verifiedAt }) => verifiedAt === undefined);
      const minutes = unproven && secondsBetween(unproven.createdAt, unproven.bookings[0]?.until ?? "") / 60;
      expect(minutes).toBe(240);
      await verify(site.dependencies, { event: site.event, id: unproven?.id ?? "" });
    }
  });
});

test("the network of a submission is kept, hashed, until it is verified or over, and nowhere else", async () => {
  await site.register();
  const { id, network } = await site.one();
  expect(network).toMatch(/^\d{4}-\d\d-\d\d#[\w-]{22}$/);
  await verify(site.dependencies, { event: site.event, id });
  expect((await site.one()).network).toBeUndefined();
  const other = await verified();
  await site.register({ email: (await registeredAs("aigul@example.org"))?.contact.email ?? "" });
  expect((await site.all()).filter(({ network }) => network !== undefined)).toEqual([]);
  expect(other.id).not.toBe(id);
});

describe("beyond it", () => {
  /** Whoever comes after a program has used up the room. */
  const asked = async (email: string, changes: Record<string, string> = {}) => {
    const form = await site.formToken();
    site.pass(60);
    return { answer: await site.send(FORM, filled(form, { email, ...changes })), form };
  };

  test("the form is shown again with all that it holds, and its button leads through", async () => {
    await robot();
    const { answer } = await asked("aigul@example.org", {
      name: "Aigül “A” Serik",
      needs: "a ramp",
      "needs-consent": "yes",
    });
    const html = await answer.text();
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([429, String(WAIT_SECONDS)]);
    expect(html).toContain("wait five seconds");
    site.pass(WAIT_SECONDS);
    expect((await site.send(FORM, secondForm(html))).status).toBe(303);
    expect(await registeredAs("aigul@example.org")).toMatchObject({
      contact: { name: "Aigül “A” Serik" },
      needs: "a ramp",
    });
  });

  test("the button that is pressed too soon is shown once more, and works when the seconds are over", async () => {
    await robot();
    const { answer } = await asked("quick@example.org");
    const fields = secondForm(await answer.text());
    site.pass(WAIT_SECONDS - 1);
    const soon = await site.send(FORM, fields);
    expect(soon.status).toBe(429);
    site.pass(1);
    expect((await site.send(FORM, secondForm(await soon.text()))).status).toBe(303);
  });

  test("what the button carries is good for no other form, address, name, event or door, nor for long", async () => {
    await robot();
    const count = (await site.all()).length;
    const { answer } = await asked("one@example.org");
    const html = await answer.text();
    const fields = secondForm(html);
    const fresh = await site.formToken();
    site.pass(60);
    const others: Record<string, string>[] = [
      { form: fresh },
      { email: "two@example.org" },
      { name: "Somebody Else" },
      { proof: `${fields.proof}x` },
      { proof: String(fields.proof).replace(/^\d{4}/, "2020") },
      { proof: "x" },
    ];
    for (const each of others) expect((await site.send(FORM, { ...fields, ...each })).status).toBe(429);
    expect((await site.send(FORM.replace("en", "ru"), fields)).status).toBe(429);
    expect((await site.all()).length).toBe(count);
    site.pass(3_600);
    await robot(); // uses up the room of that hour, too
    expect((await site.send(FORM, fields)).status).toBe(429);
  });

  test("the same button pressed many times at once is one registration", async () => {
    await robot();
    const count = (await site.all()).length;
    const { answer } = await asked("double@example.org");
    const fields = secondForm(await answer.text());
    site.pass(WAIT_SECONDS);
    const answers = await Promise.all([1, 2, 3, 4].map(() => site.send(FORM, fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect((await site.all()).length).toBe(count + 1);
  });

  test("a crowd behind the address of a program gets through, each by one more button", async () => {
    await robot();
    const crowd = await Promise.all(Array.from({ length: 20 }, () => asked(someone())));
    site.pass(WAIT_SECONDS);
    const statuses = [];
    for (const { answer } of crowd) {
      const html = await answer.text();
      statuses.push(answer.status === 303 ? 303 : (await site.send(FORM, secondForm(html))).status);
    }
    expect(statuses).toEqual(Array(20).fill(303));
  });

  describe("whoever has submitted", () => {
    let cookie: Record<string, string>;
    let link: string;
    beforeEach(async () => {
      cookie = cookiesOf(await site.register());
      link = await site.linkOf((await site.one()).id);
      await robot();
      site.pass(300);
    });

    /** Presses a button, and the second one after some seconds; each with the status of its answer. */
    async function twice(path: string, fields: Record<string, string>) {
      const first = await site.send(path, fields, cookie);
      const carried = hiddenFields(await first.text());
      site.pass(WAIT_SECONDS);
      const second = await site.send(path, carried, cookie);
      return { statuses: [first.status, second.status], second, carried };
    }

    test("types the code and is confirmed", async () => {
      const registration = await registeredAs("aigul@example.org");
      const code = codeOf(await SEAL.open(registration?.token.sealed ?? "", registration?.id ?? ""));
      expect((await twice(SENT, { code })).statuses).toEqual([429, 303]);
      expect((await registeredAs("aigul@example.org"))?.verifiedAt).toBeDefined();
    });

    test("guesses no second code by the button of the first", async () => {
      const { statuses, carried } = await twice(SENT, { code: "000000" });
      expect(statuses).toEqual([429, 422]);
      expect((await site.send(SENT, { ...carried, code: "000001" }, cookie)).status).toBe(429);
    });

    test("has the mail sent again", async () => {
      const before = (await site.mails()).length;
      const { statuses, second } = await twice(`${SENT}/resend`, {});
      expect([statuses, second.headers.get("Location")]).toEqual([[429, 303], `${SENT}?done=resent`]);
      expect((await site.mails()).length).toBe(before + 1);
    });

    test("corrects the address, and to no other one by the same button", async () => {
      const { statuses, carried } = await twice(`${SENT}/address`, { email: "right@example.org" });
      expect([statuses, await registeredAs("right@example.org")]).toEqual([
        [429, 303],
        expect.objectContaining({ network: expect.any(String) }),
      ]);
      const other = { ...carried, email: "thief@example.org" };
      expect((await site.send(`${SENT}/address`, other, cookie)).status).toBe(429);
    });

    test("asks for another address behind the link", async () => {
      const email = "new@example.org";
      expect((await twice(`${link}/address`, { email })).statuses).toEqual([429, 303]);
      expect((await registeredAs("aigul@example.org"))?.addressChange?.email).toBe(email);
    });

    test("confirms by the link as ever", async () => {
      expect((await site.send(`${link}/verify`, {})).status).toBe(303);
    });
  });
});

test("a submission that is corrected from elsewhere counts for the network of the correction", async () => {
  const cookie = cookiesOf(await site.register());
  const first = (await site.one()).network;
  await site.send(`${SENT}/address`, { email: "right@example.org" }, { ...cookie, ...OTHER_NETWORK });
  expect((await site.one()).network).not.toBe(first);
});
