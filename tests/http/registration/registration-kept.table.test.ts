import { beforeEach, expect, test } from "vitest";
import { shownRows } from "../../worlds/registration/listed-form.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";
import {
  filled,
  type RegistrationSite,
  registrationSite,
} from "../../worlds/registration/registration-site.ts";

const FORM = "/en/register/world-day-2027";
const QUESTION = { kind: "text", required: true, places: ["press"], options: [], keepDays: 30 } as const;
let site: RegistrationSite;
let link: string;

/** Someone who comes to the hall of three, and has verified. */
beforeEach(async () => {
  const places = [
    placeOf("hall", { capacity: 3 }),
    placeOf("press", { audience: "press", approval: true }),
    placeOf("guests", { audience: "invitation" }),
  ];
  const questions = [{ id: "story", ...QUESTION, places: ["press"], options: [] }];
  const event = eventOf(places, { questions });
  const words = event.words.map((each) => ({
    ...each,
    questions: { story: { label: "Your story", purpose: "To plan interviews.", options: {} } },
  }));
  site = await registrationSite({ ...event, words });
  await registered("aigul@example.org");
  link = await linkOf("aigul@example.org");
  await site.send(`${link}/verify`, {});
});

const registered = (email: string, changes: Record<string, string | readonly string[]> = {}) =>
  site.register({ email, ...changes });

const registrationOf = async (email: string) =>
  (await site.all()).find(({ contact }) => contact.email === email);
const linkOf = async (email: string) => site.linkOf((await registrationOf(email))?.id ?? "");
const bookings = async () => (await registrationOf("aigul@example.org"))?.bookings ?? [];

const THREE = {
  "person-1-name": "Aigul Serik",
  "person-2-name": "Dana",
  "person-3-name": "Erlan",
  rows: "4",
};

test("people for whom there are no seats stay typed, and the field says what is the matter", async () => {
  await registered("one@example.org", { coming: "others", "person-1-name": "One", "person-2-name": "Two" });
  const answer = await site.send(`${link}/people`, { place: "hall", ...THREE });
  const html = await answer.text();
  expect(answer.status).toBe(409);
  expect(html).toContain("There are not enough seats left");
  for (const name of ["Dana", "Erlan"]) expect(html).toContain(`value="${name}"`);
  expect((await bookings())[0]?.participants.length).toBe(1);
});

test("a place for the press is added with the outlet and the answers that its form asks for", async () => {
  const missing = await site.send(`${link}/add-place`, { place: "press", ...THREE });
  const html = await missing.text();
  expect(missing.status).toBe(422);
  for (const field of ["outlet", "answer-story"]) expect(html).toContain(`id="field-${field}-error"`);
  expect(html).toContain('value="Erlan"');
  const fields = { place: "press", ...THREE, outlet: "Agency", "answer-story": "Shelters" };
  const added = await site.send(`${link}/add-place`, fields);
  expect(added.headers.get("Location")).toBe(`${link}?done=mailed`);
  expect((await bookings()).map(({ state }) => state)).toEqual(["confirmed", "pending"]);
  const { contact, answers } = (await registrationOf("aigul@example.org")) ?? {};
  expect([contact?.outlet, answers]).toEqual(["Agency", { story: "Shelters" }]);
});

test("more rows can be asked for when a place is added", async () => {
  const html = await (await site.send(`${link}/add-place`, { place: "press", ...THREE, more: "yes" })).text();
  expect(html).toContain('name="person-7-name"');
  expect(html).toContain('value="Erlan"');
});

test("someone who is registered and then invited can add the place of the invitation", async () => {
  site.pass(600);
  expect(await (await site.ask(link)).text()).not.toContain('value="guests"');
  const invited = await site.invitation("guests");
  expect((await registered("aigul@example.org", { place: "guests", invitation: invited })).status).toBe(303);
  expect(await (await site.ask(link)).text()).toContain('value="guests"');
  await site.send(`${link}/add-place`, { place: "guests", "person-1-name": "Aigul Serik" });
  expect((await bookings()).map(({ place, state }) => `${place} ${state}`)).toEqual([
    "hall confirmed",
    "guests confirmed",
  ]);
});

