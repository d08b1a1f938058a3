/** What of a file no search for words can see: somebody has to look, or listen. */
export type Unsearched =
  | "pixels"
  | "sound"
  | "video"
  | "encrypted"
  | "damaged"
  /** Of a PDF: what stood in it before it was last saved. */
  | "former states"
  /** Larger or deeper than what is unpacked. */
  | "too large"
  /** A format of which only metadata and bytes are read. */
  | "format";

/** What a search of a file came to. */
export interface Findings {
  /** `perhaps`: a few bytes that may be the words, or an accident; somebody has to look. */
  readonly found: "yes" | "perhaps" | "no";
  /** In what of the file: names of metadata fields, pages, entries, encodings. Never the words. */
  readonly where: readonly string[];
  readonly unsearched: readonly Unsearched[];
}

export const NOTHING: Findings = { found: "no", where: [], unsearched: [] };

export function foundAt(found: Findings["found"], where: string): Findings {
  return found === "no" ? NOTHING : { found, where: [where], unsearched: [] };
}

export const unsearched = (...kinds: readonly Unsearched[]): Findings => ({ ...NOTHING, unsearched: kinds });

/** The surest of some findings, with every place. */
export function together(all: readonly Findings[]): Findings {
  const found = (["yes", "perhaps"] as const).find((each) => all.some((one) => one.found === each)) ?? "no";
  return {
    found,
    where: [...new Set(all.filter((each) => each.found === found).flatMap(({ where }) => where))],
    unsearched: [...new Set(all.flatMap((each) => each.unsearched))].sort(),
  };
}

/** The same of something within a file. */
export function within(name: string, { found, where, unsearched }: Findings): Findings {
  return { found, where: where.map((each) => `${name}: ${each}`), unsearched };
}
