/** What people write as a telephone number: 5 to 20 digits with what separates them. */
export function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  return /^\+?[\d\s().\-/]+$/.test(text) && digits >= 5 && digits <= 20;
}
