import { expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import type { OutboxMail } from "../../../functions/domain/registration/mail.ts";
import { registrationMail } from "../../../functions/rendering/mail/registration-mail.ts";
import { eventOf, OPENED, placeOf } from "../../worlds/registration/registration-events.ts";

const SITE = { address: "https://newsroom.example.org", name: "Newsroom", organisation: "IOM" };
const INVITATION = { list: "a-list", by: "Academy of Justice", source: "You asked for invitations in 2026." };

function mailOf(kind: OutboxMail["kind"], language: OutboxMail["language"], handedFrom?: string) {
  const event = eventOf([placeOf("hall")]);
  const mail: OutboxMail = {
    registration: "0",
    event: event.id,
    version: 1,
    index: 0,
    kind,
    to: "dana@example.org",
    name: "Dana Serik",
    language,
    createdAt: OPENED,
    booking: {
      place: "hall",
      state: "offered",
      participants: [{ pass: "7QK2M8ZC4D", name: "Dana Serik" }],
      until: "2027-07-20T18:59:59Z",
      submittedAt: "2027-06-01T05:00:00.000Z",
      priority: 5,
      told: "",
      invitation: { ...INVITATION, ...(handedFrom !== undefined && { handedFrom }) },
    },
  };
  const link = "https://newsroom.example.org/en/registration/token";
  return registrationMail({ mail, event, site: SITE, now: OPENED, link });
}

/** That a button on the page ends all invitations. */
const ENDS = { en: "button", ru: "кнопк", kk: "түйме" } as const;

for (const kind of ["invitation", "invitation-reminder"] as const)
  test(`the mail ${kind} says who invites, why, until when, where to answer and how to end invitations, and has no pass`, async () => {
    for (const language of LANGUAGES) {
      const { subject, text, html, passes, calendar } = await mailOf(kind, language);
      expect(subject).toContain(`World Day 2027 (${language})`);
      for (const said of ["Academy of Justice", INVITATION.source, "20", ENDS[language]])
        expect(text).toContain(said);
      expect(html).toContain("/en/registration/token");
      expect([passes, calendar]).toEqual([[], undefined]);
    }
  });

test("the mail to whoever comes in another's place names who gave the seat, and offers no handing on", async () => {
  for (const language of LANGUAGES) {
    const { text } = await mailOf("invitation", language, "Asel Aman");
    expect(text).toContain("Asel Aman");
  }
  expect((await mailOf("invitation", "en", "Asel Aman")).text).not.toContain("somebody else");
  expect((await mailOf("invitation", "en")).text).toContain("somebody else");
});
