import type { RawMail } from "../../../functions/workflows/replies/received-mail.ts";

/** What someone has pressed in their calendar. */
export type Answer = "ACCEPTED" | "DECLINED" | "TENTATIVE";

export interface Answered {
  readonly from: string;
  /** Of the entry that is answered. */
  readonly uid: string;
  readonly answer: Answer;
}

export const REPLIES = "calendar@newsroom.local";

export const mailOf = (lines: readonly string[], returnPath = "someone@example.org"): RawMail => ({
  raw: Buffer.from(lines.join("\r\n")),
  returnPath,
});

const WORDS: Record<Answer, string> = { ACCEPTED: "Accepted", DECLINED: "Declined", TENTATIVE: "Tentative" };

const base64Lines = (text: string): string[] =>
  Buffer.from(text)
    .toString("base64")
    .match(/.{1,76}/g) ?? [];

/** An entry as it is answered: with the attendee alone (RFC 5546, section 3.2.3). */
function answered(program: string, { from, uid, answer }: Answered, more: readonly string[] = []): string {
  return [
    "BEGIN:VCALENDAR",
    `PRODID:${program}`,
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    "METHOD:REPLY",
    ...more,
    "BEGIN:VEVENT",
    "DTSTART:20270730T050000Z",
    "DTEND:20270730T070000Z",
    "DTSTAMP:20270601T061500Z",
    `ORGANIZER;CN=IOM:mailto:${REPLIES}`,
    `UID:${uid}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${answer};CN=${from}:mai`,
    ` lto:${from}`,
    "SEQUENCE:0",
    "STATUS:CONFIRMED",
    "SUMMARY:World Day 2027",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

/** Google Calendar: words, HTML and calendar as alternatives, the calendar once more as a file; owns to be a program. */
export function fromGoogle(facts: Answered): RawMail {
  const calendar = answered("-//Google Inc//Google Calendar 70.9054//EN", facts);
  return mailOf(
    [
      "MIME-Version: 1.0",
      `Reply-To: Aigul Serik <${facts.from}>`,
      "Sender: Google Calendar <calendar-notification@google.com>",
      "Auto-Submitted: auto-generated",
      "Message-ID: <calendar-0b1f2c3d-0000-4a5b-8c7d-1234567890ab@google.com>",
      "Date: Tue, 01 Jun 2027 06:15:00 +0000",
      `Subject: ${WORDS[facts.answer]}: World Day 2027 @ Fri Jul 30, 2027 10am - 12pm (GMT+5)`,
      ` (IOM)`,
      `From: Aigul Serik <${facts.from}>`,
      `To: ${REPLIES}`,
      'Content-Type: multipart/mixed; boundary="00000000000076f2aa0636a5b7b1"',
      "",
      "--00000000000076f2aa0636a5b7b1",
      'Content-Type: multipart/alternative; boundary="00000000000076f2a90636a5b7af"',
      "",
      "--00000000000076f2a90636a5b7af",
      'Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes',
      "Content-Transfer-Encoding: base64",
      "",
      ...base64Lines("Aigul Serik has answered this invitation."),
      "--00000000000076f2a90636a5b7af",
      'Content-Type: text/html; charset="UTF-8"',
      "Content-Transfer-Encoding: quoted-printable",
      "",
      '<html><body><span itemscope itemtype=3D"http://schema.org/InformAction">Answered</span>=',
      "</body></html>",
      "--00000000000076f2a90636a5b7af",
      'Content-Type: text/calendar; charset="UTF-8"; method=REPLY',
      "Content-Transfer-Encoding: 7bit",
      "",
      ...calendar.split("\r\n"),
      "--00000000000076f2a90636a5b7af--",
      "--00000000000076f2aa0636a5b7b1",
      'Content-Type: application/ics; name="invite.ics"',
      'Content-Disposition: attachment; filename="invite.ics"',
      "Content-Transfer-Encoding: base64",
      "",
      ...base64Lines(calendar),
      "--00000000000076f2aa0636a5b7b1--",
      "",
    ],
    facts.from,
  );
}

/** Outlook, by Exchange: words of another charset and the calendar with its zone, in base64. */
export function fromOutlook(facts: Answered): RawMail {
  const zone = [
    "BEGIN:VTIMEZONE",
    "TZID:Central Asia Standard Time",
    "BEGIN:STANDARD",
    "DTSTART:16010101T000000",
    "TZOFFSETFROM:+0500",
    "TZOFFSETTO:+0500",
    "END:STANDARD",
    "END:VTIMEZONE",
  ];
  const calendar = answered("Microsoft Exchange Server 2010", facts, zone);
  return mailOf(
    [
      `From: =?windows-1251?B?wOnj8+vcIPHl8Ojq?= <${facts.from}>`,
      `To: IOM <${REPLIES}>`,
      "Subject: =?windows-1251?B?zvLq6+7t5e3uOg==?= World Day 2027",
      "Thread-Topic: World Day 2027",
      "Date: Tue, 1 Jun 2027 06:15:00 +0000",
      "Message-ID: <AM0PR01MB5555F1AB@AM0PR01MB5555.eurprd01.prod.exchangelabs.com>",
      "Content-Language: ru-RU",
      "X-MS-Has-Attach:",
      "X-MS-TNEF-Correlator:",
      'Content-Type: multipart/alternative; boundary="_000_AM0PR01MB5555F1AB_"',
      "MIME-Version: 1.0",
      "",
      "--_000_AM0PR01MB5555F1AB_",
      'Content-Type: text/plain; charset="windows-1251"',
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "=CD=E5 =F1=EC=EE=E3=F3.",
      "--_000_AM0PR01MB5555F1AB_",
      'Content-Type: text/calendar; charset="utf-8"; method=REPLY',
      "Content-Transfer-Encoding: base64",
      "",
      ...base64Lines(calendar),
      "--_000_AM0PR01MB5555F1AB_--",
      "",
    ],
    facts.from,
  );
}

/** Mail and Calendar of a Mac, from the mailbox of whoever answers. */
export function fromApple(facts: Answered): RawMail {
  return mailOf(
    [
      `From: Aigul Serik <${facts.from}>`,
      'Content-Type: multipart/mixed; boundary="Apple-Mail=_3F6C9C0B-5C52-4D1C-9C1B-2A9C7A0E7C11"',
      "Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3776.700.51\\))",
      `Subject: ${WORDS[facts.answer]}: World Day 2027`,
      "Message-Id: <7E0B9A52-33B4-4B39-9C0F-0C6B6B7F2D10@example.org>",
      "Date: Tue, 1 Jun 2027 11:15:00 +0500",
      `To: ${REPLIES}`,
      "X-Mailer: Apple Mail (2.3776.700.51)",
      "",
      "--Apple-Mail=_3F6C9C0B-5C52-4D1C-9C1B-2A9C7A0E7C11",
      "Content-Transfer-Encoding: quoted-printable",
      "Content-Type: text/calendar;",
      '\tmethod=REPLY; charset=utf-8; name="iCal-20270601-111500.ics"',
      "",
      ...answered("-//Apple Inc.//macOS 14.5//EN", facts).replaceAll("=", "=3D").split("\r\n"),
      "--Apple-Mail=_3F6C9C0B-5C52-4D1C-9C1B-2A9C7A0E7C11--",
      "",
    ],
    facts.from,
  );
}

/** iCloud, whose servers send from an address of theirs; nothing but the calendar in it. */
export function fromICloud(facts: Answered): RawMail {
  return mailOf(
    [
      "From: Aigul Serik <noreply@email.apple.com>",
      `Reply-To: Aigul Serik <${facts.from}>`,
      `To: ${REPLIES}`,
      `Subject: ${WORDS[facts.answer]}: World Day 2027`,
      "Date: Tue, 1 Jun 2027 06:15:00 +0000 (GMT)",
      "Auto-Submitted: auto-generated",
      "MIME-Version: 1.0",
      "Content-Type: text/calendar; charset=UTF-8; method=REPLY",
      "Content-Transfer-Encoding: base64",
      "",
      ...base64Lines(answered("-//Apple Inc.//iCloud Calendar 2220B13//EN", facts)),
      "",
    ],
    "bounces@email.apple.com",
  );
}

/** Someone's words. @param headers that it has besides */
export const inWords = (from: string, headers: readonly string[] = [], returnPath = from): RawMail =>
  mailOf(
    [
      `From: Aigul Serik <${from}>`,
      `To: ${REPLIES}`,
      "Subject: I cannot come",
      ...headers,
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Please give my seat to somebody else.",
    ],
    returnPath,
  );
