import ICAL from "ical.js";
import { expect, test } from "vitest";
import { contentLine } from "../../../functions/rendering/calendar/content-line.ts";
import { mailtoAddress } from "../../../functions/rendering/calendar/mailto-address.ts";
import { registrationMail } from "../../../functions/rendering/mail/registration-mail.ts";
import { fc } from "../../worlds/documents/fast-check.ts";
import { propertyOf } from "../../worlds/registration/invitations.ts";
import { mailFacts } from "../../worlds/registration/mails.ts";

test.each([
  ["user@пошта.қаз", "mailto:user@xn--80a1acn3a.xn--80ao21a"],
  ["o'brien+press@example.org", "mailto:o'brien+press@example.org"],
  ["a%b?c#d&e/f=g@example.org", "mailto:a%25b%3Fc%23d%26e%2Ff%3Dg@example.org"],
  ["айгүл@example.org", "mailto:%D0%B0%D0%B9%D0%B3%D2%AF%D0%BB@example.org"],
])("the address %s is in a calendar as %s", (email, uri) => {
  expect(mailtoAddress(email)).toBe(uri);
});

test("an address in a calendar is ASCII and a URI, whatever was stored", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), (mailbox, host) => {
      expect(mailtoAddress(`${mailbox}@${host}`)).toMatch(/^mailto:[!$%'()*+.@\w~-]+$/);
    }),
  );
});

test("whoever is invited at a domain in Cyrillic finds themselves in the invitation under the address of the envelope", async () => {
  const facts = mailFacts("confirmed", "kk");
  const { calendar } = await registrationMail({ ...facts, mail: { ...facts.mail, to: "user@пошта.қаз" } });
  expect(propertyOf(calendar?.text ?? "", "attendee")).toBe("mailto:user@xn--80a1acn3a.xn--80ao21a");
});

test("a name in a parameter is read back with its quotation marks, carets and line breaks", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('"', "^", "n", "'", "\n", "ә", ";", ":", ",", "a")), (letters) => {
      const name = `x${letters.join("")}`;
      const line = contentLine("ATTENDEE", "mailto:a@example.org", { CN: name });
      expect(new ICAL.Property(ICAL.parse.property(line)).getParameter("cn")).toBe(name);
    }),
  );
});

test("an entry says when it was last changed, which is when it was stamped", async () => {
  const { calendar } = await registrationMail(mailFacts("changed", "en"));
  const text = calendar?.text ?? "";
  expect(propertyOf(text, "last-modified")).toBe(propertyOf(text, "dtstamp"));
});
