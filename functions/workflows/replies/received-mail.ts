import { type HeaderLines, type ParsedMail, simpleParser } from "mailparser";
import { isMailAddress } from "../../domain/registration/address.ts";
import { type CalendarAnswer, calendarAnswer } from "./calendar-answer.ts";
import { isWritten } from "./written-mail.ts";

/** A mail as a server has taken it. */
export interface RawMail {
  readonly raw: Buffer;
  /** Whom the sending server wants to be told of failures; empty for nobody (RFC 5321, section 4.5.5). */
  readonly returnPath: string;
}

/** What matters of it: who writes, and whether it is an answer. Its words are nobody's business. */
export interface ReceivedMail {
  /** Address in `From`. */
  readonly from: string;
  readonly answer: CalendarAnswer | undefined;
  /** Whether a person wrote it and not a program, as far as programs own up to it. */
  readonly isWritten: boolean;
}

/** @returns undefined for what is no mail, or is from nobody or from several */
export async function readMail({ raw, returnPath }: RawMail): Promise<ReceivedMail | undefined> {
  const mail = await parsed(raw);
  const from = mail && senderOf(mail);
  if (!mail || from === undefined) return undefined;
  return { from, answer: answerIn(mail), isWritten: isWritten(mail.headerLines, returnPath) };
}

/** The words are left as they are: making text of HTML is what takes a parser long. */
const WORDS_LEFT_ALONE = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
};

async function parsed(raw: Buffer): Promise<ParsedMail | undefined> {
  try {
    return await simpleParser(raw, WORDS_LEFT_ALONE);
  } catch {
    return undefined; // anyone can send anything: it is as if nothing had come
  }
}

/** Programs disagree on which counts of several (RFC 7489, section 6.6.1): then none does. */
function senderOf({ from, headerLines }: ParsedMail): string | undefined {
  const [sender, ...others] = from?.value ?? [];
  const address = sender?.address ?? "";
  const isOne = others.length === 0 && linesOf(headerLines, "from").length === 1;
  return isOne && isMailAddress(address) ? address : undefined;
}

const linesOf = (lines: HeaderLines, name: string) => lines.filter(({ key }) => key === name);

/** Calendars come as an alternative to the words, or as a file (RFC 6047, section 2.4). */
function answerIn({ attachments }: ParsedMail): CalendarAnswer | undefined {
  return attachments
    .filter(({ contentType }) => /^(?:text\/calendar|application\/ics)$/i.test(contentType))
    .map(({ content }) => (Buffer.isBuffer(content) ? calendarAnswer(content.toString("utf8")) : undefined))
    .find((answer) => answer !== undefined);
}
