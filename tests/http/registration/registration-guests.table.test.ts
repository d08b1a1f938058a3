import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { SELF_ACTIONS } from "../../../functions/rendering/pages/registration/registration-page-facts.ts";
import { cancel, changePeople } from "../../../functions/workflows/registration/self-service.ts";
import { bookingOf, comer, countOf, registrationOf } from "../../worlds/registration/housekeeping.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";
import { type RegistrationSite, registrationSite } from "../../worlds/registration/registration-site.ts";

let site: RegistrationSite;
beforeAll(async () => {
  site = await registrationSite(
    eventOf([placeOf("hall", { capacity: 500 }), placeOf("stream", { mode: "online" })]),
  );
});

const HEAD = { name: "Bolat Omarov", email: "bolat.omarov@example.org", phone: "+7 701 000 00 00" };
const PEOPLE = [{ name: "Әйгүл Серікқызы" }, { name: "Дана Ержанова", badge: "Dana" }];
const linksIn = (html: string) =>
  [...html.matchAll(/https:\/\/[^\s<]*(\/en\/registration\/[\w-]{75}\/pass)\n?<\/textarea>/g)].map(
    ([, path = ""]) => path,
  );
const seenIn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? "";
const page = async (path: string) => (await site.ask(path)).text();

/** A delegation of two with a link each. */
async function delegation(at: RegistrationSite = site, places = ["hall"]) {
  const contact = { ...HEAD, email: `${randomUUID()}@example.org` };
  const of = await comer(at, { contact, people: PEOPLE, places });
  const own = await at.linkOf(of.id);
  await at.send(`${own}/guests`, { do: "make", place: "hall" });
  const links = async () => linksIn(await (await at.ask(`${own}/guests`)).text());
  const [first = "", second = ""] = await links();
  return { of, own, links, first, second };
}
const say = async (link: string, fields: Record<string, string>, at: RegistrationSite = site) => {
  const seen = seenIn(await (await at.ask(link)).text());
  return at.send(link, { seen, ...fields });
};

describe("a guest link", () => {
  test("shows event, place, time and the pass of one seat, and no name whoever opens it in which language", async () => {
    const { of, first, second } = await delegation();
    await say(second, { do: "badge", badge: "Daniyar" });
    const { participants } = await bookingOf(site, of);
    for (const link of [first, second])
      for (const language of LANGUAGES) {
        const html = await page(link.replace("/en/", `/${language}/`));
        for (const shown of [`World Day 2027 (${language})`, `Place hall (${language})`, "<svg"])
          expect(html).toContain(shown);
        for (const name of ["Bolat", "Omarov", 'example.org"', "+7 701", "Әйгүл", "Дана", "Dana", "Daniyar"])
          expect(html).not.toContain(name);
        const passes = participants.filter(({ pass }) => html.includes(pass));
        expect(passes).toHaveLength(1);
      }
    expect(participants.map(({ badge }) => badge)).toEqual([undefined, "Daniyar"]);
  });

  test("forwarded to thirty is one seat, and is the same page to each; looking changes nothing", async () => {
    const { of, first } = await delegation();
    const before = await registrationOf(site, of);
    const seats = await site.seats("hall");
    const pages = await Promise.all(Array.from({ length: 30 }, () => page(first)));
    expect(new Set(pages).size).toBe(1);
    expect(await registrationOf(site, of)).toEqual(before);
    expect(await site.seats("hall")).toEqual(seats);
  });

  test("opens nothing of the registration, and the registration's link opens no seat", async () => {
    const { of, own, first } = await delegation();
    const before = await registrationOf(site, of);
    const guest = first.replace("/pass", "");
    for (const under of ["", "/details", "/needs", "/guests", "/data.json", "/calendar.ics", "/cancel"])
      expect([under, (await site.ask(`${guest}${under}`)).status]).toEqual([under, 404]);
    for (const action of [...SELF_ACTIONS, "details", "needs", "guests"]) {
      const answer = await site.send(`${guest}/${action}`, { place: "hall", sure: "yes", do: "make" });
      expect([action, answer.status]).toEqual([action, 404]);
    }
    expect((await site.ask(`${own}/pass`)).status).toBe(404);
    expect((await site.send(`${own}/pass`, { do: "badge", badge: "X" })).status).toBe(404);
    expect(await registrationOf(site, of)).toEqual(before);
  });

  test("does nothing for a page of another site, and says so", async () => {
    const { of, first } = await delegation();
    const before = await registrationOf(site, of);
    const fields = { do: "not-coming", seen: seenIn(await page(first)) };
    const answer = await site.send(first, fields, { Origin: "https://other.example" });
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining("another site")]);
    expect(await registrationOf(site, of)).toEqual(before);
  });

  test("takes a badge name by the checks of every name, and never says what it is by now", async () => {
    const { of, first } = await delegation();
    const wrong = await say(first, { do: "badge", badge: "Buy at www.shop.example" });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('href="#field-badge"')]);
    expect(wrong.headers.get("Cache-Control")).toBe("private, no-cache");
    expect((await say(first, { do: "badge", badge: "" })).status).toBe(422);
    expect((await say(first, { do: "badge", badge: "Aigul" })).headers.get("Location")).toContain(
      "done=saved",
    );
    expect((await bookingOf(site, of)).participants[0]?.badge).toBe("Aigul");
  });

  test("answers a right guess of the name like a wrong one", async () => {
    const { first } = await delegation();
    const shown = [seenIn(await page(first))];
    for (const badge of ["Әйгүл Серікқызы", "Somebody Else", "Әйгүл Серікқызы"]) {
      const [stale = ""] = shown;
      const fresh = await say(first, { do: "badge", badge });
      expect(fresh.status).toBe(303);
      shown.push(seenIn(await page(first)));
      expect((await say(first, { do: "badge", badge, seen: stale })).status).toBe(409);
    }
    expect(new Set(shown).size).toBe(4);
  });

  test("says that its guest does not come: the contact is told, the seat stays theirs, and it can be taken back", async () => {
    const { of, own, first } = await delegation();
    const { taken } = await site.seats("hall");
    await say(first, { do: "not-coming" });
    expect(await site.seats("hall")).toMatchObject({ taken });
    expect(await countOf(site, "not-coming", of)).toBe(1);
    expect(await page(own)).toContain("says that they are not coming");
    expect(await page(first)).toContain("You have said that you are not coming");
    await say(first, { do: "coming" });
    expect((await bookingOf(site, of)).participants[0]).not.toHaveProperty("notComing");
    expect(await countOf(site, "not-coming", of)).toBe(1);
  });

  test("is refused from another site and after somebody with the same link was faster", async () => {
    const { of, first } = await delegation();
    const seen = seenIn(await page(first));
    await site.send(first, { do: "badge", badge: "X", seen }, { "Sec-Fetch-Site": "cross-site" });
    const answers = await Promise.all(
      ["One", "Two"].map((badge) => site.send(first, { do: "badge", badge, seen })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(["One", "Two"]).toContain((await bookingOf(site, of)).participants[0]?.badge);
  });
});

