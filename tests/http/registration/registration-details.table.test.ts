import { beforeAll, describe, expect, test } from "vitest";
import { comer, registrationOf } from "../../worlds/registration/housekeeping.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";
import { type RegistrationSite, registrationSite } from "../../worlds/registration/registration-site.ts";

let site: RegistrationSite;
beforeAll(async () => {
  site = await registrationSite(eventOf([placeOf("hall", { capacity: 100 })]));
});

const seenIn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? "";
const mailsOf = async (id: string) => (await site.mails()).filter(({ registration }) => registration === id);

/** Somebody confirmed, with the pages behind their link. */
async function somebody() {
  const of = await comer(site);
  const link = await site.linkOf(of.id);
  const page = async (under: string) => (await site.ask(`${link}/${under}`)).text();
  return { of, link, page, seen: async (under: string) => seenIn(await page(under)) };
}
const DETAILS = { name: "Aigul Serik", phone: "+7 701 000 00 00", language: "kk" };

describe("the page for details", () => {
  test("saves what was typed, leads back to the registration, and mails the names of the fields alone", async () => {
    const { of, link, seen } = await somebody();
    const answer = await site.send(`${link}/details`, { ...DETAILS, seen: await seen("details") });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `${link}?done=mailed`]);
    expect(await registrationOf(site, of)).toMatchObject({
      language: "kk",
      contact: { phone: "+7 701 000 00 00" },
    });
    const [mail, ...more] = (await mailsOf(of.id)).filter(({ details }) => details !== undefined);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: "changed", language: "kk", details: ["phone", "language"] });
    expect(JSON.stringify(mail)).not.toContain("701 000");
  });

  test("mails nobody where nothing was changed, and changes nothing when it is looked at", async () => {
    const { of, link, page, seen } = await somebody();
    const before = await registrationOf(site, of);
    await page("details");
    await page("needs");
    const same = { name: "Aigul Serik", language: "en", seen: await seen("details") };
    const answer = await site.send(`${link}/details`, same);
    expect(answer.headers.get("Location")).toBe(`${link}?done=saved`);
    expect(await registrationOf(site, of)).toEqual(before);
  });

  test("keeps everything typed beside what is wrong", async () => {
    const { of, link, seen } = await somebody();
    const typed = { name: "", phone: "call me", organisation: "IOM & <friends>", language: "ru" };
    const answer = await site.send(`${link}/details`, { ...typed, seen: await seen("details") });
    const html = await answer.text();
    expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([422, "private, no-cache"]);
    for (const shown of [
      'value="call me"',
      "IOM &amp; &lt;friends>",
      'href="#field-name"',
      'href="#field-phone"',
    ])
      expect(html.replaceAll("&gt;", ">")).toContain(shown);
    expect(html).toMatch(/<option value="ru" selected/);
    expect((await registrationOf(site, of)).version).toBe(2);
  });

  test("tells a second tab what was changed meanwhile, keeps what it typed, and saves it when asked again", async () => {
    const { of, link, seen } = await somebody();
    const both = await seen("details");
    await site.send(`${link}/details`, { ...DETAILS, seen: both });
    const late = { ...DETAILS, phone: "+7 777 777 77 77" };
    const answer = await site.send(`${link}/details`, { ...late, seen: both });
    const html = await answer.text();
    expect(answer.status).toBe(409);
    for (const shown of ["+7 701 000 00 00", 'value="+7 777 777 77 77"', "Meanwhile these details"])
      expect(html).toContain(shown);
    expect((await registrationOf(site, of)).contact.phone).toBe("+7 701 000 00 00");
    await site.send(`${link}/details`, { ...late, seen: seenIn(html) });
    expect((await registrationOf(site, of)).contact.phone).toBe("+7 777 777 77 77");
  });

  test("of two tabs that save at the same moment, one is told that it lost", async () => {
    const { of, link, seen } = await somebody();
    const both = await seen("details");
    const answers = await Promise.all(
      ["1", "2"].map((n) =>
        site.send(`${link}/details`, { ...DETAILS, phone: `+7 701 000 00 0${n}`, seen: both }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await mailsOf(of.id)).filter(({ details }) => details !== undefined)).toHaveLength(1);
  });

  test("opens to no link to a new address, and does nothing that another site sends", async () => {
    const { of, link, seen } = await somebody();
    const fields = { ...DETAILS, seen: await seen("details") };
    const forged = await site.send(`${link}/details`, fields, { "Sec-Fetch-Site": "cross-site" });
    expect([forged.status, await forged.text()]).toEqual([403, expect.stringContaining("+7 701 000 00 00")]);
    expect((await registrationOf(site, of)).contact).not.toHaveProperty("phone");
    const other = `${link.slice(0, -4)}AAAA`;
    expect((await site.ask(`${other}/details`)).status).toBe(404);
    expect((await site.send(`${other}/needs`, { needs: "A ramp", "needs-consent": "yes" })).status).toBe(404);
  });
});

test("the people of a place are not overwritten by a page that was shown before they changed", async () => {
  const { of, link } = await somebody();
  const html = await (await site.ask(link)).text();
  const [, seen = ""] = /\/people"[\s\S]*?name="seen" value="([^"]+)"/.exec(html) ?? [];
  const change = (name: string) =>
    site.send(`${link}/people`, { place: "hall", rows: "1", "person-1-name": name, seen });
  expect((await change("Dana")).status).toBe(303);
  expect((await change("Dana")).status).toBe(303);
  const late = await change("Marat");
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('value="Marat"')]);
  expect((await registrationOf(site, of)).bookings[0]?.participants.map(({ name }) => name)).toEqual([
    "Dana",
  ]);
});

describe("the page for what someone needs", () => {
  test("is told with a consent of its own, corrected and withdrawn, and stands in no mail", async () => {
    const { of, link, page, seen } = await somebody();
    const told = (needs: string, consent: string, under: string) =>
      site.send(`${link}/needs`, { needs, "needs-consent": consent, seen: under });
    const without = await told("A ramp", "", await seen("needs"));
    expect([without.status, await without.text()]).toEqual([422, expect.stringContaining("A ramp")]);
    expect(without.headers.get("Cache-Control")).toBe("private, no-store"); // a browser keeps no needs
    await told("A ramp", "yes", await seen("needs"));
    expect(await page("needs")).toContain("A ramp</textarea>");
    const first = await seen("needs");
    await told("A ramp and a seat", "yes", first);
    expect((await told("Nothing", "yes", first)).status).toBe(409);
    expect((await registrationOf(site, of)).needs).toBe("A ramp and a seat");
    await site.send(`${link}/forget-needs`, {});
    expect(await registrationOf(site, of)).not.toHaveProperty("needs");
    const mails = await mailsOf(of.id);
    expect([mails.map(({ kind }) => kind), JSON.stringify(mails)]).toEqual([
      ["verify", "confirmed"],
      expect.not.stringContaining("ramp"),
    ]);
  });
});

test("details are changed as often as mails may tell of it, and not once more", async () => {
  const limited = await registrationSite(eventOf([placeOf("hall")]), { changes: 2 });
  const of = await comer(limited);
  const link = await limited.linkOf(of.id);
  const statuses = [];
  for (const n of ["1", "2", "2", "3"]) {
    const fields = { ...DETAILS, phone: `+7 701 000 00 0${n}` };
    statuses.push((await limited.send(`${link}/details`, fields)).status);
  }
  expect(statuses).toEqual([303, 303, 303, 429]); // the third changed nothing, so no mail was needed
  expect((await registrationOf(limited, of)).contact.phone).toBe("+7 701 000 00 02");
});
