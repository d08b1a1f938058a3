import { SECURITY_PATH } from "../../domain/addresses.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import type { Instant } from "../../domain/instant.ts";
import { LANGUAGES } from "../../domain/language.ts";

/** Months from the first of the present one to the end: always between six and seven months ahead. */
const MONTHS_VALID = 7;

/**
 * `/.well-known/security.txt` (RFC 9116). It must expire within a year, and is made anew with every request; its
 * end moves on the first of each month, so that its bytes and its validator stay for the month.
 */
export function securityTxt({ address, security }: SiteDocument, now: Instant): string {
  const [year = 0, month = 0] = now.split("-").map(Number);
  const expires = new Date(Date.UTC(year, month - 1 + MONTHS_VALID, 1));
  return [
    `Contact: ${security}`,
    `Expires: ${expires.toISOString().slice(0, 19)}Z`,
    `Preferred-Languages: ${LANGUAGES.join(", ")}`,
    `Canonical: ${address}${SECURITY_PATH}`,
    "",
  ].join("\n");
}
