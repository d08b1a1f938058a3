import type { NewsroomWriter } from "../../storage/newsroom/newsroom-writer.ts";
import {
  type PendingEmergency,
  pendingEmergencies,
  redactedPlaces,
} from "../../storage/newsroom/pending-emergencies.ts";

/**
 * Redactions that were killed, and with which one of these places goes on: it is about all that they were about.
 * @param places units and folders; undefined stands for everything
 */
export async function formerRedactions(
  writer: NewsroomWriter,
  places: readonly string[] | undefined,
): Promise<PendingEmergency[]> {
  return (await pendingEmergencies(writer)).filter(({ order }) => {
    if (order.verb !== "redact") return false;
    return places === undefined || redactedPlaces(order)?.every((each) => places.includes(each));
  });
}
