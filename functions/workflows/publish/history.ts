import * as v from "valibot";
import { documentAt, type ShownDocument } from "../../domain/documents/at.ts";
import { ChangesDocument, type TextChange } from "../../domain/documents/changes.ts";
import { NewsroomDocument } from "../../domain/documents/document.ts";
import { VERSION_CHARACTERS, type Version } from "../../domain/documents/version.ts";
import type { Instant } from "../../domain/instant.ts";
import { versionText } from "../../rendering/version-text.ts";
import type { NewsroomItem, StoredItem } from "../../storage/item.ts";
import { changesKey, documentKey, versionKey } from "../../storage/keys.ts";
import type { Holding } from "../../storage/ledger.ts";
import type { NewsroomWriter } from "../../storage/newsroom-writer.ts";
import { item, PART_BYTES, readParts, wholeBody } from "../../storage/parts.ts";
import type { ManifestDocument } from "../manifest.ts";
import { headOf } from "./held-items.ts";
import { textDifference } from "./text-difference.ts";

/** What publishing adds to the history of a document, in the transaction in which it changes. */
export interface HistoryItems {
  /** What changed in it, beside it under its address. */
  readonly changes?: NewsroomItem;
  /** The version whose place is taken. */
  readonly version?: NewsroomItem;
}

/** Tells them for the instant at which the new version is written. */
export type History = (stamp: Instant) => HistoryItems;

/** A page of a publication: the API's and the site's documents have no versions. */
const PAGE = /^\/..\/(releases|events|kits)\/[^/]+$/;

/**
 * The history of a publication in one language, when a version of it that could be read gives way to another or moves
 * to another address. Costs reading what stands there, for what changes only.
 *
 * @returns undefined where nothing is to be remembered
 */
export async function historyOf(
  writer: NewsroomWriter,
  { unit, now }: { unit: string; now: Instant },
  document: ManifestDocument,
  held: Holding | undefined,
): Promise<History | undefined> {
  const before = held && headOf(held.items);
  const next = document.items.find((each) => each.key.sk === "document");
  if (!held || !before || !next || before.publishAt > now || !PAGE.test(document.path)) return undefined;
  if (before.hash === next.hash && held.path === document.path) return undefined;
  const [past, told] = await Promise.all([stored(writer, held.path), changesAt(writer, held.path)]);
  const was = past && parsed(past.body);
  if (!past || !was) return undefined;
  const will = v.parse(NewsroomDocument, JSON.parse(wholeBody(next, document.parts)));
  return (stamp) => {
    const change = changeOf(was, will, { now, stamp });
    return {
      ...(change?.kind !== "safety" &&
        isReplaced(was, will, now) && { version: versionItem(unit, past, was, stamp) }),
      ...changesItem(document, next, will, [...(change ? [change] : []), ...told]),
    };
  };
}

function isReplaced(was: NewsroomDocument, will: NewsroomDocument, now: Instant): was is Publication {
  if (!isShown(was)) return false;
  return !isShown(will) || textAt(was, now) !== textAt(will, now) || was.title !== will.title;
}

/** What a reader of the list of changes is told; undefined when no word changed, or when there is nothing to read any more. */
function changeOf(
  was: NewsroomDocument,
  will: NewsroomDocument,
  { now, stamp: at }: { now: Instant; stamp: Instant },
): TextChange | undefined {
  if (!isShown(will)) return undefined;
  const note = will.corrections.at(-1)?.note;
  if (!isShown(was)) return { at, kind: "return", ...(note && { note }), paragraphs: [] };
  if ((will.redactedAt?.length ?? 0) > (was.redactedAt?.length ?? 0))
    return { at, kind: "safety", paragraphs: [] };
  const paragraphs = textDifference(textAt(was, now), textAt(will, now), will.language);
  if (will.withdrawn && !was.withdrawn)
    return { at, kind: "withdrawal", note: will.withdrawn.note, paragraphs };
  const isCorrected = will.corrections.length > was.corrections.length;
  if (was.withdrawn && !will.withdrawn) return { at, kind: "return", ...(note && { note }), paragraphs };
  if (isCorrected) return { at, kind: "correction", ...(note && { note }), paragraphs };
  return paragraphs.length > 0 ? { at, kind: "minor", paragraphs } : undefined;
}

function versionItem(
  unit: string,
  { writtenAt }: StoredItem,
  was: Publication,
  stamp: Instant,
): NewsroomItem {
  const text = versionText(was);
  const version: Version = {
    kind: "version",
    path: was.path,
    title: was.title,
    writtenAt,
    replacedAt: stamp,
    text: text.length > VERSION_CHARACTERS ? `${text.slice(0, VERSION_CHARACTERS)}\n[…]\n` : text,
  };
  return item(versionKey(unit, was.language, writtenAt), JSON.stringify(version), writtenAt);
}

function changesItem(
  { path }: ManifestDocument,
  { publishAt }: NewsroomItem,
  will: NewsroomDocument,
  changes: readonly TextChange[],
): HistoryItems {
  if (will.kind !== "release" || changes.length === 0) return {}; // other pages have no address for them
  const document: ChangesDocument = { kind: "changes", path, language: will.language, changes: [...changes] };
  return { changes: item(changesKey(path), withinAnItem(document), publishAt) };
}

/** Of a release that changed very often, the oldest differences give way; their times and notes stay. */
function withinAnItem(document: ChangesDocument): string {
  const changes = [...document.changes];
  let body = JSON.stringify({ ...document, changes });
  for (let i = changes.length - 1; i >= 0 && Buffer.byteLength(body) > PART_BYTES; i--) {
    const change = changes[i];
    if (change) changes[i] = { ...change, paragraphs: [] };
    body = JSON.stringify({ ...document, changes });
  }
  return body;
}

/** What can be read at `now`: a link that lifts later is no part of it, and its lift no change. */
function textAt(document: Publication, now: Instant): string {
  return versionText(documentAt(document, now));
}

type Publication = Extract<ShownDocument, { readonly corrections: unknown }>;

function isShown(document: NewsroomDocument): document is Publication {
  return document.kind === "release" || document.kind === "event" || document.kind === "kit";
}

async function stored(writer: NewsroomWriter, path: string): Promise<StoredItem | undefined> {
  const [head] = await writer.read([documentKey(path)]);
  return head && (await readParts(async (key) => (await writer.read([key]))[0], head));
}

async function changesAt(writer: NewsroomWriter, path: string): Promise<readonly TextChange[]> {
  const [found] = await writer.read([changesKey(path)]);
  const told = found && v.safeParse(ChangesDocument, JSON.parse(found.body));
  return told?.success ? told.output.changes : [];
}

/** The document in a body; undefined for one that an earlier Dateline wrote in another form. */
function parsed(body: string): NewsroomDocument | undefined {
  const read = v.safeParse(NewsroomDocument, JSON.parse(body));
  return read.success ? read.output : undefined;
}
