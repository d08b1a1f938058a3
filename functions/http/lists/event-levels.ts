import type { ShownDocument } from "../../domain/documents/at.ts";
import { openPlaces } from "../../domain/documents/open-places.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Levels } from "../../domain/registration/seats.ts";
import { ShownLevels } from "../../domain/registration/shown-levels.ts";
import { readVisible } from "../../storage/dynamodb/read-item.ts";
import { availabilityKey } from "../../storage/newsroom/keys.ts";
import type { NewsroomReader } from "../../storage/newsroom/newsroom-reader.ts";

/** How many seats are left at the places of a document for which one can register now. */
export interface EventLevels {
  readonly levels: Levels;
  /** Since when each is shown. */
  readonly since: readonly Instant[];
}

const NO_LEVELS: EventLevels = { levels: new Map(), since: [] };

/**
 * What housekeeping shows of the seats of an event, for half a read unit. It is asked only for a document that is public
 * at `now` and has a place that is open then; of anything else there is nothing to know.
 */
export async function eventLevels(
  reader: Pick<NewsroomReader, "item">,
  document: ShownDocument,
  now: Instant,
): Promise<EventLevels> {
  if (document.kind !== "event") return NO_LEVELS;
  const open = new Set(openPlaces(document, now).map(({ id }) => id));
  if (open.size === 0) return NO_LEVELS;
  const read = readVisible(ShownLevels, await reader.item(availabilityKey(document.id)), now);
  if (!read) return NO_LEVELS;
  const shown = read.value.places.filter(({ place }) => open.has(place));
  return {
    levels: new Map(shown.map(({ place, level }) => [place, level])),
    since: shown.map(({ since }) => since),
  };
}
