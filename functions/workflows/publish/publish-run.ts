import { type Instant, toInstant } from "../../domain/instant.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Operation } from "../../storage/dynamodb/transaction.ts";
import type { Fence } from "../../storage/newsroom/fence.ts";
import type { LedgerRecord } from "../../storage/newsroom/ledger.ts";
import type { NewsroomWriter } from "../../storage/newsroom/newsroom-writer.ts";
import type { HeldLease } from "../../storage/newsroom/publish-lease.ts";
import type { AnswerRemoval } from "./changes/removal-answer.ts";
import { mediaUpload, type UploadMedia } from "./media-upload.ts";
import { type PartitionStates, partitionStates } from "./partition-states.ts";
import type { PublishRequest, PublishResources } from "./publication.ts";
import type { PublishEvent } from "./publish-events.ts";
import { type SitemapFiles, sitemapFiles } from "./sitemap-files.ts";
import type { WriteTimes } from "./stamps.ts";

/** One publication while it runs: what is asked, and what its steps have at hand to do it. */
export interface PublishRun
  extends Pick<PublishResources, "ledger" | "media" | "places" | "writer">,
    Pick<RunState, "fence" | "guard" | "lost" | "records" | "report" | "signal"> {
  readonly asked: PublishRequest;
  /** Says why a personal detail goes; absent where nobody can be asked. */
  readonly answerRemoval: AnswerRemoval | undefined;
  readonly upload: UploadMedia;
  readonly states: PartitionStates;
  readonly sitemaps: SitemapFiles;
  now(): Instant;
  /** The instant to write with: never one at which an earlier publication may have written. */
  stamp(): Instant;
  /** Reports why a unit, or in a dry run the publication, is refused. */
  refuse(refusal: Refusal): void;
  /** Remembers addresses that caches must forget. */
  changed(addresses: Iterable<string>): void;
  /** Runs what must not overlap, one after the other. */
  alone<Result>(task: () => Promise<Result>): Promise<Result>;
}

/** What is known once the newsroom is held, or in a dry run without holding it. */
export interface RunState extends Pick<HeldLease, "lost"> {
  /** The step that holds a transaction of this lane to the lease; none in a dry run. */
  readonly guard: (lane: number) => Operation | undefined;
  readonly stamps: WriteTimes;
  /** What is known of all units; those published meanwhile are kept up to date. */
  readonly records: Map<string, LedgerRecord>;
  /** What may not come back. */
  readonly fence: Fence;
  /** Ends the publication: somebody pressed Ctrl-C, or an emergency needs the newsroom. */
  readonly signal: AbortSignal | undefined;
  readonly report: (event: PublishEvent) => void;
}

/** @param addresses takes the addresses that caches must forget */
export function publishRun(
  asked: PublishRequest,
  { writer, ledger, media, places, clock }: PublishResources,
  { stamps, ...state }: RunState,
  addresses: Set<string>,
): PublishRun {
  const { dryRun = false, forgetFormer = false, answerRemoval } = asked;
  const { records, report, signal } = state;
  const written = dryRun ? readOnly(writer) : writer;
  return {
    ...state,
    asked,
    writer: written,
    ledger,
    media,
    ...(places && { places }),
    answerRemoval: dryRun ? undefined : (answerRemoval ?? (forgetFormer ? forSafety : undefined)),
    upload: mediaUpload(media, { dryRun, report, signal }),
    states: partitionStates(written),
    sitemaps: sitemapFiles(records.values()),
    now: () => toInstant(clock()),
    stamp: stamps.next,
    refuse: ({ code, message, help }) => report({ kind: "refused", code, dryRun, message, help }),
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
