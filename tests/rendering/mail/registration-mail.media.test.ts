import jsQR from "jsqr";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { readPass } from "../../../functions/domain/registration/links/pass.ts";
import { MAIL_KINDS } from "../../../functions/domain/registration/mail.ts";
import { registrationMail } from "../../../functions/rendering/mail/registration-mail.ts";
import { bookingOf, JOINING, LINK, mailFacts } from "../../worlds/registration/mails.ts";

/** Letters and digits of what a reader of the HTML sees, without what separates them. */
const seen = (html: string) =>
  letters(
    html
      .replace(/<head>[\s\S]*?<\/head>/, "")
      .replace(/<a href="([^"]+)"[^>]*>(Google Calendar|Outlook.com|Microsoft 365)/g, "$2 $1")
      .replace(/<[^>]+>/g, " ")
      .replace(/&(?:amp|lt|gt|quot|#39);/g, " "),
  );
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** What the tests themselves say in English, and what is the same in every language. */
const GIVEN =
  /World Day|Place hall|Bring a document|Please bring a card|Conference hall|Street|Events desk|Dana( Akhmetova)?|Astana|Google Calendar|Outlook.com|Microsoft 365|Newsroom|IOM|UTC|[0-9A-Z]{10}|\S+@\S+|https?:\S+/g;

describe.each(LANGUAGES)("in %s", (language) => {
  test.each(MAIL_KINDS)("the mail %s says all that it has to, and nothing undefined", async (kind) => {
    const { subject, text, html } = await registrationMail(
      mailFacts(kind, language, bookingOf(), "Please bring a card."),
    );
    for (const each of [subject, text, html]) expect(each).not.toMatch(/undefined|\[object|NaN|Invalid/);
    expect(subject).toContain(`World Day 2027 (${language})`);
    expect(html).toContain(`<html lang="${language}"`);
    for (const line of text.split("\n")) expect(seen(html)).toContain(letters(line));
    if (language !== "en") {
      const own = text.replace(GIVEN, "");
      expect(own.match(/[A-Za-z]{4,}/g) ?? []).toEqual([]);
    }
  });
});

test.each(["unverified", "pending", "waitlisted", "offered", "cancelled", "declined"] as const)(
  "where one joins is not told to someone whose booking is %s",
  async (state) => {
    for (const kind of MAIL_KINDS) {
      const { text, html, calendar } = await registrationMail(
        mailFacts(kind, "en", bookingOf({ place: "online", state })),
      );
      expect(`${text}${html}${calendar?.text ?? ""}`).not.toContain(JOINING);
    }
  },
);

test("where one joins is told to those who are confirmed, in words and in their calendar", async () => {
  const { text, calendar } = await registrationMail(
    mailFacts("confirmed", "en", bookingOf({ place: "online" })),
  );
  expect(text).toContain(JOINING);
  expect(calendar?.text.replaceAll("\r\n ", "")).toContain(`LOCATION;LANGUAGE=en:${JOINING}`);
});

test.each(["verify", "verify-address"] as const)(
  "a mail to %s names nobody: the address may be a stranger's",
  async (kind) => {
    for (const language of LANGUAGES) {
      const facts = mailFacts(kind, language);
      const { text, html } = await registrationMail(facts);
      const names = [facts.mail.name, ...(facts.mail.booking?.participants ?? []).map(({ name }) => name)];
      expect(names.length).toBeGreaterThan(1);
      for (const name of names) expect(text + html).not.toContain(name);
    }
  },
);

test("the code stands in the mail to verify and in no other", async () => {
  for (const kind of MAIL_KINDS) {
    const { text } = await registrationMail(mailFacts(kind, "en"));
    expect(text.includes("012 345")).toBe(kind === "verify");
  }
});

test("a mail without a link has none, whatever it says", async () => {
  for (const kind of MAIL_KINDS) {
    const { link: _, ...facts } = mailFacts(kind, "en");
    const { text, html } = await registrationMail(facts);
    expect(text + html).not.toContain("/registration/");
    expect((await registrationMail(mailFacts("confirmed", "en"))).text).toContain(LINK);
  }
});

test("what an organiser or a participant wrote is text, never markup", async () => {
  const hostile = '<img src=x onerror="alert(1)">';
  const booking = bookingOf({ participants: [{ pass: "0123456789", name: hostile }] });
  const { html, text } = await registrationMail(
    mailFacts("message", "en", booking, `${hostile}\nsecond line`),
  );
  expect(html).not.toContain("<img src=x");
  expect(html).toContain("&lt;img");
  expect(text).toContain(`${hostile}\nsecond line`);
});

test("each pass is a QR code that a decoder reads, below 3 KB", async () => {
  const facts = mailFacts("confirmed", "en");
  const { passes, html } = await registrationMail(facts);
  expect(passes.map(({ name }) => name)).toEqual(["Айгүл Серік", "Dana"]);
  for (const { png, pass, cid } of passes) {
    const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const read = jsQR(new Uint8ClampedArray(data), info.width, info.height);
    expect(readPass(read?.data ?? "")).toEqual({ registration: facts.mail.registration, pass });
    expect(png.length).toBeLessThan(3 * 1024);
    expect(html).toContain(`src="cid:${cid}"`);
  }
});

test("passes go to those who are confirmed, and to nobody else", async () => {
  const waiting = await registrationMail(mailFacts("waiting", "en", bookingOf({ state: "waitlisted" })));
  const cancelled = await registrationMail(mailFacts("cancelled", "en", bookingOf({ state: "cancelled" })));
  expect([waiting.passes, cancelled.passes]).toEqual([[], []]);
  const facts = mailFacts("confirmed", "en");
  const places = facts.event.places.map((place) => ({ ...place, mode: "online" as const }));
  const online = await registrationMail({ ...facts, event: { ...facts.event, places } });
  expect([online.passes, online.text.includes("entrance")]).toEqual([[], false]);
});
