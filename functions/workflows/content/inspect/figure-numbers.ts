/**
 * Whether a text holds a number, however it is grouped: 100,000, 100 000 and 100000 are the same, and so are 2.5
 * and 2,5.
 */
export function holdsNumber(text: string, number: number): boolean {
  const digits = plainDigits(number);
  for (const [token] of text.matchAll(/\d+(?:[ \u00a0\u2009\u202f,.'’]\d+)*/g)) {
    const groups = token.split(/[^\d]/);
    // within a run such as “25 100,000” each stretch of neighbouring groups may be the number
    for (let start = 0; start < groups.length; start++)
      for (let end = start + 1; end <= groups.length; end++)
        if (groups.slice(start, end).join("") === digits) return true;
  }
  return false;
}

/** Every digit and no sign; `String` writes very large and very small numbers with an exponent. */
function plainDigits(number: number): string {
  const [digits = "", exponent = "0"] = String(Math.abs(number)).split("e");
  const [whole = "", fraction = ""] = digits.split(".");
  const ahead = Number(exponent);
  return ahead < 0 ? `${"0".repeat(-ahead)}${whole}${fraction}` : `${whole}${fraction.padEnd(ahead, "0")}`;
}
