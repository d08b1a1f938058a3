/** Octets in a line of iCalendar, the line break not counted (RFC 5545, section 3.1). */
const LINE_OCTETS = 75;

/** A content line: `SUMMARY;LANGUAGE=en:World Day`, its value written already. */
export function contentLine(
  name: string,
  value: string,
  parameters: Readonly<Record<string, string>> = {},
): string {
  const written = Object.entries(parameters).map(([key, each]) => `;${key}=${parameterValue(each)}`);
  return fold(`${name}${written.join("")}:${value}`);
}

/** Lines as a calendar: each ends in CR LF. */
export function calendarText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\r\n`).join("");
}

/**
 * Text as a value of type TEXT (section 3.3.11): backslash, semicolon and comma escaped, line breaks written as
 * `\n`, and control characters, which no value may hold, left out.
 */
export function textValue(text: string): string {
  return withoutControls(text.replace(/\r\n?/g, "\n"))
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll("\n", "\\n");
}

/** `20200730T050000Z`: a time in UTC, so that no reader needs to know a zone. */
export function timeValue(instant: string): string {
  return instant.replace(/[-:]/g, "");
}

/**
 * A parameter's value, quoted where it needs to be. What no quoted value may hold is written as RFC 6868 has it: `^'` for a
 * quotation mark, `^n` for a line break, `^^` for the caret itself.
 */
function parameterValue(value: string): string {
  const safe = withoutControls(value.replace(/\r\n?/g, "\n"))
    .replaceAll("^", "^^")
    .replaceAll('"', "^'")
    .replaceAll("\n", "^n");
  return /^[A-Za-z0-9-]+$/.test(safe) ? safe : `"${safe}"`;
}

/** Without control characters, tab and line feed excepted, and without halves of a character. */
function withoutControls(text: string): string {
  return text.replace(/\p{Cs}|(?![\t\n])\p{Cc}/gu, "");
}

/** A line in pieces of at most 75 octets, continued after CR LF and a space; no character is cut in two. */
export function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
