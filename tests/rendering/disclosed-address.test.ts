import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../functions/domain/language.ts";
import { BOOKING_STATES, type BookingState } from "../../functions/domain/registration/booking.ts";
import type { RegistrationPlace } from "../../functions/domain/registration/event.ts";
import { MAIL_KINDS } from "../../functions/domain/registration/mail.ts";
import { otherCalendarsOf } from "../../functions/rendering/calendar/other-calendars.ts";
import { registrationCalendar } from "../../functions/rendering/calendar/registration-calendar.ts";
import { registrationMail } from "../../functions/rendering/mail/registration-mail.ts";
import { registrationPage } from "../../functions/rendering/pages/registration/registration-page.tsx";
import { siteDocument } from "../worlds/documents/documents.ts";
import { pageContext } from "../worlds/reading/every-page.ts";
import { ADDRESS, DIRECTIONS, withHiddenHall } from "../worlds/registration/hidden-place.ts";
import { propertyOf } from "../worlds/registration/invitations.ts";
import { bookingOf, event, mailFacts } from "../worlds/registration/mails.ts";

const TIME = "2027-07-29T13:00:00Z";
const BEFORE = "2027-07-29T12:59:59Z";
const SECRETS = [ADDRESS, DIRECTIONS];
type Tell = NonNullable<RegistrationPlace["tell"]>;

interface Situation {
  readonly state: BookingState;
  readonly tell?: Tell;
  readonly approved?: boolean;
  readonly now?: string;
}

function factsOf(kind: (typeof MAIL_KINDS)[number], situation: Situation) {
  const { state, approved, tell, now = TIME } = situation;
  const booking = bookingOf({ state, ...(approved !== undefined && { approved }) });
  return { ...mailFacts(kind, "en", booking), event: withHiddenHall(event, tell), now };
}

/** What one reads at every door, by its name. */
async function doors(situation: Situation): Promise<ReadonlyMap<string, string>> {
  const { event, registration, now } = factsOf("confirmed", situation);
  if (!registration) throw new Error("There is no registration.");
  const read = new Map<string, string>();
  for (const kind of MAIL_KINDS) {
    const { subject, text, html, calendar } = await registrationMail(factsOf(kind, situation));
    read.set(`mail ${kind}`, [subject, text, html].join("\n"));
    read.set(`calendar of the mail ${kind}`, unfolded(calendar?.text ?? ""));
  }
  const site = siteDocument();
  const calendar = registrationCalendar({ registration, event, site, replies: undefined, now });
  read.set("calendar to download", unfolded(calendar));
  const page = { event, registration, token: "t", isForNewAddress: false, available: [], errors: [] };
  const context = { ...pageContext("en"), now };
  read.set("page behind the link", registrationPage(context, page));
  read.set("page of a new address", registrationPage(context, { ...page, isForNewAddress: true }));
  return read;
}

const unfolded = (text: string) => text.replaceAll("\r\n ", "").replace(/\\([,;])/g, "$1");
const toldAt = async (situation: Situation) =>
  [...(await doors(situation))].filter(([, text]) => SECRETS.some((each) => text.includes(each)));

const HIDDEN: readonly [string, Situation][] = [
  ...BOOKING_STATES.filter((state) => state !== "confirmed").map((state): [string, Situation] => [
    `one who is ${state}`,
    { state, tell: { when: "on-confirmation" }, approved: true },
  ]),
  ["one whom nobody approved", { state: "confirmed", tell: { when: "after-approval" } }],
  [
    "one who is confirmed before the time",
    { state: "confirmed", tell: { when: "at", at: TIME }, now: BEFORE },
  ],
  ["one who is confirmed where nothing says when", { state: "confirmed", approved: true }],
];

describe("a private address", () => {
  test.each(HIDDEN)("is told at no door to %s", async (_, situation) => {
    expect(await toldAt(situation)).toEqual([]);
  });

  test.each<[string, Situation]>([
    ["is confirmed", { state: "confirmed", tell: { when: "on-confirmation" } }],
    ["was approved", { state: "confirmed", tell: { when: "after-approval" }, approved: true }],
    ["is confirmed when the time has come", { state: "confirmed", tell: { when: "at", at: TIME } }],
  ])("is told to one who %s, in mail, in calendars and behind the link", async (_, situation) => {
    expect((await toldAt(situation)).map(([door]) => door).toSorted()).toEqual(
      [
        ...["mail invitation", "mail invitation-reminder"],
        "mail pending",
        "mail confirmed",
        "calendar of the mail confirmed",
        ...["mail offer", "mail changed", "calendar of the mail changed"],
        ...["mail moved", "calendar of the mail moved", "mail reminder"],
        ...["mail event-moved", "calendar of the mail event-moved"],
        ...["mail directions", "calendar of the mail directions", "mail message"],
        "calendar to download",
        "page behind the link",
      ].toSorted(),
    );
    const { calendar } = await registrationMail(factsOf("confirmed", situation));
    expect(propertyOf(calendar?.text ?? "", "location")).toBe(ADDRESS);
    expect(calendar?.text).not.toContain(DIRECTIONS);
  });

  test("is in no link to another's calendar, whoever reads it", async () => {
    const situation: Situation = { state: "confirmed", tell: { when: "on-confirmation" } };
    for (const text of (await doors(situation)).values())
      for (const [, link] of text.matchAll(/(https:\/\/(?:calendar\.google|outlook)[^\s"<]+)/g))
        expect(decodeURIComponent(link ?? "")).not.toMatch(/Hidden|blue gate/);
    const site = { address: "https://newsroom.example.org" };
    const hidden = withHiddenHall(event, situation.tell);
    expect(otherCalendarsOf({ event: hidden, place: "hall", language: "en", site })).toEqual(
      otherCalendarsOf({ event, place: "hall", language: "en", site }),
    );
  });

  test("goes with the booking: who cancelled, or whose event does not take place, reads it no more", async () => {
    const tell: Tell = { when: "on-confirmation" };
    const facts = factsOf("confirmed", { state: "confirmed", tell });
    const [booking] = facts.registration?.bookings ?? [];
    if (!facts.registration || !booking) throw new Error("There is no booking.");
    const cancelled = { ...facts.registration, bookings: [{ ...booking, state: "cancelled" as const }] };
    const late = await registrationMail({ ...facts, registration: cancelled });
    const off = await registrationMail({ ...facts, event: { ...facts.event, status: "cancelled" } });
    for (const { text, html, calendar } of [late, off])
      for (const secret of SECRETS)
        expect([text, html, unfolded(calendar?.text ?? "")].join()).not.toContain(secret);
  });

  test("is told in the words of the source where a language lacks them", async () => {
    for (const language of LANGUAGES) {
      const hidden = withHiddenHall(event, { when: "on-confirmation" });
      const words = hidden.words.map((each) => (each.language === "en" ? each : { ...each, places: {} }));
      const facts = { ...mailFacts("confirmed", language), event: { ...hidden, words } };
      expect((await registrationMail(facts)).text).toContain(ADDRESS);
    }
  });
});
