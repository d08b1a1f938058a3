import type { Clock } from "../../functions/domain/instant.ts";
import { downloadsApp } from "../../functions/http/apps/downloads-app.ts";
import { downloadCounter } from "../../functions/storage/newsroom/download-counts.ts";
import { newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import type { Fetch } from "./edge/edge.ts";
import type { Publishing } from "./edge/still-publishing.ts";
import { failureLog } from "./machine/failure-log.ts";
import type { Stores } from "./stores.ts";

/** DynamoDB Local answers while others publish and test beside it. */
const TIMEOUT_MS = 5_000;

export interface DownloadsOptions {
  readonly clock: Clock;
  readonly preview: boolean;
  readonly publishing?: Publishing;
  /** Logs what could not be counted. */
  readonly failed?: (error: unknown) => void;
}

/**
 * Downloads as the local edge sends requests to them, counted in the newsroom's table; nothing is counted on days that
 * are only looked at.
 */
export function localDownloads(
  { client, table }: Pick<Stores["dynamodb"], "client" | "table">,
  { clock, preview, publishing, failed = failureLog("A download could not be counted:") }: DownloadsOptions,
): Fetch {
  const app = downloadsApp({
    reader: newsroomReader(client, table),
    count: preview ? async () => {} : downloadCounter(client, table, TIMEOUT_MS),
    uncounted: failed,
    clock,
    preview,
    publishing,
  });
  return (request) => app.fetch(request);
}
