import { expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { CHANGED_DETAILS } from "../../../functions/domain/registration/mail.ts";
import { registrationMail } from "../../../functions/rendering/mail/registration-mail.ts";
import { registrationMessagesOf } from "../../../functions/rendering/messages/registration-messages-of.ts";
import { registrationPeopleMessagesOf } from "../../../functions/rendering/messages/registration-people-messages-of.ts";
import { bookingOf, mailFacts } from "../../worlds/registration/mails.ts";
import { OPENED } from "../../worlds/registration/registration-events.ts";

/** The mail about a confirmed booking of which these details were changed a day after it was last in a calendar. */
function changed(language: (typeof LANGUAGES)[number], stamp: string) {
  const facts = mailFacts("changed", language, bookingOf({ calendar: { sequence: 1, stamp } }));
  const mail = { ...facts.mail, createdAt: "2027-06-02T05:00:00Z", details: CHANGED_DETAILS };
  return registrationMail({ ...facts, mail });
}

test.each(LANGUAGES)(
  "the mail about changed details names each field in %s, and no field as the code does",
  async (language) => {
    const { text, html } = await changed(language, OPENED);
    const { form } = registrationMessagesOf(language);
    for (const label of [
      form.name,
      form.phone,
      form.organisation,
      form.outlet,
      form.pressCard,
      form.language,
      form.badge,
      registrationPeopleMessagesOf(language).ofPeople,
    ])
      for (const shown of [text, html]) expect(shown).toContain(label);
    expect(text).not.toMatch(/pressCard|undefined/);
  },
);

test("a mail about details that no calendar shows asks no calendar for anything, and carries the passes", async () => {
  const mail = await changed("en", OPENED);
  expect([mail.calendar, mail.passes.map(({ name }) => name)]).toEqual([undefined, ["Айгүл Серік", "Dana"]]);
  expect((await changed("en", "2027-06-02T05:00:00Z")).calendar?.method).toBe("REQUEST");
});
