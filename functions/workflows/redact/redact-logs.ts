import type { Detail } from "../../domain/detail.ts";
import type { MediaPurge, MediaVersion } from "../../storage/buckets/media-purge.ts";
import { inFlight } from "../in-flight.ts";
import { isNamed } from "./names.ts";
import type { FileSearch } from "./search/search-file.ts";

/** Logs are many and small. */
const AT_ONCE = 16;

/**
 * Removes the access logs in which the words stand, in addresses or in names of files: each tells of an hour at most,
 * and an operator misses it less than a person is endangered by it.
 *
 * @returns how many
 */
export async function redactLogs(
  logs: Pick<MediaPurge, "objects" | "open" | "remove">,
  detail: Detail,
  search: Pick<FileSearch, "stream">,
): Promise<number> {
  const objects: MediaVersion[] = [];
  for await (const object of logs.objects()) objects.push(object);
  let removed = 0;
  await inFlight(objects, AT_ONCE, async (object) => {
    const { found } = await search.stream(object.key, await logs.open(object));
    if (found === "no" && !isNamed(object.key, detail)) return;
    await logs.remove(object.key);
    removed++;
  });
  return removed;
}
