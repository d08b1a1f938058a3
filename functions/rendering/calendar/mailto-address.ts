import { deliverableAddress } from "../../domain/registration/address.ts";

/**
 * An address as the URI that a calendar holds, in ASCII alone (RFC 3986): its domain as the envelope of a mail spells it,
 * so that a program finds its owner among the attendees; before the `@`, whatever a URI cannot hold is escaped as UTF-8
 * (RFC 6068, section 2). No form takes such an address today; one that was stored or published earlier stays a valid
 * entry, and ORGANIZER, which RFC 5546 asks for, never falls away.
 */
export function mailtoAddress(email: string): string {
  const address = deliverableAddress(email.replace(/\p{Cs}/gu, ""));
  const at = address.lastIndexOf("@");
  const mailbox = address.slice(0, at).replace(/[^A-Za-z0-9!$'*+._~-]+/g, encodeURIComponent);
  const host = address.slice(at + 1).replace(/[^A-Za-z0-9.-]+/g, encodeURIComponent);
  return `mailto:${mailbox}@${host}`;
}
