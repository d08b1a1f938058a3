import { beforeEach, describe, expect, test } from "vitest";
import { HONEYPOT } from "../../functions/domain/registration/form.ts";
import { codeOf, tokenText } from "../../functions/domain/registration/token.ts";
import { cancel, verify } from "../../functions/workflows/registration/self-service.ts";
import { eventOf, placeOf, SEAL } from "../worlds/registering.ts";
import { cookiesOf, filled, type RegistrationSite, registrationSite } from "../worlds/registration-site.ts";

const FORM = "/en/register/world-day-2027";
let site: RegistrationSite;

beforeEach(async () => {
  const event = eventOf([
    placeOf("hall", { capacity: 2 }),
    placeOf("press", { audience: "press", approval: true }),
    placeOf("guests", { audience: "invitation" }),
  ]);
  site = await registrationSite(event);
});

/** Opens the form, waits as long as a person types, and sends it. */
async function register(changes: Record<string, string | readonly string[]> = {}, headers = {}) {
  const form = await site.formToken();
  site.pass(60);
  return site.send(FORM, filled(form, changes), headers);
}

const onlyOne = async () => {
  const [registration, ...more] = await site.all();
  if (!registration || more.length > 0) throw new Error(`There are ${more.length + 1} registrations.`);
  return registration;
};

describe("the form", () => {
  test("leads whoever sends it to the page that says to look into the mail", async () => {
    const answer = await register();
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `${FORM}/sent`]);
    const page = await (await site.ask(`${FORM}/sent`, { headers: cookiesOf(answer) })).text();
    expect(page).toContain("aigul@example.org");
    expect((await onlyOne()).bookings.map(({ state }) => state)).toEqual(["unverified"]);
  });

  test("shows everything again that was typed, with what is wrong at the top and at its field", async () => {
    const answer = await register({ email: "aigul@", phone: "+7 701 555 44 33", needs: "A ramp", agree: [] });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain("<title>Error: Register");
    for (const kept of ["aigul@", "+7 701 555 44 33", "A ramp", "Aigul Serik"]) expect(html).toContain(kept);
    for (const field of ["email", "needs-consent", "agree"]) {
      expect(html).toContain(`href="#field-${field}"`);
      expect(html).toContain(`id="field-${field}-error"`);
    }
    expect(await site.all()).toEqual([]);
  });

  test("does not name a place for invited people", async () => {
    expect(await (await site.ask(FORM)).text()).not.toContain("guests");
    const answer = await register({ place: "guests" });
    expect(answer.status).toBe(422);
  });

  test("says from when one can register, and that it is closed, past or cancelled", async () => {
    const event = eventOf([placeOf("hall", { opens: "2027-06-02T05:00:00Z" })]);
    site = await registrationSite(event);
    const shown = async () => (await site.ask(FORM)).text();
    expect(await shown()).toContain("Registration opens on 2 June 2027, 10:00");
    site.now = Date.parse("2027-07-29T13:00:00Z");
    expect(await shown()).toContain("Registration has closed");
    site.now = Date.parse("2027-08-01T13:00:00Z");
    expect(await shown()).toContain("The event is over");
    site = await registrationSite({ ...event, status: "cancelled" });
    expect(await shown()).toContain("does not take place");
  });

  test("takes a delegation from a file in the code page of Windows", async () => {
    const form = await site.formToken();
    site.pass(60);
    const body = new FormData();
    for (const [name, value] of Object.entries(filled(form, { coming: "others" })))
      body.append(name, String(value));
    const names = Buffer.from([0xc0, 0xe9, 0xe3, 0xf3, 0xeb, 0xfc, 0x0d, 0x0a, 0xc4, 0xe0, 0xed, 0xe0]); // «Айгуль», «Дана»
    body.append("delegation-file", new File([names], "people.csv"));
    expect((await site.ask(FORM, { method: "POST", body })).status).toBe(303);
    const [booking] = (await onlyOne()).bookings;
    expect(booking?.participants.map(({ name }) => name)).toEqual(["Айгуль", "Дана"]);
  });

  test("takes fields of any name, and what is no form, without a fault", async () => {
    const odd = {
      constructor: "x",
      __proto__: "y",
      toString: ["a", "b"],
      "answer-__proto__": "z",
      "person-1-name": "Dana",
    };
    expect((await register(odd)).status).toBe(303);
    for (const body of ["{", new Uint8Array([0, 255]), "a".repeat(600_000)])
      for (const type of ["application/json", "multipart/form-data; boundary=x", "multipart/form-data"]) {
        const init = { method: "POST", body, headers: { "Content-Type": type, Cookie: "registered=%%%" } };
        for (const path of [FORM, `${FORM}/sent`, `${FORM}/sent/address`, "/en/registration/x/verify"])
          expect((await site.ask(path, init)).status).toBeLessThan(500);
      }
  });

  test("shows more rows of people without losing those that were typed", async () => {
    const html = await (await register({ more: "yes", rows: "3", "person-1-name": "Dana" })).text();
    expect(html).toContain('name="person-6-name"');
    expect(html).toContain('value="Dana"');
  });
});

