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

/** Without an exponent, which `String` gives large numbers. */
const DIGITS = new Intl.NumberFormat("en", { useGrouping: false, maximumFractionDigits: 20 });

function plainDigits(number: number): string {
  return DIGITS.format(Math.abs(number)).replace(".", "");
}