describe("whoever registered others", () => {
  test("renews and ends their links: what was passed on before opens nothing", async () => {
    const { of, own, links, first, second } = await delegation();
    const pass = (await bookingOf(site, of)).participants[0]?.pass ?? "";
    await site.send(`${own}/guests`, { do: "renew", pass, seen: "1" });
    const [renewed = ""] = await links();
    expect([(await site.ask(first)).status, (await site.ask(renewed)).status]).toEqual([404, 200]);
    expect((await site.send(`${own}/guests`, { do: "renew", pass, seen: "1" })).status).toBe(409);
    await site.send(`${own}/guests`, { do: "end", pass, seen: "2" });
    expect((await site.ask(renewed)).status).toBe(404);
    await site.send(`${own}/guests`, { do: "make", place: "hall" });
    const [again = "", kept = ""] = await links();
    expect(new Set([first, renewed, again]).size).toBe(3);
    expect(kept).toBe(second);
  });

  test("gets a text that names nobody, with plain links to WhatsApp and Telegram", async () => {
    const { own, first } = await delegation();
    const html = await page(`${own}/guests`);
    const [, whatsApp = ""] = /href="https:\/\/wa\.me\/\?text=([^"]+)"/.exec(html) ?? [];
    const [, telegram = ""] = /href="https:\/\/t\.me\/share\/url\?url=([^"&]+)&/.exec(html) ?? [];
    expect(decodeURIComponent(whatsApp)).toContain(first);
    expect(decodeURIComponent(telegram)).toContain(first);
    for (const { name } of [HEAD, ...PEOPLE]) expect(decodeURIComponent(whatsApp)).not.toContain(name);
    expect(html).not.toMatch(/<script|<img|<iframe/);
  });

  test("keeps a person's link when others change, and takes it with the seat", async () => {
    const { of, first, second } = await delegation();
    await changePeople(site.dependencies, of, { place: "hall", people: [PEOPLE[0] ?? { name: "" }] });
    expect([(await site.ask(first)).status, (await site.ask(second)).status]).toEqual([200, 404]);
    await cancel(site.dependencies, of, []);
    const html = await page(first);
    expect(html).toContain("not booked any more");
    expect(html).not.toContain("<svg");
    expect((await say(first, { do: "badge", badge: "X", seen: "x" })).status).toBe(409);
  });

  test("makes links for places with a door alone, since where one joins online is told to no link", async () => {
    const { own } = await delegation(site, ["hall", "stream"]);
    const html = await page(`${own}/guests`);
    expect(html).toContain("Place hall");
    expect(html).not.toContain("Place stream");
  });

  test("downloads everything but what opens it", async () => {
    const { own } = await delegation();
    const data = await page(`${own}/data.json`);
    expect(data).toContain("Дана Ержанова");
    expect(data).not.toMatch(/guest|hash/i);
  });
});

test("one seat is changed through its link a few times a day, and not once more", async () => {
  const limited = await registrationSite(eventOf([placeOf("hall", { capacity: 50 })]), { guests: 2 });
  const { first, second } = await delegation(limited);
  const statuses = [];
  for (const badge of ["A", "B", "C"])
    statuses.push((await say(first, { do: "badge", badge }, limited)).status);
  expect(statuses).toEqual([303, 303, 429]);
  expect((await say(second, { do: "badge", badge: "D" }, limited)).status).toBe(303);
});