test("an invitation survives the change of language", async () => {
  const invited = await site.invitation("guests");
  const html = await (await site.ask(`${FORM}?invitation=${invited}`)).text();
  expect(html).toContain(`/ru/register/world-day-2027?invitation=${invited}`);
});

test("what stands at the address of an action leads back to the page, and changes nothing", async () => {
  for (const action of ["cancel", "delete", "people"]) {
    const answer = await site.ask(`${link}/${action}`);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, link]);
  }
  for (const action of ["resend", "address"])
    expect((await site.ask(`${FORM}/sent/${action}`)).headers.get("Location")).toBe(`${FORM}/sent`);
  expect((await bookings())[0]?.state).toBe("confirmed");
});

test("deleting everything takes the entry out of calendars, and says goodbye", async () => {
  await site.send(`${link}/delete`, { sure: "yes" });
  const [cancelled, erased] = (await site.mails()).slice(-2);
  expect([cancelled?.kind, cancelled?.booking?.state, erased?.kind]).toEqual([
    "cancelled",
    "cancelled",
    "erased",
  ]);
  expect(cancelled?.booking?.calendar?.sequence).toBe(1);
});

test("a file that is no list is told at its field, and a list that was sent before is not taken twice", async () => {
  const form = await site.formToken();
  site.pass(60);
  const send = (file: File, delegation = "") => {
    const body = new FormData();
    const fields = filled(form, { email: "new@example.org", coming: "others", delegation });
    for (const [name, value] of Object.entries(fields)) body.append(name, String(value));
    body.append("delegation-file", file);
    return site.ask(FORM, { method: "POST", body });
  };
  const noList = await send(new File([new Uint8Array(100_000)], "people.xlsx"), "Dana");
  const html = await noList.text();
  expect(noList.status).toBe(422);
  expect(html).toContain('id="field-delegation-file-error"');
  expect(html).toContain(">Dana</textarea>");
  const list = await send(new File(["Dana\nErlan\n"], "people.csv"), "Dana\r\nErlan\r\n");
  const rows = shownRows(await list.text());
  const sent = { ...filled(form, { email: "new@example.org", coming: "others" }), ...rows };
  expect((await site.send(FORM, sent)).status).toBe(303);
  const [booking] = (await registrationOf("new@example.org"))?.bookings ?? [];
  expect(booking?.participants.map(({ name }) => name)).toEqual(["Dana", "Erlan"]);
});

test("what else was typed is shown, and what someone needs can be taken back by itself", async () => {
  await registered("needy@example.org", {
    phone: "+7 701 000 00 00",
    needs: "A ramp",
    "needs-consent": "yes",
  });
  const own = await linkOf("needy@example.org");
  const html = await (await site.ask(own)).text();
  for (const shown of ["+7 701 000 00 00", "A ramp"]) expect(html).toContain(shown);
  const answer = await site.send(`${own}/forget-needs`, {});
  expect(answer.headers.get("Location")).toBe(`${own}?done=forgotten`);
  expect(await registrationOf("needy@example.org")).not.toHaveProperty("needs");
});

test("a form that is corrected within a second of being shown again is not taken for a program's", async () => {
  const form = await site.formToken();
  site.pass(60);
  const first = await site.send(FORM, filled(form, { email: "quick@example.org", agree: [] }));
  const again = /name="form" value="([^"]+)"/.exec(await first.text())?.[1] ?? "";
  site.pass(1);
  expect((await site.send(FORM, filled(again, { email: "quick@example.org" }))).status).toBe(303);
});

const FOUR = Object.fromEntries(["A", "B", "C", "D"].map((name, i) => [`person-${i + 1}-name`, name]));

test("more people than a place has seats are told at the places, since they would wait in vain", async () => {
  const answer = await registered("four@example.org", { coming: "others", ...FOUR });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("has 3 seats in all");
});
