/** A stretch of well-formed XML. Everything that is not one is text, and is escaped when it is put into one. */
export class Xml {
  constructor(readonly source: string) {}
}

type Value = Xml | string | number | undefined | readonly Value[];

/**
 * Builds XML that reads like the format: a template `<title>${title}</title>` escapes what is put in, in content and in
 * attributes alike; other Xml goes in as it is, lists one after the other, `undefined` as nothing.
 */
export function xml(strings: TemplateStringsArray, ...values: Value[]): Xml {
  let source = outdented(strings[0]);
  values.forEach((value, n) => {
    source += written(value) + outdented(strings[n + 1]);
  });
  return new Xml(source);
}

/** A whole document: the declaration and the root element. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.source}\n`;
}

/** The template's own text without the indentation of the source file; what is put in keeps its white space. */
function outdented(text: string | undefined): string {
  return text?.replace(/\n\s+/g, "\n") ?? "";
}

function written(value: Value): string {
  if (value === undefined) return "";
  if (value instanceof Xml) return value.source;
  if (typeof value === "object") return value.map(written).join("");
  return escaped(String(value));
}

/**
 * Text in a CDATA section, which keeps HTML short and readable. `]]>` would end it, so it is put into two sections.
 */
export function cdata(text: string): Xml {
  return new Xml(`<![CDATA[${allowedText(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`);
}

/** Characters that XML 1.0 allows in no form (section 2.2): control characters, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text without what XML cannot carry. */
function allowedText(text: string): string {
  return text.replace(FORBIDDEN, "");
}

/**
 * Numeric references, not `&amp;` and `&lt;`: the RSS Best Practices Profile asks for them in titles, since readers
 * that decode twice then show the character and not the beginning of a tag. `>` is escaped for the sake of `]]>`.
 * A carriage return is escaped because parsers would make it a line feed.
 */
function escaped(text: string): string {
  return allowedText(text).replace(/[&<>"'\r]/g, (character) => {
    return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
  });
}
