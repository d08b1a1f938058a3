import { beforeAll, describe, expect, test } from "vitest";
import { askingPeople, personRow } from "../../worlds/registration/asking-people.ts";
import { shownRows } from "../../worlds/registration/listed-form.ts";
import {
  filled,
  type RegistrationSite,
  registrationSite,
} from "../../worlds/registration/registration-site.ts";

const FORM = "/en/register/world-day-2027";
const LIST =
  "Name;Position;Organisation;E-mail\nAsel Aman;Judge;Court;asel@example.org\nBota Serik;Clerk;Court;";
let site: RegistrationSite;
beforeAll(async () => {
  site = await registrationSite(askingPeople());
});

const registrationOf = async (email: string) => {
  const found = (await site.all()).find(({ contact }) => contact.email === email);
  if (!found) throw new Error(`Nobody is registered as ${email}.`);
  return found;
};
const answersAt = async (email: string, place = "partners") =>
  (await registrationOf(email)).bookings
    .find((each) => each.place === place)
    ?.participants.map(({ name, answers }) => [name, answers]);

/** A delegation of two whose list was read into rows, with what the rows still asked, confirmed; and its link. */
async function delegation(email: string) {
  const token = await site.formToken();
  site.pass(60);
  const typed = { email, coming: "others", place: "partners", delegation: LIST };
  const html = await (await site.send(FORM, filled(token, typed))).text();
  const rows = { ...shownRows(html), "person-1-answer-visa": "no", "person-2-answer-visa": "no" };
  const answer = await site.send(FORM, { ...filled(token, typed), delegation: "", ...rows });
  const link = await site.linkOf((await registrationOf(email)).id);
  await site.send(`${link}/verify`, {});
  return { html, answer, link };
}

describe("a delegation", () => {
  test("a delegation comes in whole from a list with positions, organisations and addresses", async () => {
    const { html, answer } = await delegation("list@example.org");
    expect(html).not.toContain("Not taken over");
    expect(answer.status).toBe(303);
    expect(await answersAt("list@example.org")).toEqual([
      ["Asel Aman", { position: "Judge", organisation: "Court", email: "asel@example.org", visa: "no" }],
      ["Bota Serik", { position: "Clerk", organisation: "Court", visa: "no" }],
    ]);
    const mails = (await site.mails()).filter(({ to }) => to === "asel@example.org");
    expect(mails).toEqual([]);
  });

  test("hears at a place without such fields what of its list was not taken over", async () => {
    const token = await site.formToken();
    site.pass(60);
    const typed = { email: "hall@example.org", coming: "others", place: "hall", delegation: LIST };
    const html = await (await site.send(FORM, filled(token, typed))).text();
    expect(html).toContain("Not taken over: Judge; Court; asel@example.org; Clerk");
  });

  test("corrects and withdraws each answer, and is told by mail which fields, not what stands in them", async () => {
    const { link } = await delegation("corrects@example.org");
    const page = await (await site.ask(link)).text();
    for (const shown of ["Position: Judge", "Organisation: Court", "About visa: No"])
      expect(page).toContain(shown);
    const seen = /action="[^"]*\/people"[\s\S]*?name="seen" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const rows = {
      ...personRow(1, "Asel Aman", { position: "President", organisation: "", email: "", visa: "no" }),
      ...personRow(2, "Bota Serik", { position: "Clerk", organisation: "Court", visa: "no" }),
    };
    const answer = await site.send(`${link}/people`, { place: "partners", seen, ...rows });
    expect(answer.headers.get("Location")).toBe(`${link}?done=mailed`);
    expect((await answersAt("corrects@example.org"))?.[0]).toEqual([
      "Asel Aman",
      { position: "President", visa: "no" },
    ]);
    const mail = (await site.mails()).findLast(({ to }) => to === "corrects@example.org");
    expect(mail).toMatchObject({ kind: "changed", details: ["people"] });
    expect(JSON.stringify(mail)).not.toContain("President");
    const late = await site.send(`${link}/people`, { place: "partners", seen, ...personRow(1, "Asel Aman") });
    expect(late.status).toBe(409);
  });

  test("is asked about somebody who comes instead, at the field, with everything typed", async () => {
    const { link } = await delegation("replaces@example.org");
    const rows = {
      ...personRow(1, "Erlan Omar", { visa: "yes" }),
      ...personRow(2, "Bota Serik", { position: "Clerk", visa: "no" }),
    };
    const answer = await site.send(`${link}/people`, { place: "partners", ...rows });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    for (const shown of [
      '<a href="#field-person-1-answer-position">Person 1, Position: Answer this question</a>',
      '<a href="#field-person-1-answer-arrival">Person 1, About arrival: Answer this question</a>',
      'value="Erlan Omar"',
      'id="field-person-1-answer-position"',
    ])
      expect(html).toContain(shown);
    expect((await answersAt("replaces@example.org"))?.map(([name]) => name)).toEqual([
      "Asel Aman",
      "Bota Serik",
    ]);
  });
});

