import type * as v from "valibot";
import { pictureInstants } from "../../domain/documents/picture-times.ts";
import { withPicturesAt } from "../../domain/documents/pictures-at.ts";
import { earliest, type Instant, latestOf } from "../../domain/instant.ts";
import { isVisible } from "../../domain/visibility.ts";
import type { StoredItem } from "./item.ts";
import { storedValue } from "./stored-value.ts";

/** A stored item whose body has become a value of the domain. */
export interface Read<Value> {
  readonly value: Value;
  /** When what it shows last changed for readers: when it was written, or when it lifted if that came later. */
  readonly changedAt: Instant;
  /** Sort key, from which a cursor can be made. */
  readonly sortKey: string;
}

/** A value as it may be shown at an instant. */
export interface Shown<Value> extends Read<Value> {
  /** When one of its pictures comes or goes next. */
  readonly change: Instant | undefined;
}

/** Parses the body of an item once, at the border; what comes out is trusted from there on. @throws what `storedValue` throws */
export function readItem<Schema extends v.GenericSchema>(
  schema: Schema,
  item: StoredItem,
): Read<v.InferOutput<Schema>> {
  return {
    value: storedValue(schema, item.body, item.key),
    changedAt: latestOf(item.writtenAt, item.publishAt),
    sortKey: item.key.sk,
  };
}

/** The same without pictures that may not be shown at `now`: the one way from the table to readers. */
export function readShown<Schema extends v.GenericSchema>(
  schema: Schema,
  item: StoredItem,
  now: Instant,
): Shown<v.InferOutput<Schema>> {
  const { value, changedAt, sortKey } = readItem(schema, item);
  const instants = pictureInstants(item.body);
  return {
    value: typeof value === "object" && value !== null ? withPicturesAt(value, now) : value,
    changedAt: latestOf(changedAt, ...instants.filter((instant) => instant <= now)),
    sortKey,
    change: earliest(instants.filter((instant) => instant > now)),
  };
}

/** The item's value if it is there and may be shown at `now`. An embargoed item is as one that never existed. */
export function readVisible<Schema extends v.GenericSchema>(
  schema: Schema,
  item: StoredItem | undefined,
  now: Instant,
): Shown<v.InferOutput<Schema>> | undefined {
  return item && isVisible(item, now) ? readShown(schema, item, now) : undefined;
}

/** The values of those items that may be shown at `now`, in the same order. */
export function readAllVisible<Schema extends v.GenericSchema>(
  schema: Schema,
  items: readonly StoredItem[],
  now: Instant,
): Shown<v.InferOutput<Schema>>[] {
  return items.filter((item) => isVisible(item, now)).map((item) => readShown(schema, item, now));
}
