import { beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { invitedId } from "../../../functions/domain/registration/invitation.ts";
import { invite, withdrawInvitation } from "../../../functions/workflows/registration/invitations.ts";
import { acceptOffer, verify } from "../../../functions/workflows/registration/self-service.ts";
import { registrationOf, stateOf, submitter } from "../../worlds/registration/housekeeping.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";
import { type RegistrationSite, registrationSite } from "../../worlds/registration/registration-site.ts";

let site: RegistrationSite;
beforeAll(async () => {
  site = await registrationSite(eventOf([placeOf("hall", { capacity: 500, audience: "invitation" })]));
});

let nth = 0;
/** Somebody who was invited, and their link. */
async function guest(handedFrom?: string) {
  const email = `guest-${++nth}@example.org`;
  const id = invitedId(site.event.id, "hall", email);
  const invitation = {
    list: "a-list",
    by: "The Academy",
    source: "You asked for invitations in 2026.",
    ...(handedFrom !== undefined && { handedFrom }),
  };
  const contact = { name: "Dana Serik", email };
  const holdUntil = "2027-06-21T18:59:59Z";
  const asked = { id, place: "hall", language: "en", contact, holdUntil, invitation } as const;
  await invite(site.dependencies, site.event, asked);
  const link = await site.linkOf(id);
  return { of: { event: site.event, id }, link, page: async () => (await site.ask(link)).text() };
}
const answer = (link: string, action: string, fields = {}) =>
  site.send(`${link}/${action}`, { place: "hall", seen: "offered", ...fields });

describe("the page of an invitation", () => {
  test("shows event, place, time, who invites, why and until when, with three answers, in every language", async () => {
    const { of, link } = await guest();
    const before = await registrationOf(site, of);
    for (const language of LANGUAGES) {
      const html = await (await site.ask(link.replace("/en/", `/${language}/`))).text();
      for (const shown of [`World Day 2027 (${language})`, `Place hall (${language})`, "The Academy"])
        expect(html).toContain(shown);
      for (const shown of ["You asked for invitations in 2026.", "/accept", "/say-no", "/hand-on", "/delete"])
        expect(html).toContain(shown);
    }
    expect(await registrationOf(site, of)).toEqual(before);
  });

  test("takes a yes, and is the registration from then on", async () => {
    const { of, link, page } = await guest();
    expect((await answer(link, "accept")).status).toBe(303);
    expect(await stateOf(site, of)).toBe("confirmed");
    expect(await page()).not.toContain("/say-no");
  });

  test("takes a no, and tells a yes pressed later on another page what happened", async () => {
    const { of, link, page } = await guest();
    expect((await answer(link, "say-no")).status).toBe(303);
    expect(await stateOf(site, of)).toBe("cancelled");
    expect(await page()).toContain("You have said that you are not coming.");
    const stale = await answer(link, "accept");
    expect(stale.status).toBe(409);
    expect(await stateOf(site, of)).toBe("cancelled");
  });

  test("takes who comes in one's place, says so from then on, and offers the seat no more", async () => {
    const { of, link, page } = await guest();
    const to = { name: "Bolat Omarov", email: `other-${nth}@example.org` };
    expect((await answer(link, "hand-on", to)).status).toBe(303);
    expect(await stateOf(site, of)).toBe("cancelled");
    const html = await page();
    expect(html).toContain("You gave this seat to somebody else on");
    expect(html).not.toContain("Bolat");
    expect(html).not.toContain("/add-place");
    const id = invitedId(site.event.id, "hall", to.email);
    expect(await stateOf(site, { id })).toBe("offered");
    const other = await (await site.ask(await site.linkOf(id))).text();
    expect(other).toContain("Dana Serik has named you to come in their place.");
    expect(other).not.toContain("/hand-on");
  });

  test("keeps what was typed of another person and says what is wrong with it", async () => {
    const { of, link } = await guest();
    const own = (await registrationOf(site, of)).contact.email;
    for (const [fields, problem] of [
      [{ name: "Bolat Omarov", email: own.toUpperCase() }, "This is your own address"],
      [{ name: "Bolat Omarov", email: "bolat@" }, "Bolat Omarov"],
      [{ name: "win www.example.com", email: "b@example.org" }, "win www.example.com"],
    ] as const) {
      const refused = await answer(link, "hand-on", fields);
      expect(refused.status).toBe(422);
      const html = await refused.text();
      expect(html).toContain(problem);
      expect(html).toContain('aria-invalid="true"');
    }
    expect(await stateOf(site, of)).toBe("offered");
  });

  test("of somebody who came in another's place refuses to hand on, in words", async () => {
    const { link } = await guest("Asel Aman");
    const refused = await answer(link, "hand-on", { name: "Bolat Omarov", email: "third@example.org" });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("This seat cannot be given on any more");
  });

  test("says that it was taken back, or that its time is over", async () => {
    const { of, page } = await guest();
    await withdrawInvitation(site.dependencies, of, "a-list");
    expect(await page()).toContain("This invitation was taken back by those who invite.");
    const late = await guest();
    const { now } = site;
    site.now = Date.parse("2027-06-21T18:59:59Z");
    try {
      expect(await late.page()).toContain("The time to answer is over");
      const refused = acceptOffer(site.dependencies, late.of, "hall");
      await expect(refused).rejects.toMatchObject({ code: "booking-ended" });
    } finally {
      site.now = now;
    }
  });

  test("ends all invitations to come by one button, says how to take it back, and does as told again and again", async () => {
    const { of, link, page } = await guest();
    const { doNotInvite } = site.dependencies;
    const { email } = (await registrationOf(site, of)).contact;
    for (const language of LANGUAGES)
      expect(await (await site.ask(link.replace("/en/", `/${language}/`))).text()).toContain("/not-again");
    expect((await site.ask(`${link}/not-again`)).status).toBe(303);
    const elsewhere = await site.send(`${link}/not-again`, {}, { "Sec-Fetch-Site": "cross-site" });
    expect(elsewhere.status).toBe(403);
    expect(await doNotInvite.until(email, site.instant())).toBeUndefined();
    for (const _ of [1, 2]) {
      const pressed = await answer(link, "not-again");
      expect([pressed.status, pressed.headers.get("Location")]).toEqual([303, `${link}?done=not-again`]);
      expect(await doNotInvite.until(email, site.instant())).toBeDefined();
    }
    expect(await stateOf(site, of)).toBe("offered");
    const html = await (await site.ask(`${link}?done=not-again`)).text();
    expect(html).toContain("You are not invited to events again.");
    expect(html).toContain("/invite-again");
    expect(html).toContain("To take it back, press the button.");
    expect((await (await site.ask(`${link}/data.json`)).json()).notInvitedUntil).toMatch(/^2030-/);
    await answer(link, "say-no");
    expect(await page()).toContain("/invite-again");
    for (const _ of [1, 2]) expect((await answer(link, "invite-again")).status).toBe(303);
    expect(await doNotInvite.until(email, site.instant())).toBeUndefined();
    expect(await page()).toContain("/not-again");
  });

  test("of somebody who came by themselves has no such button, but the one that takes it back once they have proven the address", async () => {
    const contact = { name: "Dana Serik", email: "self@example.org" };
    const { doNotInvite } = site.dependencies;
    const of = await submitter(site, { contact });
    const link = await site.linkOf(of.id);
    const page = async () => (await site.ask(link)).text();
    await doNotInvite.add(contact.email, site.instant());
    expect(await page()).not.toMatch(/-again"/);
    await verify(site.dependencies, of);
    expect(await page()).toContain("/invite-again");
    expect((await site.send(`${link}/invite-again`, {})).status).toBe(303);
    expect(await doNotInvite.until(contact.email, site.instant())).toBeUndefined();
    expect(await page()).not.toMatch(/-again"/);
  });

  test("deletes everything about whoever was invited, who is asked once more whether they mean it", async () => {
    const { of, link } = await guest();
    expect((await site.send(`${link}/delete`, { sure: "yes" })).status).toBe(200);
    expect(await site.dependencies.registrations.registration(site.event.id, of.id)).toBeUndefined();
  });
});