test("whoever comes alone answers with the other questions, downloads the answer, and nothing is left of it", async () => {
  const email = "alone@example.org";
  const missing = await site.register({ email, place: "partners" });
  expect(missing.status).toBe(422);
  expect(await missing.text()).toContain(
    '<a href="#field-answer-position">Position: Answer this question</a>',
  );
  await site.register({
    email,
    place: "partners",
    "answer-position": "Judge of Almaty",
    "answer-visa": "no",
  });
  const { id } = await registrationOf(email);
  const link = await site.linkOf(id);
  const data = await (await site.ask(`${link}/data.json`)).json();
  expect(data.bookings[0].participants[0].answers).toEqual({ position: "Judge of Almaty", visa: "no" });
  await site.send(`${link}/verify`, {});
  await site.send(`${link}/delete`, { sure: "yes" });
  expect(JSON.stringify([await site.all(), await site.mails()])).not.toContain("Judge of Almaty");
});

test("a submission is corrected before it is confirmed, and keeps what its page does not send", async () => {
  const email = "unproven@example.org";
  await site.register({
    email,
    place: ["hall", "partners"],
    "answer-position": "Judge",
    "answer-visa": "no",
  });
  const link = await site.linkOf((await registrationOf(email)).id);
  expect(await (await site.ask(link)).text()).toContain('name="person-1-answer-position"');
  const emptied = { rows: "1", ...personRow(1, "Aigul Serik", { position: "" }) };
  expect((await site.send(`${link}/verify`, emptied)).status).toBe(422);
  const rows = { rows: "1", ...personRow(1, "Aigul Serik", { position: "President" }) };
  expect((await site.send(`${link}/verify`, rows)).status).toBe(303);
  expect(await answersAt(email)).toEqual([["Aigul Serik", { position: "President", visa: "no" }]]);
  expect(await answersAt(email, "hall")).toEqual([["Aigul Serik", undefined]]);
});

test("a place that is added asks each person, and books again with what was answered", async () => {
  const email = "adds@example.org";
  await site.register({ email, place: "hall" });
  const link = await site.linkOf((await registrationOf(email)).id);
  await site.send(`${link}/verify`, {});
  const asked = { place: "partners", ...personRow(1, "Aigul Serik", { position: "" }) };
  const missing = await (await site.send(`${link}/add-place`, asked)).text();
  expect(missing).toContain('href="#field-person-1-answer-visa"');
  const row = personRow(1, "Aigul Serik", { position: "Judge", visa: "no" });
  expect((await site.send(`${link}/add-place`, { place: "partners", ...row })).status).toBe(303);
  await site.send(`${link}/cancel`, { place: "partners", sure: "yes" });
  const page = await (await site.ask(link)).text();
  const again = /<input type="hidden" name="person-1-answer-position" value="Judge"/;
  expect(page).toMatch(again);
});
