import { beforeEach, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { HONEYPOT } from "../../../functions/domain/registration/form/form.ts";
import { documentKey } from "../../../functions/storage/newsroom/keys.ts";
import { shownRows } from "../../worlds/registration/listed-form.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";
import {
  cookiesOf,
  filled,
  type RegistrationSite,
  registrationSite,
} from "../../worlds/registration/registration-site.ts";
import { stored, storeItems } from "../../worlds/tables/stored.ts";

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

describe("the form", () => {
  test("leads whoever sends it to the page that says to look into the mail", async () => {
    const answer = await site.register();
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `${FORM}/sent`]);
    const page = await (await site.ask(`${FORM}/sent`, { headers: cookiesOf(answer) })).text();
    expect(page).toContain("aigul@example.org");
    expect((await site.one()).bookings.map(({ state }) => state)).toEqual(["unverified"]);
  });

  test("shows everything again that was typed, with what is wrong at the top and at its field", async () => {
    const answer = await site.register({
      email: "aigul@",
      phone: "+7 701 555 44 33",
      needs: "A ramp",
      agree: [],
    });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain("<title>Error: Register");
    expect(html).not.toContain("A ramp");
    for (const kept of ["aigul@", "+7 701 555 44 33", "Aigul Serik"]) expect(html).toContain(kept);
    for (const field of ["email", "needs-consent", "agree"]) {
      expect(html).toContain(`href="#field-${field}"`);
      expect(html).toContain(`id="field-${field}-error"`);
    }
    expect(await site.all()).toEqual([]);
  });

  test("does not name a place for invited people", async () => {
    expect(await (await site.ask(FORM)).text()).not.toContain("guests");
    const answer = await site.register({ place: "guests" });
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
    expect(await shown()).toContain("will not take place");
  });

  test("is not there while the page of its event is hidden, and takes nothing; what was registered stays", async () => {
    await site.register();
    const link = await site.linkOf((await site.one()).id);
    const form = await site.formToken();
    const gone = LANGUAGES.map((language) => {
      const path = `/${language}/events/world-day-2027`;
      const publishAt = "2026-09-01T04:00:00Z";
      return stored(documentKey(path), { kind: "gone", path, publishAt }, publishAt);
    });
    await storeItems(site.client, site.newsroom, gone);
    expect((await site.ask(FORM)).status).toBe(404);
    expect((await site.send(FORM, filled(form, { email: "other@example.org" }))).status).toBe(404);
    expect(await site.all()).toHaveLength(1);
    expect((await site.ask(link)).status).toBe(200);
  });

  test("takes a delegation from a file in the code page of Windows", async () => {
    const form = await site.formToken();
    site.pass(60);
    const body = new FormData();
    for (const [name, value] of Object.entries(filled(form, { coming: "others" })))
      body.append(name, String(value));
    const names = Buffer.from([0xc0, 0xe9, 0xe3, 0xf3, 0xeb, 0xfc, 0x0d, 0x0a, 0xc4, 0xe0, 0xed, 0xe0]); // «Айгуль», «Дана»
    body.append("delegation-file", new File([names], "people.csv"));
    const shown = await (await site.ask(FORM, { method: "POST", body })).text();
    expect(shown).toContain("We read 2 people from your list");
    const answer = await site.send(FORM, { ...filled(form, { coming: "others" }), ...shownRows(shown) });
    expect(answer.status).toBe(303);
    const [booking] = (await site.one()).bookings;
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
    expect((await site.register(odd)).status).toBe(303);
    for (const body of ["{", new Uint8Array([0, 255]), "a".repeat(600_000)])
      for (const type of ["application/json", "multipart/form-data; boundary=x", "multipart/form-data"]) {
        const init = { method: "POST", body, headers: { "Content-Type": type, Cookie: "registered=%%%" } };
        for (const path of [FORM, `${FORM}/sent`, `${FORM}/sent/address`, "/en/registration/x/verify"])
          expect((await site.ask(path, init)).status).toBeLessThan(500);
      }
  });

  test("shows more rows of people without losing those that were typed", async () => {
    const html = await (await site.register({ more: "yes", rows: "3", "person-1-name": "Dana" })).text();
    expect(html).toContain('name="person-6-name"');
    expect(html).toContain('value="Dana"');
  });
});

describe("nobody is discarded", () => {
  test.each([
    ["a filled honeypot", { [HONEYPOT]: "filled by a program" }, 60, "nobody sees was filled"],
    ["a form that came too fast", {}, 1, "The form was sent unusually fast"],
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
    const answer = await site.register({}, { "Sec-Fetch-Site": "cross-site" });
    expect([answer.status, await site.all()]).toEqual([422, []]);
  });
});

describe("one registration", () => {
  test("comes of the same form sent twice", async () => {
    const form = await site.formToken();
    site.pass(60);
    await Promise.all([1, 2, 3].map(() => site.send(FORM, filled(form))));
    await site.one();
  });

  test("follows a mistyped address when it is corrected, whoever has the wrong one", async () => {
    const answer = await site.register({ email: "aigul@exmaple.org" });
    site.pass(180);
    const before = await site.one();
    const old = await site.linkOf(before.id);
    await site.send(`${FORM}/sent/address`, { email: "aigul@example.org" }, cookiesOf(answer));
    expect((await site.one()).contact.email).toBe("aigul@example.org");
    expect((await site.ask(old)).status).toBe(404);
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
