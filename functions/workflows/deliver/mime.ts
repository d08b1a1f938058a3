import { buffer } from "node:stream/consumers";
import { createTransport } from "nodemailer";
import type { Language } from "../../domain/language.ts";
import type { RenderedMail } from "../../rendering/mail/mail-facts.ts";

/** From whom and to whom a mail goes. */
export interface Envelope {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo: string;
  /** The language that the mail is written in. */
  readonly language: Language;
  readonly date: Date;
  /** The same for every attempt, so that a mailbox that got it twice can tell. */
  readonly messageId: string;
}

/**
 * A mail as MIME: text and HTML as alternatives, with them the calendar's request (RFC 6047, section 2.4), passes as
 * pictures of the HTML, and the calendar once more as a file for programs that look for one.
 */
export async function mimeOf(
  mail: RenderedMail,
  { from, to, replyTo, language, date, messageId }: Envelope,
): Promise<Buffer> {
  const { subject, text, html, calendar, passes } = mail;
  const { message } = await composer.sendMail({
    from: inOneLine(from),
    to: inOneLine(to),
    replyTo: inOneLine({ name: "", address: replyTo }),
    date,
    messageId,
    subject: subject.replace(CONTROLS, " "),
    text,
    html,
    headers: {
      "Content-Language": language, // RFC 3282: a screen reader speaks it in its own voice
      "Auto-Submitted": "auto-generated", // RFC 3834: nobody's absence is to be told to us
      "X-Auto-Response-Suppress": "All",
    },
    ...(calendar && {
      icalEvent: { method: calendar.method, content: calendar.text, filename: "invite.ics" },
    }),
    attachments: passes.map(({ name, png, cid }, i) => ({
      filename: fileNameOf(i + 1, name), // so that each can be forwarded to whom it is for
      content: png,
      contentType: "image/png",
      cid,
      contentDisposition: "inline" as const,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return Buffer.isBuffer(message) ? message : buffer(message);
}

/** `03 Aigul Serik.png`: whatever a name holds, in characters that every system keeps. */
const fileNameOf = (n: number, name: string): string =>
  `${String(n).padStart(2, "0")} ${name
    .replace(/[^\p{L}\p{N} .-]+/gu, "")
    .slice(0, 60)
    .trim()}.png`;

const CONTROLS = /\p{Cc}+/gu;

/** Whatever a name holds stays in its header, and shows as one line. */
const inOneLine = ({ name, address }: Envelope["to"]) => ({
  name: name.replace(CONTROLS, " "),
  address: address.replace(CONTROLS, ""),
});

/** Composes and sends nothing. */
const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
