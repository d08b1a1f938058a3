import * as v from "valibot";
import { NewsroomDocument } from "../../../domain/documents/document.ts";
import type { EventDocument } from "../../../domain/documents/event.ts";
import { AssetPage, type KitDocument } from "../../../domain/documents/kit.ts";
import type { ReleaseDocument } from "../../../domain/documents/release.ts";
import { Language } from "../../../domain/language.ts";
import { plainText } from "../../../rendering/format/plain-text.ts";
import type { StoredItem } from "../../../storage/dynamodb/item.ts";
import { storedValue } from "../../../storage/dynamodb/stored-value.ts";
import { documentKey, partKey } from "../../../storage/newsroom/keys.ts";
import type { NewsroomWriter } from "../../../storage/newsroom/newsroom-writer.ts";
import { readParts } from "../../../storage/newsroom/parts.ts";

export type FormerPublication = ReleaseDocument | EventDocument | KitDocument;

/** What stood at an address before. */
export type FormerDocument = NewsroomDocument | UnreadDocument;

/** What can be read of a publication whose shape no schema reads any more: enough to keep it as a version. */
export interface UnreadDocument {
  readonly kind: "remnant";
  readonly path: string;
  readonly language: Language;
  readonly title: string;
  /** Its words, as plain text: not all of them, so they are compared with nothing. */
  readonly text: string;
  /** When it was corrected in the open. */
  readonly corrections: readonly { readonly at: string }[];
  readonly withdrawn: boolean;
  /** How often something was removed from it for safety. */
  readonly redactions: number;
}

export function isPublication(document: FormerDocument): document is FormerPublication {
  return document.kind === "release" || document.kind === "event" || document.kind === "kit";
}

const At = v.object({ at: v.string() });

/** What every version of Dateline wrote of a publication, and the least that a version is made of. */
const Readable = v.object({
  path: v.string(),
  language: Language,
  title: v.string(),
  summary: v.string(),
  html: v.string(),
  notes: v.fallback(v.string(), ""),
  corrections: v.fallback(v.array(At), []),
  withdrawn: v.fallback(v.optional(At), undefined),
  redactedAt: v.fallback(v.array(v.unknown()), []),
});

/**
 * The document in a stored head with its whole body.
 * @param report is told what cannot be read of it
 * @returns undefined where nothing can
 */
export function formerDocument(
  { key, body }: Pick<StoredItem, "key" | "body">,
  report: (reason: string) => void,
): FormerDocument | undefined {
  try {
    return storedValue(NewsroomDocument, body, key);
  } catch (error) {
    report(error instanceof Error ? error.message : String(error));
  }
  const read = v.safeParse(Readable, JSON.parse(body));
  if (!read.success) return undefined;
  const { path, language, title, summary, html, notes, corrections, withdrawn, redactedAt } = read.output;
  const blocks = [title, summary, plainText(html), plainText(notes)];
  const text = `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
  return {
    kind: "remnant",
    path,
    language,
    title,
    text,
    corrections,
    withdrawn: withdrawn !== undefined,
    redactions: redactedAt.length,
  };
}

/** The head that is stored at a path, with its whole body. */
export async function storedAt(writer: NewsroomWriter, path: string): Promise<StoredItem | undefined> {
  const [head] = await writer.read([documentKey(path)]);
  return head && (await readParts(async (key) => (await writer.read([key]))[0], head));
}

/** A kit with the assets of all its pages. @param read the n-th part under a hash */
export async function withAllAssets<Document extends FormerPublication>(
  document: Document,
  read: (n: number, hash: string) => Promise<string | undefined>,
): Promise<FormerPublication> {
  if (document.kind !== "kit" || !document.pages) return document;
  const { hash, count } = document.pages;
  const assets = [...document.assets];
  for (let n = 2; n <= count; n++)
    assets.push(...storedValue(AssetPage, (await read(n, hash)) ?? "[]", partKey(document.path, hash, n)));
  return { ...document, assets };
}

/** The parts of what is stored, as `whole` asks for them. */
export const storedParts =
  (writer: NewsroomWriter, path: string) =>
  async (n: number, hash: string): Promise<string | undefined> =>
    (await writer.read([partKey(path, hash, n)]))[0]?.body;
