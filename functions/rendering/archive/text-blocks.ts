/** What fits into a window of 80 columns with something to spare. */
const COLUMNS = 76;

/**
 * Lines of at most 76 characters, broken at spaces only, so that an address stays whole; paragraphs stay apart. What
 * must not be parted by a break is held together by no-break spaces, as on the page.
 */
export function wrapped(text: string): string {
  return text
    .split("\n")
    .map((paragraph) => {
      const lines: string[] = [];
      let line = "";
      for (const word of paragraph.split(/[ \t\r]+/)) {
        if (line !== "" && lengthOf(line) + 1 + lengthOf(word) > COLUMNS) {
          lines.push(line);
          line = word;
        } else line = line === "" ? word : `${line} ${word}`;
      }
      return [...lines, line].join("\n");
    })
    .join("\n");
}

/** A heading, which in plain text is a line with a line of signs below. */
export function underlined(title: string, sign: "=" | "-"): string {
  const lines = wrapped(title);
  const longest = Math.max(...lines.split("\n").map(lengthOf));
  return `${lines}\n${sign.repeat(Math.min(longest, COLUMNS))}`;
}

/** In characters as one sees them, more or less: those beyond the first plane count once. */
function lengthOf(text: string): number {
  return [...text].length;
}
