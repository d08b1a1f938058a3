import { toBuffer } from "qrcode";
import { passText } from "../../domain/registration/links/pass.ts";
import type { MailKind } from "../../domain/registration/mail.ts";
import { type InvitationMethod, invitationCalendar } from "../calendar/invitation.ts";
import { mailContent } from "./mail-content.ts";
import { comes, type MailFacts, type RenderedMail, type RenderedPass } from "./mail-facts.ts";
import { mailHtml } from "./mail-html.tsx";
import { mailText } from "./mail-text.ts";

const ASKS: Partial<Record<MailKind, InvitationMethod>> = {
  confirmed: "REQUEST",
  changed: "REQUEST",
  moved: "REQUEST",
  "event-moved": "REQUEST",
  directions: "REQUEST",
  cancelled: "CANCEL",
  "moved-from": "CANCEL",
  declined: "CANCEL",
  "event-cancelled": "CANCEL",
};

/**
 * A mail of registration in the recipient's language: words, HTML, what its calendar is asked to do, and its passes.
 * @param replies address that takes what calendars answer, where there is one
 */
export async function registrationMail(facts: MailFacts, replies?: string): Promise<RenderedMail> {
  const content = mailContent(facts);
  const passes = await Promise.all(
    content.passes.map(({ name, pass }) => renderedPass(facts.mail.registration, name, pass)),
  );
  const calendar = calendarOf(facts, replies);
  return {
    subject: content.subject,
    text: mailText(content, facts),
    html: mailHtml(content, facts, passes),
    ...(calendar && { calendar }),
    passes,
  };
}

async function renderedPass(registration: string, name: string, pass: string): Promise<RenderedPass> {
  const png = await toBuffer(passText({ registration, pass }), {
    errorCorrectionLevel: "M",
    margin: 4, // the quiet zone that ISO/IEC 18004 asks for: dark mode puts black around it
    scale: 5,
  });
  return { name, pass, png, cid: `pass-${pass.toLowerCase()}@dateline` };
}

/** Only what was in a calendar, or is to be put there: someone who never was confirmed gets no cancellation. */
function calendarOf(facts: MailFacts, replies: string | undefined): RenderedMail["calendar"] {
  const { mail, event, site, now } = facts;
  const { booking, kind, language, name, to } = mail;
  const method = ASKS[kind];
  if (!booking?.calendar || (method !== "REQUEST" && method !== "CANCEL")) return undefined;
  const isShownAlready = mail.details !== undefined && booking.calendar.stamp < mail.createdAt;
  if (isShownAlready) return undefined; // such as another name on a badge, which no entry shows
  if (method === "REQUEST" && booking.state !== "confirmed") return undefined;
  const registration = { id: mail.registration, name, email: to };
  const joins = method === "REQUEST" && comes(facts);
  return {
    method,
    text: invitationCalendar({ method, site, event, registration, language, booking, joins, replies, now }),
  };
}
