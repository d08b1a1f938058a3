import type { SiteDocument } from "../../domain/documents/site.ts";
import { type Clock, type Instant, secondsBetween, toInstant } from "../../domain/instant.ts";
import {
  type AnnouncedMark,
  type DueNotice,
  endOf,
  MarkConflict,
  type NoticeBoard,
  reachedInstant,
} from "../../storage/newsroom/notices.ts";
import { bodyHash } from "../../storage/newsroom/parts.ts";
import type { AnnounceEvent } from "./announce-events.ts";
import { announceToHub } from "./announce-to-hub.ts";
import { changedFeeds } from "./changed-feeds.ts";

/** What announcing needs. */
export interface Announcing {
  readonly board: NoticeBoard;
  /** The site in each language in which it was published. */
  readonly sites: () => Promise<readonly SiteDocument[]>;
  /** Tells caches to forget addresses until the signal ends it; the same reference asked for twice is done once. */
  readonly invalidate: (
    addresses: readonly string[],
    reference: string,
    signal: AbortSignal,
  ) => Promise<void>;
  /** Tells a hub that a feed changed; throws when it could not. */
  readonly ping: (hub: string, feed: string) => Promise<void>;
  readonly clock: Clock;
  readonly report: (event: AnnounceEvent) => void;
}

/** Notices that are handled at once. CloudWatch takes 100 values of a metric in one line. */
const AT_ONCE = 100;
/** A run has time left for the hub whatever caches do; what they did not take is repeated by the next. */
const LONGEST_MS = 20_000;

/** A run: what it began with and where it stands. */
interface Run extends Announcing {
  readonly now: Instant;
  readonly published: readonly SiteDocument[];
  readonly hub: string | undefined;
  /** When caches have had their time. */
  readonly tooLong: AbortSignal;
  mark: AnnouncedMark;
  /** Why caches could not be told. */
  failure?: Error;
}

/**
 * Tells caches and subscribers what lifted or changed since the last run. No page waits for it: every read asks the
 * clock itself. Effects come first and the mark moves after them, so a run that was killed is repeated:
 *
 *     mark ---- lift ---- lift ------------ now
 *               caches forget, feeds wait for the hub, mark moves here, chunk by chunk
 *                                           notices of publications likewise, then removed
 *                                           the hub is told of feeds that wait; those that failed wait on
 *
 * Caches and the hub do not wait for each other. Caches that fail once are left alone until the next run: the feeds are
 * noted all the same, but the mark stays and so do the notices. The hub is then told in every run until caches follow.
 *
 * Without a mark, nothing that lifted earlier is told. Of two runs at once one is overtaken and stops; what both did
 * is harmless twice.
 *
 * @throws Error when caches could not be told, once everything else is done
 */
export async function announce(announcing: Announcing): Promise<void> {
  const { board, report, clock } = announcing;
  const now = toInstant(clock());
  try {
    const before = await board.mark();
    report({
      kind: "lag",
      seconds: before ? secondsBetween(reachedInstant(before.announced.reached), now) : 0,
    });
    const begun = { kind: "announced" as const, reached: endOf(now), waiting: {} };
    const mark = before ?? (await board.move(undefined, begun, now));
    const published = await announcing.sites();
    const tooLong = AbortSignal.timeout(LONGEST_MS);
    const run: Run = { ...announcing, now, published, hub: published[0]?.hub, tooLong, mark };
    const owed = Object.keys(mark.announced.waiting);
    const lifted = await announceScheduledChanges(run);
    const fresh = await announceNotices(run);
    await tellOfFeeds(run, new Set([...owed, ...lifted]), fresh);
    if (run.failure) throw run.failure;
  } catch (error) {
    if (!(error instanceof MarkConflict)) throw error;
    report({ kind: "overtaken" });
  }
}

