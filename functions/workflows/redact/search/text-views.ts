/** Ends of lines and cells in HTML, drawings, office files and their like: words do not go on beyond them. */
const BLOCK =
  /<\/?(?:[a-z]+:)?(?:p|h[1-6]?|li|ul|ol|dl|dt|dd|tr|td|th|table|div|section|article|header|footer|figure|figcaption|blockquote|pre|title|desc|metadata|text|row|c|si|is|v|br|cr|tab|line-break|table-cell|comment|txbx|body|docpr|cnvpr)(?=[\s/>])[^<>]*>/gi;
const TAG = /<[^<>]*>/g;
const CAPTION_TIMES = /^(?:\d+\s*\n)?(?:\d+:)?\d\d:\d\d[.,]\d{3} +--> .*$/gm;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  shy: "",
};

/**
 * A text in all the ways in which somebody may read it: as it is written; with its escapes decoded; with the runs of
 * its marks joined, with and without blanks between them; captions without their times.
 */
export function textViews(text: string): string[] {
  const plain = text.replaceAll("\r\n", "\n").normalize("NFKC");
  const views = [plain, decodedEscapes(plain), unbroken(plain)];
  if (/<[a-z!?/]/i.test(plain)) {
    const lines = plain.replace(BLOCK, "\n");
    views.push(decodedEscapes(lines.replace(TAG, "")), decodedEscapes(lines.replace(TAG, " ")));
  }
  if (plain.includes("-->"))
    views.push(
      plain
        .replace(CAPTION_TIMES, "")
        .replace(TAG, "")
        .replace(/\n{2,}/g, "\n"),
    );
  return [...new Set(views)];
}

/** Characters that HTML, JSON and addresses write by their numbers. */
function decodedEscapes(text: string): string {
  return text
    .replace(/&#(\d{1,7});/g, (whole, n: string) => characterOf(Number(n), whole))
    .replace(/&#x([0-9a-f]{1,6});/gi, (whole, n: string) => characterOf(Number.parseInt(n, 16), whole))
    .replace(/&(amp|lt|gt|quot|apos|nbsp|shy);/g, (whole, name: string) => NAMED[name] ?? whole)
    .replace(/\\u\{?([0-9a-f]{4})\}?/gi, (whole, n: string) => characterOf(Number.parseInt(n, 16), whole))
    .replace(/(?:%[0-9a-f]{2})+/gi, decodedPercents);
}

function characterOf(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}

function decodedPercents(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped; // it is no UTF-8
  }
}

/** Without the hyphens and the ends of lines at which words are divided. */
function unbroken(text: string): string {
  return text.replace(/(?<=\p{L})[-\u2010\u00ad]\n[ \t]*(?=\p{L})/gu, "");
}
