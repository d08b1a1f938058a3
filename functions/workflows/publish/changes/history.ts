import { publicationAt } from "../../../domain/addresses.ts";
import { ChangesDocument, type TextChange } from "../../../domain/documents/changes.ts";
import { NewsroomDocument } from "../../../domain/documents/document.ts";
import { VERSION_CHARACTERS, Version } from "../../../domain/documents/version.ts";
import type { Instant } from "../../../domain/instant.ts";
import type { Language } from "../../../domain/language.ts";
import type { NewsroomItem, StoredItem } from "../../../storage/dynamodb/item.ts";
import { readItem } from "../../../storage/dynamodb/read-item.ts";
import { storedValue } from "../../../storage/dynamodb/stored-value.ts";
import { completeBody } from "../../../storage/newsroom/complete-body.ts";
import { changesKey, partKey, versionKey, versionsPartition } from "../../../storage/newsroom/keys.ts";
import type { HeldItem, Holding } from "../../../storage/newsroom/ledger.ts";
import type { NewsroomWriter } from "../../../storage/newsroom/newsroom-writer.ts";
import { isHeadKey } from "../../../storage/newsroom/parse-key.ts";
import { item, PART_BYTES } from "../../../storage/newsroom/parts.ts";
import type { ManifestDocument } from "../../manifest.ts";
import {
  type FormerDocument,
  formerDocument,
  isPublication,
  storedAt,
  storedParts,
  withAllAssets,
} from "../stored/former-document.ts";
import { documentItem, isChangesItem } from "../stored/held-items.ts";
import { changesFor, redactionsOf, textAt } from "./changes-for.ts";

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
const isPage = (path: string): boolean => publicationAt(path)?.rest === "";

/**
 * The history of a publication in one language, when a version of it gives way to another or moves to another address.
 * Only what readers could see is remembered, and only what they can see is told. Costs reading what stands there, for
 * what changes only. Of what another version of Dateline wrote and no schema reads, what can be read is remembered.
 *
 * @param unread hears why a former version, or a part of it, cannot be read
 * @returns undefined where nothing is to be remembered
 * @throws Error when what was told of earlier changes cannot be read: it would be lost
 */
export async function historyOf(
  writer: NewsroomWriter,
  { unit, now, unread }: { unit: string; now: Instant; unread: (reason: string) => void },
  document: ManifestDocument,
  held: Holding | undefined,
): Promise<History | undefined> {
  const before = held && documentItem(held.items);
  const next = document.items.find((each) => isHeadKey(each.key));
  if (!held || !before || !next || !isPage(document.path)) return undefined;
  if (before.hash === next.hash && before.publishAt === next.publishAt && held.path === document.path)
    return undefined;
  const [past, told] = await Promise.all([storedAt(writer, held.path), toldAt(writer, held)]);
  const was = past && formerDocument(past, unread);
  if (!past || !was) return undefined;
  const seen = before.publishAt <= now;
  const will = storedValue(NewsroomDocument, completeBody(next, document.parts), next.key);
  const lastText = seen ? undefined : await lastTextOf(writer, unit, will);
  const changes =
    next.publishAt <= now
      ? changesFor({ document: was, public: seen, lastText, told }, will, now)
      : undefined;
  const version = seen ? await versionOf(writer, { unit, now, document }, past, { was, will }) : undefined;
  const language = will.kind === "release" ? will.language : undefined;
  const isMoved = held.path !== document.path;
  return (stamp) => {
    const all = changes?.(stamp) ?? (isMoved ? told : []);
    return {
      ...(language && all.length > 0 && { changes: changesItem(document.path, next, language, all) }),
      ...(version && { version: version(stamp) }),
    };
  };
}

/** The version that is to be kept, unless what can be read in it stays or was removed for safety. */
async function versionOf(
  writer: NewsroomWriter,
  { unit, now, document }: { unit: string; now: Instant; document: ManifestDocument },
  past: StoredItem,
  { was, will }: { was: FormerDocument; will: NewsroomDocument },
): Promise<((stamp: Instant) => NewsroomItem) | undefined> {
  if (was.kind !== "remnant" && !isPublication(was)) return undefined;
  const text =
    was.kind === "remnant" ? was.text : textAt(await withAllAssets(was, storedParts(writer, was.path)), now);
  if (isPublication(will)) {
    if ((will.redactedAt?.length ?? 0) > redactionsOf(was)) return undefined;
    const part = async (n: number, hash: string) =>
      document.parts.find(({ key }) => key.sk === partKey(will.path, hash, n).sk)?.body;
    if (textAt(await withAllAssets(will, part), now) === text && was.title === will.title) return undefined;
  }
  const { path, title, language } = was;
  const writtenAt = past.editedAt ?? past.writtenAt;
  return (replacedAt) => {
    const version: Version = { kind: "version", path, title, writtenAt, replacedAt, text: withinLimit(text) };
    return item(versionKey(unit, language, writtenAt), JSON.stringify(version), writtenAt);
  };
}

/** The text that readers of what is out of sight now saw last. */
export async function lastTextOf(
  writer: NewsroomWriter,
  unit: string,
  will: NewsroomDocument,
): Promise<string | undefined> {
  if (will.kind !== "release") return undefined;
  const versions = await writer.partition(versionsPartition(unit, will.language));
  const last = versions.at(-1);
  return last && readItem(Version, last).value.text;
}

function changesItem(
  path: string,
  { publishAt }: NewsroomItem,
  language: Language,
  changes: readonly TextChange[],
): NewsroomItem {
  const document: ChangesDocument = { kind: "changes", path, language, changes: [...changes] };
  return item(changesKey(path), withinAnItem(document), publishAt);
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

function withinLimit(text: string): string {
  return text.length > VERSION_CHARACTERS ? `${text.slice(0, VERSION_CHARACTERS)}\n[…]\n` : text;
}

/** What was told of this unit's document: what another left at the same address is none of it. */
async function toldAt(writer: NewsroomWriter, { path, items }: Holding): Promise<readonly TextChange[]> {
  if (!items.some((each: HeldItem) => isChangesItem(each))) return [];
  const [found] = await writer.read([changesKey(path)]);
  return found ? readItem(ChangesDocument, found).value.changes : [];
}
