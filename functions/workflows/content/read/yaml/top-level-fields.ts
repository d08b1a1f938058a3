import { isMap, parseDocument } from "yaml";

/** The fields of a YAML file as far as they can be read, whatever else in it is wrong. */
export interface TopLevelFields {
  /** Whether the file as a whole is YAML with fields. */
  readonly whole: boolean;
  /** Whether a field is there, readable or not. */
  has(name: string): boolean;
  /** Every value that is given for a field: more than one where it stands twice. */
  values(name: string): readonly unknown[];
  /** The lines of a field as they were typed, where the file is not YAML as a whole. */
  texts(name: string): readonly string[];
}

const NONE: TopLevelFields = { whole: false, has: () => false, values: () => [], texts: () => [] };

/**
 * Reads a file as a whole and, where that fails, each field at its top by itself: a mistake in one hides no other.
 * Never throws.
 */
export function topLevelFields(bytes: Buffer | undefined): TopLevelFields {
  if (!bytes) return NONE;
  const text = decoded(bytes);
  const value = parsed(text);
  if (isFields(value))
    return {
      whole: true,
      has: (name) => Object.hasOwn(value, name),
      values: (name) => (Object.hasOwn(value, name) ? [value[name]] : []),
      texts: () => [],
    };
  const blocks = blocksOf(text);
  const named = (name: string) => blocks.filter((block) => block.name === name);
  return {
    whole: false,
    has: (name) => named(name).length > 0,
    values: (name) =>
      named(name).flatMap((block) => {
        const read = parsed(block.text);
        return isFields(read) && Object.hasOwn(read, name) ? [read[name]] : [];
      }),
    texts: (name) => named(name).map((block) => block.text),
  };
}

/** Editors on Windows save UTF-16 with a byte order mark; bytes that are no text become marks that no field has. */
function decoded(bytes: Buffer): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes).replaceAll("\r\n", "\n");
}

/** The lines from one field at the left edge to the next. */
function blocksOf(text: string): { name: string; text: string }[] {
  const blocks: { name: string; text: string }[] = [];
  for (const line of text.split("\n")) {
    const name = /^["']?([A-Za-z]\w*)["']?\s*:(\s|$)/.exec(line)?.[1];
    const last = blocks.at(-1);
    if (name !== undefined) blocks.push({ name, text: `${line}\n` });
    else if (last) last.text += `${line}\n`;
  }
  return blocks;
}

function parsed(text: string): unknown {
  try {
    const document = parseDocument(text, { logLevel: "silent", prettyErrors: false });
    if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    return undefined; // aliases that multiply, or that lead to what stands in another field
  }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
