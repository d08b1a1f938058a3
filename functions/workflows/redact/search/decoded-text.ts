/** Larger texts are searched as bytes. */
const MOST_TEXT_BYTES = 64 * 1024 * 1024;
/** What stands in no text; UTF-16 without a mark would otherwise pass for UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NO_TEXT = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/;
const DECLARED = /(?:charset\s*=|encoding\s*=)\s*["']?([\w-]{3,20})/i;

/** The text of a file that is nothing but text; undefined for any other. Its encoding may be marked, declared, or UTF-8. */
export function decodedText(bytes: Buffer): string | undefined {
  if (bytes.length > MOST_TEXT_BYTES) return undefined;
  for (const label of [...markOf(bytes), "utf-8", ...declaredIn(bytes)]) {
    const text = decodedAs(label, bytes);
    if (text !== undefined && !NO_TEXT.test(text)) return text;
  }
  return undefined;
}

function markOf(bytes: Buffer): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ["utf-16le"];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ["utf-16be"];
  return [];
}

/** What HTML and XML say of themselves. */
function declaredIn(bytes: Buffer): string[] {
  const label = DECLARED.exec(bytes.subarray(0, 2_000).toString("latin1"))?.[1];
  return label === undefined ? [] : [label];
}

function decodedAs(label: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // another encoding, or one that nobody knows
  }
}
