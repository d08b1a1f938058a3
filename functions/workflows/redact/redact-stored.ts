import * as v from "valibot";
import type { Detail } from "../../domain/detail.ts";
import { ChangesDocument, type TextChange } from "../../domain/documents/changes.ts";
import { Version } from "../../domain/documents/version.ts";
import type { Clock, Instant } from "../../domain/instant.ts";
import type { StoredItem } from "../../storage/item.ts";
import { NOTICES_PARTITION } from "../../storage/keys.ts";
import type { MediaPurge } from "../../storage/media-purge.ts";
import type { NewsroomWriter } from "../../storage/newsroom-writer.ts";
import { bodyHash } from "../../storage/parts.ts";
import type { PublishLease } from "../../storage/publish-lease.ts";
import type { Operation } from "../../storage/transaction.ts";
import { stampsOf } from "../publish/stamps.ts";

/** What redacting is given: all that a newsroom stores. */
export interface StoredNewsroom {
  /** Every item of the table. */
  items(): AsyncIterable<StoredItem>;
  readonly writer: NewsroomWriter;
  readonly media: MediaPurge;
  readonly lease: PublishLease;
  readonly clock: Clock;
}

/** What it came to. */
export interface Redaction {
  /** Items of former versions and of changes that were rewritten, and of parts that nothing names any more. */
  readonly items: number;
  /** Objects of the media bucket that were removed in every version. */
  readonly objects: readonly string[];
  /** Where the words still stand, because present content holds them: addresses, and keys of media. */
  readonly left: readonly string[];
  /** Files too large to be searched. */
  readonly unsearched: readonly string[];
}

/** Larger files are videos: whoever is seen or heard in one is no matter of words. */
const SEARCHED_BYTES = 64 * 1024 * 1024;

/**
 * Takes the words out of everything that is kept beside the present content: former versions, what is told of changes,
 * parts that a killed publication left, files that no document shows any more. Run after the content without the words
 * was published; run again, it goes on.
 *
 * @throws Refusal `publish-lease-held` while somebody publishes
 */
export async function redactStored(
  { items, writer, media, lease, clock }: StoredNewsroom,
  detail: Detail,
  replacement: string,
): Promise<Redaction> {
  const held = await lease.take();
  const stamps = stampsOf(clock, held.lastWrite);
  const left = new Set<string>();
  const parts: { readonly item: Pick<StoredItem, "key">; readonly holds: boolean }[] = [];
  const shown = new Shown();
  let changed = 0;
  try {
    for await (const item of items()) {
      shown.note(item);
      if (item.key.sk.startsWith("part#"))
        parts.push({ item: { key: item.key }, holds: detail.isIn(item.body) });
      else if (detail.isIn(item.body) || detail.isIn(item.key.pk) || detail.isIn(item.key.sk)) {
        const operation = redacted(item, detail, replacement, stamps.next);
        if (operation) {
          await writer.transact([held.guard(0), operation]);
          changed++;
        } else left.add(addressOf(item));
      }
    }
    for (const { item: part, holds } of parts) {
      if (shown.names(part)) {
        if (holds) left.add(addressOf(part));
      } else {
        await writer.transact([held.guard(0), { remove: part.key }]);
        changed++;
      }
    }
  } finally {
    await held.release(stamps.last()).catch(() => {}); // it ends by itself, and what was thrown before matters more
  }
  const { removed, unsearched } = await redactMedia(media, detail, shown, left);
  return { items: changed, objects: removed, left: [...left].sort(), unsearched };
}

/** Files that hold the words go, unless a document shows them still. */
async function redactMedia(
  media: MediaPurge,
  detail: Detail,
  shown: Shown,
  left: Set<string>,
): Promise<{ removed: string[]; unsearched: string[] }> {
  const removed: string[] = [];
  const unsearched: string[] = [];
  for await (const { key, bytes } of media.objects()) {
    if (bytes > SEARCHED_BYTES) {
      unsearched.push(`/${key}`);
      continue;
    }
    if (!detail.isIn(key) && !detail.isIn(Buffer.from(await media.bytes(key)).toString("utf8"))) continue;
    if (shown.has(key)) left.add(`/${key}`);
    else {
      await media.remove(key);
      removed.push(`/${key}`);
    }
  }
  return { removed, unsearched };
}

/** What documents name: files by their path, and parts by their hash. */
class Shown {
  private readonly files = new Set<string>();
  private readonly hashes = new Set<string>();

  note({ key, body }: StoredItem): void {
    for (const [path] of body.matchAll(/\/media\/[^"\\\s<>)]+/g)) this.files.add(path);
    if (key.sk !== "document") return;
    for (const [, hash] of body.matchAll(/"hash":"([0-9a-f]{32})"/g)) this.hashes.add(`${key.pk} ${hash}`);
  }

  has(key: string): boolean {
    return this.files.has(`/${key}`);
  }

  names({ key }: Pick<StoredItem, "key">): boolean {
    return this.hashes.has(`${key.pk} ${key.sk.split("#")[1]}`);
  }
}

/** What becomes of an item of the past; undefined for what is present content. */
function redacted(
  item: StoredItem,
  detail: Detail,
  replacement: string,
  stamp: () => Instant,
): Operation | undefined {
  const { key, body } = item;
  const without = (text: string) => detail.removedFrom(text, replacement);
  const rewritten = (value: Version | ChangesDocument, writtenAt: Instant): Operation => {
    const text = JSON.stringify(value);
    return { put: { ...item, body: text, hash: bodyHash(text), writtenAt } };
  };
  if (key.pk === NOTICES_PARTITION) return { remove: key }; // whoever redacts makes caches forget everything
  if (key.pk.startsWith("versions#")) {
    const version = v.parse(Version, JSON.parse(body));
    const { title, text } = version;
    return rewritten({ ...version, title: without(title), text: without(text) }, item.writtenAt);
  }
  const changes = key.sk === "changes" ? v.safeParse(ChangesDocument, JSON.parse(body)) : undefined;
  if (!changes?.success) return undefined;
  const told = changes.output.changes.flatMap((change) => withoutDetail(change, detail, without));
  return rewritten({ ...changes.output, changes: told }, stamp());
}

/**
 * A difference with a hole would tell how long the words were, and its other half perhaps the words: the paragraph goes,
 * and with its last one a change that was nothing else.
 */
function withoutDetail(change: TextChange, detail: Detail, without: (text: string) => string): TextChange[] {
  const paragraphs = change.paragraphs.filter(
    (runs) =>
      !detail.isIn(textOf(runs, "removed")) &&
      !detail.isIn(textOf(runs, "added")) &&
      !detail.isIn(textOf(runs)),
  );
  if (change.kind === "minor" && paragraphs.length === 0) return [];
  return [{ ...change, ...(change.note !== undefined && { note: without(change.note) }), paragraphs }];
}

type Runs = TextChange["paragraphs"][number];

/** The paragraph as it read without the runs of one kind; all of it without a kind. */
function textOf(runs: Runs, without?: Runs[number]["type"]): string {
  return runs
    .filter((run) => run.type !== without)
    .map((run) => run.text)
    .join("");
}

function addressOf({ key }: Pick<StoredItem, "key">): string {
  return key.pk.startsWith("/") ? key.pk : `${key.pk} ${key.sk}`;
}
