import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { type AddressLock, FREE_ADDRESS, heldTogether } from "../../domain/registration/address-lock.ts";
import { type Footprint, footprintOf } from "../../domain/registration/footprint.ts";
import type { PlaceSeats } from "../../domain/registration/seats.ts";
import { requiredOfRow } from "../dynamodb/required.ts";
import { keyAttributes } from "./registration-items.ts";
import type { Step, StoredChange } from "./registration-step.ts";
import { placeKey } from "./registrations-keys.ts";

interface PlaceDifference {
  readonly event: string;
  taken: number;
  waiting: number;
  /** Seats that someone takes who has not waited for them. */
  newcomers: number;
  /** Seats that someone takes whose turn it is. */
  promoted: number;
  /** The fewest seats that someone wants who begins to wait. */
  joining: number | undefined;
  /** Seats that may be taken in all, where an organiser gives some out of turn or beyond the capacity. */
  ceiling: number | undefined;
}

/** Locks of the addresses that changes concern, by hash, as they are and as they shall be. */
export interface Locks {
  readonly before: ReadonlyMap<string, AddressLock>;
  readonly after: ReadonlyMap<string, AddressLock>;
}

/** What changes make of the rows of places: seats taken and bookings waiting, on conditions that keep them true. */
export function placeSteps(
  table: string,
  changes: readonly StoredChange[],
  seats: ReadonlyMap<string, PlaceSeats>,
  locks: Locks,
): Step[] {
  const steps: Step[] = [];
  for (const [place, difference] of differencesOf(changes, locks)) {
    const { event, taken, waiting } = difference;
    if (taken === 0 && waiting === 0) continue;
    const { expression, values } = placeCondition(difference, seats.get(place));
    steps.push({
      about: "place",
      item: {
        Update: {
          TableName: table,
          Key: keyAttributes(placeKey(event, place)),
          UpdateExpression: "ADD taken :taken, waiting :waiting",
          ConditionExpression: expression,
          ...(expression.includes("#capacity") && { ExpressionAttributeNames: { "#capacity": "capacity" } }), // a reserved word
          ExpressionAttributeValues: {
            ...values,
            ":taken": { N: String(taken) },
            ":waiting": { N: String(waiting) },
          },
        },
      },
    });
  }
  return steps;
}

const NO_DIFFERENCE = {
  taken: 0,
  waiting: 0,
  newcomers: 0,
  promoted: 0,
  joining: undefined,
  ceiling: undefined,
} as const;

function differencesOf(changes: readonly StoredChange[], locks: Locks): Map<string, PlaceDifference> {
  const differences = new Map<string, PlaceDifference>();
  for (const { before, after, beyond } of changes) {
    const [former, next] = [footprintOf(before), footprintOf(after)];
    const event = requiredOfRow((after ?? before)?.event, "event");
    for (const place of new Set([...former.places.keys(), ...next.places.keys()])) {
      const known = differences.get(place);
      const sum = known ?? { event, ...NO_DIFFERENCE };
      differences.set(place, sum);
      if (beyond?.place === place) sum.ceiling = beyond.upTo;
      addTo(sum, place, former, next, locks);
    }
  }
  for (const [place, sum] of differences) {
    for (const [hash, lock] of locks.after)
      sum.taken += heldTogether(lock, place) - heldTogether(locks.before.get(hash) ?? FREE_ADDRESS, place);
    sum.newcomers = Math.max(0, sum.taken - sum.promoted);
  }
  return differences;
}

/** Seats of a proven registration are its own; those of the others are counted by address. */
function addTo(sum: PlaceDifference, place: string, former: Footprint, next: Footprint, locks: Locks): void {
  const own = ({ places, isUnproven }: Footprint) => (isUnproven ? 0 : (places.get(place)?.taken ?? 0));
  const waits = ({ places }: Footprint) => places.get(place)?.waiting ?? 0;
  const taken = own(next) - own(former);
  const waiting = waits(next) - waits(former);
  sum.taken += taken;
  sum.waiting += waiting;
  if (taken > 0 && waiting < 0) sum.promoted += taken;
  if (waiting > 0) {
    const entry = next.queue.find((each) => each.place === place);
    const lock = next.lock === undefined ? undefined : locks.after.get(next.lock);
    const shared = heldTogether(lock ?? FREE_ADDRESS, place);
    const wanted = Math.max(1, (entry?.seats ?? 1) - shared);
    sum.joining = Math.min(sum.joining ?? wanted, wanted);
  }
}

/**
 * A newcomer takes seats only where nobody waits; whoever is promoted only needs the seats; nobody is made to wait who
 * could have a seat. What an organiser gives on purpose needs neither seats nor a turn, and stays within the number of
 * which they were told. DynamoDB cannot add in a condition, so the capacity that was read becomes part of it.
 */
function placeCondition(
  { taken, newcomers, promoted, joining, ceiling }: PlaceDifference,
  seats: PlaceSeats | undefined,
): { expression: string; values: Record<string, AttributeValue> } {
  if (newcomers === 0 && promoted === 0 && joining === undefined)
    return { expression: "attribute_exists(pk)", values: {} };
  if (!seats) throw new Error("Seats are taken at a place whose row was not read.");
  const values: Record<string, AttributeValue> = { ":capacity": { N: String(seats.capacity) } };
  const clauses = ["#capacity = :capacity"];
  if (newcomers > 0 || promoted > 0) {
    values[":last"] = { N: String((ceiling ?? seats.capacity) - taken) };
    clauses.push("taken <= :last");
  }
  if (newcomers > 0 && ceiling === undefined) {
    values[":none"] = { N: "0" };
    clauses.push("waiting = :none");
  }
  if (joining !== undefined) {
    values[":room"] = { N: String(seats.capacity - joining) };
    values[":none"] = { N: "0" };
    clauses.push("(taken > :room OR waiting > :none)");
  }
  return { expression: clauses.join(" AND "), values };
}
