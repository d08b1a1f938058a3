import { createHash } from "node:crypto";
import { deliverableAddress } from "../../domain/registration/address.ts";
import { eventWords } from "../../domain/registration/event.ts";
import type { OutboxMail } from "../../domain/registration/mail.ts";
import { type MailFacts, recipientName } from "../../rendering/mail/mail-facts.ts";
import { registrationMail } from "../../rendering/mail/registration-mail.ts";
import { mimeOf } from "./mime.ts";

export interface SenderSettings {
  /** The address in `From`, which the mail service lets us use. */
  readonly from: string;
  /** The address that takes what calendars answer, where there is one. */
  readonly replies?: string | undefined;
  /** Hands on a mail as it is, and answers the id that the service gave. @throws MailRefused */
  readonly hand: (raw: Buffer, envelope: { from: string; to: string }) => Promise<string>;
}

/** Words, HTML, calendar and passes become one mail, which goes to whoever it is for. */
export function mailSender({ from, replies, hand }: SenderSettings): (facts: MailFacts) => Promise<string> {
  return async (facts) => {
    const { mail, event, site } = facts;
    const raw = await mimeOf(await registrationMail(facts, replies), {
      from: { name: site.name, address: from },
      to: { name: recipientName(mail) ?? "", address: mail.to },
      replyTo: eventWords(event, mail.language).contact.email,
      language: mail.language,
      date: new Date(mail.createdAt),
      // One domain in From and here: filters take two for a forgery.
      messageId: `<${idOf(mail)}@${domainOf(from)}>`,
    });
    return hand(raw, { from, to: deliverableAddress(mail.to) });
  };
}

const domainOf = (address: string): string => deliverableAddress(address).split("@").at(-1) ?? address;

/** The same at every attempt, and nobody can tell a registration from it. */
function idOf({ registration, version, index }: OutboxMail): string {
  return createHash("sha256").update(`${registration} ${version} ${index}`).digest("hex").slice(0, 32);
}
