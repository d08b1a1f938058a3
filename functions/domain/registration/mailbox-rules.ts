/**
 * The rule by which addresses are one mailbox. A lock on an address stands under the hash of the rule of its time:
 *
 *     1   tags after `+` at every provider, dots at Gmail
 *     2   tags where the provider has them, dots at Gmail, and what Yandex takes for one
 */
export const ADDRESS_RULES = [1, 2] as const;
export type AddressRule = (typeof ADDRESS_RULES)[number];
export const ADDRESS_RULE: AddressRule = 2;

/** Where `name+tag@` reaches `name@` (help pages of each provider). */
const TAGGED: ReadonlySet<string> = new Set([
  "fastmail.com",
  "hotmail.com",
  "icloud.com",
  "live.com",
  "mac.com",
  "me.com",
  "msn.com",
  "outlook.com",
  "pm.me",
  "proton.me",
  "protonmail.com",
]);

/** Yandex: one mailbox has its name at all of these domains (yandex.com/support/id, "Additional addresses"). */
const YANDEX =
  /^(?:ya\.ru|narod\.ru|yandex\.(?:az|by|com|com\.am|com\.ge|com\.tr|co\.il|ee|eu|fr|kg|kz|lt|lv|md|pl|ru|tj|tm|ua|uz))$/;

const GMAIL: ReadonlySet<string> = new Set(["gmail.com", "googlemail.com"]);

/**
 * The one form of a mailbox. Gmail ignores dots; Yandex takes a dot and a hyphen for the same letter.
 * @param local what stands before the `@`, in lower case
 * @param domain in lower case and ASCII
 */
export function oneMailbox(local: string, domain: string, rule: AddressRule): string {
  if (GMAIL.has(domain)) return `${withoutTag(local).replaceAll(".", "")}@gmail.com`;
  if (rule === 1) return `${withoutTag(local)}@${domain}`;
  if (YANDEX.test(domain)) return `${withoutTag(local).replaceAll(".", "-")}@yandex.ru`;
  return `${TAGGED.has(domain) ? withoutTag(local) : local}@${domain}`;
}

/** Never nothing: a name that begins with `+` is one. */
const withoutTag = (local: string): string => {
  const at = local.indexOf("+", 1);
  return at < 0 ? local : local.slice(0, at);
};
