import * as v from "valibot";
import { NewsroomDocument } from "../../../domain/documents/document.ts";
import { plainText } from "../../../rendering/format/plain-text.ts";
import { versionText } from "../../../rendering/forms/version-text.ts";
import { type FormerPublication, isPublication, withAllAssets } from "../stored/former-document.ts";

/** A whole body, with what gives the parts that belong to it. */
export interface Body {
  readonly body: string;
  readonly part: (n: number, hash: string) => Promise<string | undefined>;
}

/**
 * Whether two bodies at one address say the same, however each is rendered: for what was stored without a hash of its
 * content. Of publications and pages the words are compared, with their times and marks. Of everything else, which has
 * no words of its own, all that both have: what only one has came or went with the compiler.
 */
export async function isSameContent(was: Body, will: Body): Promise<boolean> {
  const [before, after] = await Promise.all([wordsOf(was), wordsOf(will)]);
  if (before !== undefined && after !== undefined) return before === after;
  return agree(JSON.parse(was.body), JSON.parse(will.body));
}

async function wordsOf({ body, part }: Body): Promise<string | undefined> {
  const read = v.safeParse(NewsroomDocument, JSON.parse(body));
  if (!read.success) return undefined;
  const document = read.output;
  if (document.kind === "page") return versionText(document).replace(/\s+/g, " ");
  if (!isPublication(document)) return undefined;
  const text = versionText(await withAllAssets(document, part)).replace(/\s+/g, " ");
  return JSON.stringify([text, factsOf(document)]);
}

function factsOf(document: FormerPublication) {
  const { title, publishAt, updated, corrections, withdrawn, redactedAt, image, slug } = document;
  return [title, publishAt, updated, corrections, withdrawn, redactedAt, image?.alt, image?.credit, slug];
}

/** The hash of the code that renders, and bytes that it makes. */
const RENDERED = new Set(["rendering", "bytes", "hash"]);

function agree(was: unknown, will: unknown): boolean {
  if (typeof was === "string" && typeof will === "string")
    return was === will || (was.includes("<") && plainText(was) === plainText(will));
  if (Array.isArray(was) && Array.isArray(will))
    return was.length === will.length && was.every((each, n) => agree(each, will[n]));
  if (!isRecord(was) || !isRecord(will)) return was === will;
  return Object.keys(was).every(
    (name) => !(name in will) || RENDERED.has(name) || agree(was[name], will[name]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
