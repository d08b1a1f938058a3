import type { ApiCollection } from "../../domain/addresses.ts";
import { type ListQuery, refused } from "../../domain/api/query.ts";
import { addSeconds, type Instant } from "../../domain/instant.ts";
import type { OrderedList } from "../lists/visible-page.ts";

/** A list, or a stretch of it, in the order in which the API tells it. */
export interface Sequence extends OrderedList {
  /** What belongs to it moves with `now`: entries enter at it, leave at it, or do neither. */
  readonly border: "enter" | "leave" | "none";
}

/**
 * Which list answers a query, and in which order. Lists of publications end at `now` by their key; events are
 * ordered by their end, which tells nothing of their publication, so visibility alone decides there.
 *
 * @throws Refusal `query-invalid` for parameters that exclude each other
 */
export function sequenceOf(collection: ApiCollection, query: ListQuery, now: Instant): Sequence {
  const { language, updatedSince, topic, when } = query;
  if (updatedSince !== undefined) {
    refuseBeside(topic, "topic");
    refuseBeside(when, "when");
    const list = `changes:${collection}` as const;
    return { language, list, from: updatedSince, to: now, newestFirst: false, border: "enter" };
  }
  if (collection !== "events") {
    const list = topic === undefined ? collection : (`topic:${topic}` as const);
    return { language, list, to: now, newestFirst: true, border: "enter" };
  }
  const list = "events";
  switch (when) {
    case "upcoming":
      return { language, list, from: addSeconds(now, 1), newestFirst: false, border: "leave" };
    case "past":
      return { language, list, to: now, newestFirst: true, border: "enter" };
    default:
      return { language, list, newestFirst: true, border: "none" };
  }
}

/** The name of what a query asks for, whatever the hour: a cursor belongs to it and to no other. */
export function sequenceName(collection: ApiCollection, query: ListQuery): string {
  const { language, updatedSince = "", topic = "", when = "" } = query;
  return [language, collection, updatedSince, topic, when].join(" ");
}

function refuseBeside(value: string | undefined, name: string): void {
  if (value === undefined) return;
  throw refused(name, `updatedSince and ${name} exclude each other.`, `Leave ${name} away.`);
}
