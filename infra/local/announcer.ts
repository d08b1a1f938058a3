import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Clock } from "../../functions/domain/instant.ts";
import { newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { noticeBoard } from "../../functions/storage/newsroom/notices.ts";
import { announce } from "../../functions/workflows/announce/announce.ts";
import type { AnnounceEvent } from "../../functions/workflows/announce/announce-events.ts";
import { pingHub } from "../../functions/workflows/announce/ping-hub.ts";
import { publishedSites } from "../../functions/workflows/announce/published-sites.ts";
import { failureLog } from "./machine/failure-log.ts";
import { type Repeating, repeat } from "./repeating.ts";

/** The schedule that Lambda's has on AWS. */
const EVERY_MS = 60_000;

export interface AnnouncerOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly clock: Clock;
  /** Is given a line for a person. */
  readonly tell: (line: string) => void;
  readonly everyMs?: number;
  /** Logs what failed; the next run tries again. */
  readonly failed?: (error: unknown) => void;
}

/**
 * Announces at once, and again a minute after each run has ended. The edge on this machine keeps nothing that would
 * have to be forgotten; a hub is told if site.yaml names one.
 */
export function startAnnouncer({
  client,
  table,
  clock,
  tell,
  everyMs = EVERY_MS,
  failed = failureLog("This could not be announced:"),
}: AnnouncerOptions): Repeating {
  const report = eventTeller((line) => {
    if (!stopped) tell(line);
  });
  const reader = newsroomReader(client, table);
  let stopped = false;

  /** A hub that hangs must not keep the newsroom from closing: what is left waits for the next start. */
  async function ping(hub: string, feed: string): Promise<void> {
    if (stopped) throw new Error("the newsroom closes");
    await pingHub(hub, feed);
  }

  const announcing = repeat(
    async () => {
      await announce({
        board: noticeBoard(client, table),
        sites: () => publishedSites(reader),
        invalidate: async () => {},
        ping,
        clock,
        report,
      });
    },
    everyMs,
    failed,
  );
  return {
    stop: () => {
      stopped = true;
      return announcing.stop();
    },
  };
}

/** Says that a hub cannot be told, once and not every minute, and that it can again. */
function eventTeller(tell: (line: string) => void): (event: AnnounceEvent) => void {
  let failing = false;
  return (event) => {
    if (event.kind !== "hub") return;
    const { hub, failure } = event;
    if (failure !== undefined && !failing)
      tell(
        `The WebSub hub ${hub} was not told of changes: ${failure}. It is tried again every minute, for a day.\n`,
      );
    if (failure === undefined && failing) tell(`The WebSub hub ${hub} was told of changes again.\n`);
    failing = failure !== undefined;
  };
}
