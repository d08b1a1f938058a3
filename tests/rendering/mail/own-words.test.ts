import { expect, test } from "vitest";
import { mailContent } from "../../../functions/rendering/mail/mail-content.ts";
import { mailFacts } from "../../worlds/registration/mails.ts";

const OWN = { confirmed: { subject: "See you soon", opening: "Doors open at nine.\n\nBring a coat." } };
const withOwn = (kind: "confirmed" | "reminder", language: "en" | "kk") => {
  const facts = mailFacts(kind, language);
  const words = facts.event.words.map((each) => (each.language === "en" ? { ...each, mail: OWN } : each));
  return mailContent({ ...facts, event: { ...facts.event, words } });
};

test("an event's own subject stands for the usual one, and its opening before the usual words", () => {
  const { subject, paragraphs } = withOwn("confirmed", "en");
  expect(subject).toBe("See you soon");
  expect(paragraphs.slice(0, 2)).toEqual(["Doors open at nine.", "Bring a coat."]);
  expect(paragraphs.slice(2)).toEqual(mailContent(mailFacts("confirmed", "en")).paragraphs);
});

test("own words of one kind and language are in no other mail", () => {
  expect(withOwn("reminder", "en")).toEqual(mailContent(mailFacts("reminder", "en")));
  expect(withOwn("confirmed", "kk")).toEqual(mailContent(mailFacts("confirmed", "kk")));
});
