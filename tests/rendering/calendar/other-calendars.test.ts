import { expect, test } from "vitest";
import { otherCalendarsOf } from "../../../functions/rendering/calendar/other-calendars.ts";
import { registrationMail } from "../../../functions/rendering/mail/registration-mail.ts";
import { bookingOf, event, JOINING, mailFacts } from "../../worlds/registration/mails.ts";

const site = { address: "https://newsroom.example.org" };

test("a link to a calendar on the web has the title, the times in UTC and the public page", () => {
  const [google, ...outlook] = otherCalendarsOf({ event, place: "hall", language: "en", site });
  const asked = new URL(google?.href ?? "").searchParams;
  expect([asked.get("text"), asked.get("dates"), asked.get("details")]).toEqual([
    "World Day 2027 (en) (Place hall (en))",
    "20270730T050000Z/20270730T070000Z",
    "https://newsroom.example.org/en/events/world-day-2027",
  ]);
  expect(outlook.map(({ name }) => name)).toEqual(["Outlook.com", "Microsoft 365"]);
  for (const { href } of outlook) {
    const { searchParams } = new URL(href);
    expect([searchParams.get("startdt"), searchParams.get("enddt")]).toEqual([
      "2027-07-30T05:00:00Z",
      "2027-07-30T07:00:00Z",
    ]);
    expect(href).not.toContain("+"); // Outlook would show it
  }
});

test("no link to another's calendar says where one joins online, or who comes", async () => {
  const booking = bookingOf({ place: "online" });
  const { html } = await registrationMail(mailFacts("confirmed", "en", booking));
  const links = [...html.matchAll(/href="(https:\/\/(?:calendar\.google|outlook)[^"]+)"/g)].map(([, href]) =>
    decodeURIComponent(href ?? ""),
  );
  expect(links).toHaveLength(3);
  for (const link of links)
    for (const secret of [JOINING, "/registration/", ...booking.participants.map(({ name }) => name)])
      expect(link).not.toContain(secret);
});

test("only a mail to somebody who comes offers calendars on the web", async () => {
  const { text } = await registrationMail(mailFacts("changed", "en", bookingOf({ state: "waitlisted" })));
  expect(text).not.toContain("calendar.google.com");
});