describe("nobody is discarded", () => {
  test.each([
    ["a filled honeypot", { [HONEYPOT]: "filled by a program" }, 60, "nobody sees was filled"],
    ["a form that came too fast", {}, 1, "That was very fast"],
    ["a form that was open for a day", {}, 86_400, "open for a long time"],
    ["a form that we did not make", { form: "x" }, 60, "open for a long time"],
  ])(
    "%s is shown again with everything in it, and is taken by the second button",
    async (_, changes, seconds, said) => {
      const form = await site.formToken();
      site.pass(seconds);
      const first = await site.send(FORM, filled(form, changes));
      const html = await first.text();
      expect([first.status, await site.all()]).toEqual([422, []]);
      expect(html).toContain(said);
      expect(html).toContain('value="aigul@example.org"');
      const again = /name="form" value="([^"]+)"/.exec(html)?.[1] ?? "";
      const second = await site.send(FORM, filled(again, { ...changes, form: again, confirmed: "yes" }));
      expect([second.status, (await site.all()).length]).toEqual([303, 1]);
    },
  );

  test("a form that another site sends is shown and not taken", async () => {
    const answer = await register({}, { "Sec-Fetch-Site": "cross-site" });
    expect([answer.status, await site.all()]).toEqual([422, []]);
  });

  test("a network that sends more than one may is told to wait, and keeps what it typed", async () => {
    site = await registrationSite(eventOf([placeOf("hall", { capacity: 50 })]), { limit: 2 });
    await register({ email: "one@example.org" });
    await register({ email: "two@example.org" });
    const third = await register({ email: "three@example.org" });
    expect(third.status).toBe(429);
    expect(await third.text()).toContain("three@example.org");
  });
});

describe("one registration", () => {
  test("comes of the same form sent twice", async () => {
    const form = await site.formToken();
    site.pass(60);
    await Promise.all([1, 2, 3].map(() => site.send(FORM, filled(form))));
    await onlyOne();
  });

  test("follows a mistyped address when it is corrected, whoever has the wrong one", async () => {
    const answer = await register({ email: "aigul@exmaple.org" });
    site.pass(180);
    const before = await onlyOne();
    const old = await site.linkOf(before.id);
    await site.send(`${FORM}/sent/address`, { email: "aigul@example.org" }, cookiesOf(answer));
    expect((await onlyOne()).contact.email).toBe("aigul@example.org");
    expect((await site.ask(old)).status).toBe(404);
  });
});