/** @returns feeds that lifts changed */
async function announceScheduledChanges(run: Run): Promise<Set<string>> {
  const { board, now, report } = run;
  const feeds = new Set<string>();
  let told: Instant | undefined;
  for await (const chunk of inChunks(board.scheduledChanges(run.mark.announced.reached, now))) {
    const addresses = addressesOf(chunk);
    const forgotten = await forget(run, chunk, addresses);
    for (const feed of await remember(run, addresses, forgotten ? chunk.at(-1)?.key.sk : undefined))
      feeds.add(feed);
    if (!forgotten) continue;
    const instants = new Set(chunk.map(({ at }) => at).filter((at) => at !== told));
    told = chunk.at(-1)?.at;
    const delays = [...instants].map((at) => secondsBetween(at, now));
    report({ kind: "turned", delays, addresses: addresses.length });
  }
  if (!run.failure) await remember(run, [], endOf(now));
  return feeds;
}

/** @returns feeds that publications changed */
async function announceNotices(run: Run): Promise<Set<string>> {
  const { board, now, report } = run;
  const feeds = new Set<string>();
  for await (const chunk of inChunks(board.notices(now))) {
    const announced = addressesOf(chunk.filter(({ notice }) => !notice.quiet));
    const untold = addressesOf(chunk.filter(({ notice }) => !notice.forgotten));
    const forgotten = await forget(run, chunk, untold);
    for (const feed of await remember(run, announced)) feeds.add(feed);
    if (!forgotten) continue;
    await board.remove(chunk);
    report({ kind: "published", notices: chunk.length, addresses: untold.length });
  }
  return feeds;
}

/**
 * Tells caches to forget what a chunk names, unless they failed before in this run. The same chunk gives the same
 * reference, whoever asks.
 *
 * @returns whether they took it
 */
async function forget(run: Run, chunk: readonly DueNotice[], addresses: readonly string[]): Promise<boolean> {
  if (run.failure) return false;
  if (addresses.length === 0) return true;
  const work = JSON.stringify([chunk.map(({ key }) => key.sk), addresses]);
  try {
    await run.invalidate(addresses, `announce-${bodyHash(work)}`, run.tooLong);
    return true;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    run.failure = new Error(`Caches could not be told to forget what changed: ${reason}`, { cause });
    return false;
  }
}

const addressesOf = (chunk: readonly DueNotice[]): string[] =>
  [...new Set(chunk.flatMap(({ notice }) => notice.addresses))].sort();

/** Moves the mark; feeds among the addresses wait from now on. @returns those feeds */
async function remember(run: Run, addresses: readonly string[], to = ""): Promise<string[]> {
  const { announced } = run.mark;
  const feeds = run.hub === undefined ? [] : changedFeeds(addresses, run.published);
  const waiting = { ...announced.waiting, ...Object.fromEntries(feeds.map((feed) => [feed, run.now])) };
  const reached = to > announced.reached ? to : announced.reached; // a clock may go back, the mark does not
  if (feeds.length > 0 || reached !== announced.reached)
    run.mark = await run.board.move(run.mark, { ...announced, reached, waiting }, run.now);
  return feeds;
}

/**
 * Tells the hub of what has waited. It fetches a feed when it is told, so it is told of a publication a run later,
 * when no cache has the former feed; around a lift caches kept none.
 */
async function tellOfFeeds(run: Run, due: ReadonlySet<string>, fresh: ReadonlySet<string>): Promise<void> {
  const { announced } = run.mark;
  const waiting = await announceToHub(run, announced.waiting, due, fresh);
  if (Object.keys(waiting).length === Object.keys(announced.waiting).length) return;
  run.mark = await run.board.move(run.mark, { ...announced, waiting }, run.now);
}

async function* inChunks(notices: AsyncIterable<DueNotice>): AsyncGenerator<DueNotice[]> {
  let chunk: DueNotice[] = [];
  for await (const notice of notices) {
    chunk.push(notice);
    if (chunk.length < AT_ONCE) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
