import { expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { registrationMail } from "../../../functions/rendering/mail/registration-mail.ts";
import { bookingOf, LINK, mailFacts } from "../../worlds/registration/mails.ts";

test.each(LANGUAGES)(
  "who has answered reads how the registration stands, where to change it, and whom to ask (%s)",
  async (language) => {
    const { text, html } = await registrationMail(mailFacts("reply", language), "calendar@newsroom.local");
    for (const each of [text, html])
      for (const said of [`Place hall (${language})`, LINK, "Events desk", "events@example.org"])
        expect(each).toContain(said);
  },
);

test("the answer holds nothing that a program could answer in turn, no pass, and nobody but the contact", async () => {
  const { calendar, passes, text } = await registrationMail(mailFacts("reply", "en"));
  expect([calendar, passes]).toEqual([undefined, []]);
  for (const { name } of bookingOf().participants.slice(1)) expect(text).not.toContain(name);
});
