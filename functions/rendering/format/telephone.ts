/** A `tel:` address (RFC 3966): what is typed for people, without what only separates its digits. */
export function telephone(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, "")}`;
}
