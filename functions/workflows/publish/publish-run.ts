import { type Instant, toInstant } from "../../domain/instant.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { MediaStore } from "../../storage/buckets/media-store.ts";
import type { Operation } from "../../storage/dynamodb/transaction.ts";
import type { Fence } from "../../storage/newsroom/fence.ts";
import type { Ledger, LedgerRecord } from "../../storage/newsroom/ledger.ts";
import type { NewsroomWriter } from "../../storage/newsroom/newsroom-writer.ts";
import type { PlaceCapacities } from "../../storage/registrations/place-capacities.ts";
import type { AnswerRemoval } from "./changes/removal-answer.ts";
import { mediaUpload, type UploadMedia } from "./media-upload.ts";
import { type PartitionStates, partitionStates } from "./partition-states.ts";
import type { PublishContext, PublishWork } from "./publication.ts";
import type { PublishEvent } from "./publish-events.ts";
import { type SitemapFiles, sitemapFiles } from "./sitemap-files.ts";

/** One publication while it runs: what its steps share. */
export interface PublishRun {
  readonly writer: NewsroomWriter;
  readonly ledger: Ledger;
  readonly upload: UploadMedia;
  readonly media: MediaStore;
  readonly states: PartitionStates;
  readonly sitemaps: SitemapFiles;
  readonly places: PlaceCapacities | undefined;
  readonly dryRun: boolean;
  /** Whether archives of kits may wait for the next publication. */
  readonly withoutArchives: boolean;
  /** Whether files that were replaced go at once. */
  readonly forgetFormer: boolean;
  /** What may not come back. */
  readonly fence: Fence;
  /** What is known of all units. */
  readonly records: ReadonlyMap<string, LedgerRecord>;
  /** Whether what was public may go out of sight again. */
  readonly allowHide: boolean;
  /** Whether what left may come back without a word. */
  readonly allowReturn: boolean;
  /** Says why a personal detail goes; absent where nobody can be asked. */
  readonly answerRemoval: AnswerRemoval | undefined;
  /** Ends the publication. */
  readonly signal: AbortSignal | undefined;
  now(): Instant;
  /** The instant to write with: never one at which an earlier publication may have written. */
  stamp(): Instant;
  /** The step that holds every transaction of a lane to the lease; none in a dry run. */
  guard(lane: number): Operation | undefined;
  /** What to throw when that step failed. */
  lost(): Promise<Refusal>;
  /** Reports why a unit, or in a dry run the publication, is refused. */
  refuse(refusal: Refusal): void;
  report(event: PublishEvent): void;
  /** Remembers addresses that caches must forget. */
  changed(addresses: Iterable<string>): void;
  /** Runs what must not overlap, one after the other. */
  alone<Result>(task: () => Promise<Result>): Promise<Result>;
}

/** @param addresses takes the addresses that caches must forget */
export function publishRun(
  {
    writer,
    ledger,
    media,
    places,
    clock,
    dryRun = false,
    withoutArchives = false,
    forgetFormer = false,
    allowHide = false,
    allowReturn = false,
    answerRemoval,
  }: PublishContext,
  { guard, lost, stamps, records, fence, signal, report }: PublishWork,
  addresses: Set<string>,
): PublishRun {
  const written = dryRun ? readOnly(writer) : writer;
  return {
    writer: written,
    ledger,
    media,
    places,
    records,
    fence,
    withoutArchives,
    forgetFormer,
    upload: mediaUpload(media, { dryRun, report, signal }),
    states: partitionStates(written),
    sitemaps: sitemapFiles(records.values()),
    dryRun,
    allowHide,
    allowReturn,
    answerRemoval: dryRun ? undefined : (answerRemoval ?? (forgetFormer ? forSafety : undefined)),
    signal,
    now: () => toInstant(clock()),
    stamp: stamps.next,
    guard,
    lost,
    refuse: ({ code, message, help }) => report({ kind: "refused", code, dryRun, message, help }),
    report,
    changed: (changed) => {
      for (const address of changed) addresses.add(address);
    },
    alone: oneAtATime(),
  };
}

/** What is published because something endangers someone is no correction. */
const forSafety: AnswerRemoval = async () => "safety";

function readOnly(writer: NewsroomWriter): NewsroomWriter {
  return { ...writer, transact: async () => {}, putAll: async () => {} };
}

/** Lets tasks through one at a time, in the order in which they came. */
function oneAtATime(): PublishRun["alone"] {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => {});
    return next;
  };
}
