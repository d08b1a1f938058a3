import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { MAIL_KINDS } from "../../../functions/domain/registration/mail.ts";
import { mailContent } from "../../../functions/rendering/mail/mail-content.ts";
import { registrationMail } from "../../../functions/rendering/mail/registration-mail.ts";
import { bookingOf, LINK, mailFacts } from "../../worlds/registration/mails.ts";

/** Whether a word stands before every other, in a text that has them all. */
const standsBefore = (text: string, first: string, others: readonly string[]) =>
  others.every((other) => text.includes(other) && text.indexOf(first) < text.indexOf(other));

describe.each(LANGUAGES)("in %s", (language) => {
  test.each(MAIL_KINDS)("the button of the mail %s stands above every explanation", async (kind) => {
    const facts = mailFacts(kind, language);
    const { paragraphs, button, code } = mailContent(facts);
    if (!button) return;
    const { html, text } = await registrationMail(facts);
    const rest = [...paragraphs, ...(code === undefined ? [] : [code])];
    expect(standsBefore(text, button.href, rest)).toBe(true);
    expect(standsBefore(html.slice(html.indexOf("<body")), button.label, rest)).toBe(true);
  });

  test.each(MAIL_KINDS)("below the line of dashes of the mail %s stands only who sends it", async (kind) => {
    const { text } = await registrationMail(mailFacts(kind, language, bookingOf(), "Please bring a card."));
    const [said, signature, ...more] = text.split("\n-- \n");
    expect(more).toEqual([]);
    expect(signature?.trim()).toBe("IOM\nhttps://newsroom.example.org");
    expect(said).toContain("events@example.org");
    if (text.includes(LINK)) expect(said).toContain(LINK);
  });
});