describe("nothing tells whether an address is registered", () => {
  /** What a browser sees of a submission and of everything that it can do afterwards. */
  async function seen(email: string) {
    const answer = await register({ email });
    const cookie = cookiesOf(answer);
    const parts: unknown[] = [];
    const note = async (each: Response) => {
      const headers = [...each.headers].filter(([name]) => name !== "set-cookie");
      parts.push(
        each.status,
        headers,
        (await each.text()).replaceAll(email, "ADDRESS").replace(/name="form" value="[^"]+"/, ""),
      );
    };
    await note(answer);
    await note(await site.ask(`${FORM}/sent`, { headers: cookie }));
    await note(await site.send(`${FORM}/sent`, { code: "000000" }, cookie));
    await note(await site.send(`${FORM}/sent/resend`, {}, cookie));
    await note(await site.ask(FORM));
    return { parts, cookie, answer };
  }

  test("not the answer, its headers, the page after it, a wrong code, or sending again", async () => {
    site = await registrationSite(
      eventOf([placeOf("hall", { capacity: 100 }), placeOf("press", { audience: "press" })]),
    );
    await register({ email: "known@example.org", place: "press", outlet: "Agency" });
    const known = await onlyOne();
    await verify(site.dependencies, { event: site.event, id: known.id });
    const registered = await seen("known@example.org");
    const unknown = await seen("other@example.org");
    expect(registered.parts).toEqual(unknown.parts);
  });

  test("not correcting it: what came under an address that is registered becomes a registration of its own", async () => {
    await register({ email: "known@example.org" });
    const known = await onlyOne();
    await verify(site.dependencies, { event: site.event, id: known.id });
    site.pass(600);
    const answer = await register({ email: "known@example.org", name: "Dana" });
    await site.send(`${FORM}/sent/address`, { email: "dana@example.org" }, cookiesOf(answer));
    const addresses = (await site.all()).map(({ contact }) => contact.email).sort();
    expect(addresses).toEqual(["dana@example.org", "known@example.org"]);
    expect(
      (await site.mails()).filter(({ to }) => to === "known@example.org").map(({ kind }) => kind),
    ).toEqual(["verify", "confirmed", "duplicate"]);
  });
});

