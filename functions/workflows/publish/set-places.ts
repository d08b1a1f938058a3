import { RegistrationEvent } from "../../domain/registration/event.ts";
import { readItem } from "../../storage/dynamodb/read-item.ts";
import type { Holding } from "../../storage/newsroom/ledger.ts";
import type { ManifestUnit } from "../manifest.ts";
import type { Writing } from "./commit.ts";
import { isRegistrationEvent } from "./stored/held-items.ts";

/**
 * Sets the seats of an event's places, before its documents say that one can register. A place that the file has no
 * longer keeps its seats, since people may hold them: that is told.
 */
export async function setPlaces(
  { run }: Writing,
  { folder, places = [] }: ManifestUnit,
  holdings: ReadonlyMap<string, Holding>,
): Promise<void> {
  const known = await placesBefore(run.writer, holdings);
  for (const { event, place, capacity } of places) {
    const before = known.get(place);
    known.delete(place);
    if (before !== capacity) run.report({ kind: "capacity", folder, place, before, capacity });
    if (!run.asked.dryRun) await run.places?.set(event, place, capacity);
  }
  for (const [place, capacity] of known) run.report({ kind: "place-kept", folder, place, capacity });
}

/** Capacities as they were last published, by place. */
async function placesBefore(
  writer: Writing["run"]["writer"],
  holdings: ReadonlyMap<string, Holding>,
): Promise<Map<string, number>> {
  const held = [...holdings.values()].flatMap(({ items }) => items).find(isRegistrationEvent);
  const [stored] = held ? await writer.read([{ pk: held.pk, sk: held.sk }]) : [];
  const places = stored ? readItem(RegistrationEvent, stored).value.places : [];
  return new Map(places.map(({ id, capacity }) => [id, capacity]));
}
