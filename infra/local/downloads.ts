import type { Clock } from "../../functions/domain/instant.ts";
import { downloadsApp } from "../../functions/http/downloads-app.ts";
import { downloadCounter } from "../../functions/storage/download-counts.ts";
import { newsroomReader } from "../../functions/storage/newsroom-reader.ts";
import type { Fetch } from "./edge.ts";
import type { Stores } from "./stores.ts";

/** DynamoDB Local answers while others publish and test beside it. */
const PATIENCE_MS = 5_000;

/**
 * Downloads as the local edge sends requests to them, counted in the newsroom's table; nothing is counted on days that
 * are only looked at.
 */
export function localDownloads(
  { client, table }: Pick<Stores["dynamodb"], "client" | "table">,
  { clock, preview }: { clock: Clock; preview: boolean },
): Fetch {
  const app = downloadsApp({
    reader: newsroomReader(client, table),
    count: preview ? async () => {} : downloadCounter(client, table, PATIENCE_MS),
    uncounted: (cause) => console.error("A download could not be counted:", cause),
    clock,
    preview,
  });
  return (request) => app.fetch(request);
}
