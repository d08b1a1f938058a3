import type { SiteDocument } from "../../domain/documents/site.ts";
import { addSeconds, type Instant } from "../../domain/instant.ts";
import type { Announced } from "../../storage/newsroom/notices.ts";
import { inFlight } from "../in-flight.ts";
import type { HubEvent } from "./announce-events.ts";

/** Feeds, by path, that wait for the hub. */
export type Waiting = Announced["waiting"];

/** What telling the hub needs of a run. */
export interface HubRun {
  readonly hub: string | undefined;
  readonly published: readonly SiteDocument[];
  readonly now: Instant;
  readonly ping: (hub: string, feed: string) => Promise<void>;
  readonly report: (event: HubEvent) => void;
}

/** A subscriber who was not told for a day has asked by itself, or reads no more. */
const GIVE_UP_SECONDS = 24 * 60 * 60;
const LANES = 4;
/** A run ends in time whatever the hub does; what is left waits for the next. */
const LONGEST_MS = 20_000;

/**
 * Tells the hub of feeds, each by itself, so that one that fails holds back no other.
 *
 * @param due of those that wait, the ones to tell of now
 * @param fresh feeds that have to be told of again in the next run, whatever comes of this
 * @returns what waits on: what failed, until it has waited a day, and what is fresh
 */
export async function announceToHub(
  { hub, published, now, ping, report }: HubRun,
  waiting: Waiting,
  due: ReadonlySet<string>,
  fresh: ReadonlySet<string>,
): Promise<Waiting> {
  const address = published[0]?.address;
  if (hub === undefined || address === undefined) return {};
  const told = new Set<string>();
  const failures: string[] = [];
  const tooLong = AbortSignal.timeout(LONGEST_MS);
  await inFlight(
    [...due].filter((feed) => feed in waiting),
    LANES,
    async (feed) => {
      if (tooLong.aborted) return;
      await ping(hub, address + feed).then(
        () => told.add(feed),
        (error: unknown) => failures.push(error instanceof Error ? error.message : String(error)),
      );
    },
  );
  const untold = Object.entries(waiting).filter(([feed]) => fresh.has(feed) || !told.has(feed));
  const left = untold.filter(([, since]) => addSeconds(since, GIVE_UP_SECONDS) > now);
  const givenUp = untold.filter((each) => !left.includes(each)).map(([feed]) => feed);
  if (told.size > 0 || failures.length > 0 || givenUp.length > 0)
    report({
      kind: "hub",
      hub,
      told: told.size,
      waiting: left.length,
      givenUp,
      ...(failures[0] !== undefined && { failure: failures[0] }),
    });
  return Object.fromEntries(left);
}
