/** Text as it is set: lines that fit, and their size in points. */
export interface FittedText {
  readonly lines: readonly string[];
  readonly size: number;
}

export interface TextBox {
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly largest: number;
  readonly smallest: number;
}

/** Height of a line, in sizes of its letters. */
export const LEADING = 1.2;

/**
 * Sets a text as large as it fits: words go to the next line first, then letters become smaller. Only a word that is too
 * wide at the smallest size is broken, and only what fits at no size loses its end, marked by an ellipsis.
 *
 * @param widthOf of a text at one point, in points
 */
export function fittedText(
  text: string,
  widthOf: (text: string) => number,
  { width, height, largest, smallest }: TextBox,
): FittedText {
  const words = text.split(/\s+/).filter((word) => word !== "");
  for (let size = largest; size > smallest; size--) {
    const lines = wrapped(words, (line) => widthOf(line) * size <= width);
    if (lines && lines.length * size * LEADING <= height) return { lines, size };
  }
  const fits = (line: string) => widthOf(line) * smallest <= width;
  const lines =
    wrapped(
      words.flatMap((word) => broken(word, fits)),
      fits,
    ) ?? [];
  const most = Math.max(1, Math.floor(height / (smallest * LEADING)));
  const last = lines[most - 1];
  return lines.length <= most || last === undefined
    ? { lines, size: smallest }
    : { lines: [...lines.slice(0, most - 1), `${last.slice(0, -1)}…`], size: smallest };
}

/** Undefined where a word alone is too wide. */
function wrapped(words: readonly string[], fits: (line: string) => boolean): string[] | undefined {
  const lines: string[] = [];
  for (const word of words) {
    if (!fits(word)) return undefined;
    const line = lines.at(-1);
    if (line !== undefined && fits(`${line} ${word}`)) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function broken(word: string, fits: (line: string) => boolean): string[] {
  const parts = [""];
  for (const letter of word) {
    const part = parts.at(-1) ?? "";
    if (part === "" || fits(part + letter)) parts[parts.length - 1] = part + letter;
    else parts.push(letter);
  }
  return parts;
}
