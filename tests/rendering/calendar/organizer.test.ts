import ICAL from "ical.js";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { invitationUid, registrationInUid } from "../../../functions/rendering/calendar/invitation.ts";
import { registrationCalendar } from "../../../functions/rendering/calendar/registration-calendar.ts";
import { registrationMail } from "../../../functions/rendering/mail/registration-mail.ts";
import { siteDocument } from "../../worlds/documents/documents.ts";
import { bookingOf, event, mailFacts } from "../../worlds/registration/mails.ts";
import { OPENED } from "../../worlds/registration/registration-events.ts";

const REPLIES = "calendar@replies.example.org";

/** Whom a calendar program answers, and what it calls them. */
function organizerIn(text: string | undefined) {
  const [entry] = new ICAL.Component(ICAL.parse(text ?? "")).getAllSubcomponents("vevent");
  const organizer = entry?.getFirstProperty("organizer");
  return [organizer?.getFirstValue(), organizer?.getParameter("cn")];
}

const KINDS = ["confirmed", "changed", "event-moved", "cancelled", "event-cancelled"] as const;

test.each(KINDS)(
  "the entry of a mail %s is answered to the address for answers, in every language",
  async (kind) => {
    for (const language of LANGUAGES) {
      const { calendar } = await registrationMail(mailFacts(kind, language), REPLIES);
      expect(organizerIn(calendar?.text)).toEqual([`mailto:${REPLIES}`, "IOM"]);
    }
  },
);

test("without such an address the contact of the event gets answers", async () => {
  const { calendar } = await registrationMail(mailFacts("confirmed", "en"));
  expect(organizerIn(calendar?.text)).toEqual(["mailto:events@example.org", "IOM"]);
});

test.each([
  [REPLIES, REPLIES],
  [undefined, "events@example.org"],
])("an entry that is downloaded has the same organiser as one by mail: %s", (replies, organizer) => {
  const { registration } = mailFacts("confirmed", "en");
  if (!registration) throw new Error("There is no registration.");
  const text = registrationCalendar({ registration, event, site: siteDocument(), replies, now: OPENED });
  expect(organizerIn(text)[0]).toBe(`mailto:${organizer}`);
});

test("the id of an entry names its registration, in whatever case it comes back, and no other id names any", () => {
  const id = "0b1f2c3d-4e5f-4a6b-8c7d-1234567890ab";
  const uid = invitationUid(id, bookingOf().place, "newsroom.example.org");
  expect([registrationInUid(uid), registrationInUid(uid.toUpperCase())]).toEqual([id, id]);
  for (const other of ["", id, `${id}@newsroom.example.org`, `x${uid}`, "040000008200E00074C5B7101A82E008"])
    expect(registrationInUid(other)).toBeUndefined();
});
