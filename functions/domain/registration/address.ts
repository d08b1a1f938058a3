import { createHash } from "node:crypto";
import { domainToASCII } from "node:url";
import { ADDRESS_RULE, ADDRESS_RULES, type AddressRule, oneMailbox } from "./mailbox-rules.ts";
import type { FieldErrorCode } from "./text/field-error.ts";

/** RFC 5321, section 4.5.3.1: 64 octets, `@`, 255 octets, at most 254 in all. */
export const LONGEST_ADDRESS = 254;

export type AddressError = Extract<FieldErrorCode, `email-${string}`>;

/** Why mail cannot be sent to what was typed as an address; undefined where it can, as far as its form tells. */
export function addressError(text: string): AddressError | undefined {
  if (text === "") return "email-missing";
  if (isMailAddress(text)) return undefined;
  return text.length <= LONGEST_ADDRESS && isNumber(text.slice(text.lastIndexOf("@") + 1))
    ? "email-number"
    : "email-invalid";
}

/** Ends as addresses of networks do (WHATWG URL Standard, "ends in a number"), is in brackets, or is one of IPv6. */
const NUMBER = /^\[|(?:^|\.)(?:\d+|0x[\da-f]*)\.?$|^[\da-f]*:[\da-f:.]+$/i;
const isNumber = (host: string): boolean => NUMBER.test(host.normalize("NFKC").replaceAll("\u3002", "."));

/**
 * Whether mail can be sent to it, as far as its form tells: one `@`, something on both sides, a dot in the domain, no
 * blanks, nothing invisible, and a name instead of the number of a machine, which no person has for an address. Before the `@` it is ASCII, since SES takes nothing else (API reference, Destination);
 * domains may be in any script. Whether it exists only mail can tell.
 */
export function isMailAddress(text: string): boolean {
  if (text.length > LONGEST_ADDRESS || /\p{Cc}|(?![\u200c\u200d])\p{Cf}/u.test(text)) return false;
  const found = /^([^\s@<>()[\]\\,;:"]+)@([^\s@<>()[\]\\,;:"/]+\.[^\s@<>()[\]\\,;:"/.]+)$/u.exec(text);
  if (!found) return false;
  const [, local = "", domain = ""] = found;
  if (!/^[\x21-\x7e]+$/.test(local) || local.length > 64 || /^\.|\.\.|\.$/.test(local)) return false;
  return !isNumber(domain) && domainToASCII(domain) !== "" && !/^[.-]|\.\.|-\.|\.-/.test(domain);
}

/**
 * One form for addresses that reach the same mailbox: for telling whether someone has registered, never for sending.
 * The domain is in ASCII and everything in lower case; what a provider ignores is left out.
 */
export function normalisedAddress(typed: string, rule: AddressRule = ADDRESS_RULE): string {
  const trimmed = typed.trim();
  const text = trimmed.length > LONGEST_ADDRESS ? trimmed : trimmed.normalize("NFKC"); // nobody has registered a longer one
  const at = text.lastIndexOf("@");
  const host = text.slice(at + 1).toLowerCase();
  return oneMailbox(text.slice(0, at).toLowerCase(), domainToASCII(host) || host, rule);
}

/** An address as mail servers take it: its domain in ASCII (RFC 5891). */
export function deliverableAddress(typed: string): string {
  const text = typed.trim();
  const at = text.lastIndexOf("@");
  const host = text.slice(at + 1);
  return `${text.slice(0, at)}@${domainToASCII(host) || host}`;
}

/**
 * One form for addresses that are one mailbox for certain, as keys hold it: what a server says of `name+tag@` says
 * nothing of `name@`, unlike what tells whether someone has registered.
 */
export function mailboxHash(typed: string): string {
  return createHash("sha256").update(deliverableAddress(typed).toLowerCase()).digest("base64url");
}

/** The normalised address as keys hold it: they appear in logs and metrics, where no address belongs. */
export function addressHash(typed: string, rule: AddressRule = ADDRESS_RULE): string {
  return createHash("sha256").update(normalisedAddress(typed, rule)).digest("base64url");
}

/** Every hash under which a lock on this mailbox may stand, that of the present rule first. */
export function addressHashes(typed: string): readonly string[] {
  return [...new Set([ADDRESS_RULE, ...ADDRESS_RULES].map((rule) => addressHash(typed, rule)))];
}