describe("the link of a mail", () => {
  test("changes nothing when a program opens it, however often", async () => {
    await register();
    const before = await onlyOne();
    const link = await site.linkOf(before.id);
    for (const path of [link, `${link}/data.json`, `${link}/calendar.ics`])
      for (const method of ["GET", "HEAD", "GET"])
        expect((await site.ask(path, { method })).status).toBe(200);
    expect(await onlyOne()).toEqual(before);
  });

  test("verifies by its button, and by the code on the page that was left open", async () => {
    const answer = await register();
    const { id, token } = await onlyOne();
    const code = codeOf(await SEAL.open(token.sealed, id));
    const wrong = await site.send(
      `${FORM}/sent`,
      { code: code === "111111" ? "222222" : "111111" },
      cookiesOf(answer),
    );
    expect(wrong.status).toBe(422);
    const right = await site.send(
      `${FORM}/sent`,
      { code: `${code.slice(0, 3)} ${code.slice(3)}` },
      cookiesOf(answer),
    );
    expect(right.headers.get("Location")).toBe(await site.linkOf(id));
    const [booking] = (await onlyOne()).bookings;
    expect(booking?.state).toBe("confirmed");
  });

  test("opens nothing after five wrong codes but the link itself", async () => {
    const answer = await register();
    const { id, token } = await onlyOne();
    const code = codeOf(await SEAL.open(token.sealed, id));
    for (let n = 0; n < 5; n++) await site.send(`${FORM}/sent`, { code: "not it" }, cookiesOf(answer));
    expect((await site.send(`${FORM}/sent`, { code }, cookiesOf(answer))).status).toBe(422);
    await site.send(`${await site.linkOf(id)}/verify`, {});
    expect((await onlyOne()).bookings[0]?.state).toBe("confirmed");
  });

  test("is answered alike whether it never was, was cut off or was replaced", async () => {
    await register();
    const { id } = await onlyOne();
    const link = await site.linkOf(id);
    const last = link.endsWith("A") ? "B" : "A";
    const dead = ["/en/registration/x", `${link.slice(0, -1)}${last}`, link.slice(0, -5)];
    const pages = await Promise.all(dead.map(async (path) => (await site.ask(path)).text()));
    expect(new Set(pages).size).toBe(1);
  });

  test("asks before it cancels or deletes, and tells no other site where it stands", async () => {
    await register();
    const { id } = await onlyOne();
    const link = await site.linkOf(id);
    const asked = await site.send(`${link}/cancel`, { place: "hall" });
    expect(await asked.text()).toContain("Yes, cancel");
    expect((await onlyOne()).bookings[0]?.state).toBe("unverified");
    await site.send(`${link}/cancel`, { place: "hall", sure: "yes" });
    expect((await onlyOne()).bookings[0]?.state).toBe("cancelled");
    const deleted = await site.send(`${link}/delete`, { sure: "yes" });
    expect([deleted.status, await site.all()]).toEqual([200, []]);
    expect((await site.ask(link)).headers.get("Referrer-Policy")).toBe("no-referrer");
  });

  test("moves to a new address only once that one has used its own link", async () => {
    await register();
    const { id } = await onlyOne();
    const link = await site.linkOf(id);
    await site.send(`${link}/verify`, {});
    await site.send(`${link}/address`, { email: "new@example.org" });
    const asked = (await onlyOne()).addressChange;
    expect((await site.mails()).at(-1)).toMatchObject({ kind: "verify-address", to: "new@example.org" });
    expect((await onlyOne()).contact.email).toBe("aigul@example.org");
    const secret = await SEAL.open(asked?.token.sealed ?? "", id);
    const other = `/en/registration/${tokenText({ event: site.event.id, registration: id, secret })}`;
    expect(await (await site.ask(other)).text()).not.toContain("Delete my data");
    await site.send(`${other}/verify`, {});
    expect((await onlyOne()).contact.email).toBe("new@example.org");
    expect([(await site.ask(link)).status, (await site.ask(other)).status]).toEqual([404, 200]);
  });

  test("offers seats that others gave back, to be accepted or passed on", async () => {
    for (const email of ["one@example.org", "two@example.org", "three@example.org"]) {
      await register({ email });
      const found = (await site.all()).find(({ contact }) => contact.email === email);
      await verify(site.dependencies, { event: site.event, id: found?.id ?? "" });
    }
    const byAddress = async (email: string) =>
      (await site.all()).find(({ contact }) => contact.email === email);
    expect((await byAddress("three@example.org"))?.bookings[0]?.state).toBe("waitlisted");
    await cancel(
      site.dependencies,
      { event: site.event, id: (await byAddress("one@example.org"))?.id ?? "" },
      [],
    );
    const waiting = await byAddress("three@example.org");
    expect(waiting?.bookings[0]?.state).toBe("offered");
    const link = await site.linkOf(waiting?.id ?? "");
    expect(await (await site.ask(link)).text()).toContain("Accept the seats");
    await site.send(`${link}/accept`, { place: "hall" });
    expect((await byAddress("three@example.org"))?.bookings[0]?.state).toBe("confirmed");
  });
});

test("a caller who is not the edge learns nothing", async () => {
  expect((await site.app.request(FORM)).status).toBe(403);
});

test("the last second of the window is still open, and the next is not", async () => {
  site.now = Date.parse("2027-07-29T12:59:59Z");
  const fresh = await site.formToken();
  const last = await site.send(FORM, filled(fresh, { confirmed: "yes" }));
  expect(last.status).toBe(303);
  site.now = Date.parse("2027-07-29T13:00:00Z");
  const late = await site.send(FORM, filled(fresh, { confirmed: "yes", email: "late@example.org" }));
  expect([late.status, (await site.all()).length]).toEqual([422, 1]);
});
