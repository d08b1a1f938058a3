import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { type Footprint, footprintOf } from "../domain/registration/footprint.ts";
import type { PlaceSeats } from "../domain/registration/seats.ts";
import { keyOf } from "./registration-items.ts";
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
}

/** What changes make of the rows of places: seats taken and bookings waiting, on conditions that keep them true. */
export function placeSteps(
  table: string,
  changes: readonly StoredChange[],
  seats: ReadonlyMap<string, PlaceSeats>,
): Step[] {
  const steps: Step[] = [];
  for (const [place, difference] of differencesOf(changes)) {
    const { event, taken, waiting } = difference;
    if (taken === 0 && waiting === 0 && difference.newcomers === 0) continue;
    const { expression, values } = placeCondition(difference, seats.get(place));
    steps.push({
      about: "place",
      item: {
        Update: {
          TableName: table,
          Key: keyOf(placeKey(event, place)),
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

function differencesOf(changes: readonly StoredChange[]): Map<string, PlaceDifference> {
  const differences = new Map<string, PlaceDifference>();
  for (const { before, after } of changes) {
    const [former, next] = [footprintOf(before), footprintOf(after)];
    const event = (after ?? before)?.event ?? "";
    for (const place of new Set([...former.places.keys(), ...next.places.keys()])) {
      const known = differences.get(place);
      const sum = known ?? { event, taken: 0, waiting: 0, newcomers: 0, promoted: 0, joining: undefined };
      differences.set(place, sum);
      addTo(sum, place, former, next);
    }
  }
  return differences;
}

function addTo(sum: PlaceDifference, place: string, former: Footprint, next: Footprint): void {
  const none = { taken: 0, waiting: 0 };
  const [was, is] = [former.places.get(place) ?? none, next.places.get(place) ?? none];
  const taken = is.taken - was.taken;
  const waiting = is.waiting - was.waiting;
  sum.taken += taken;
  sum.waiting += waiting;
  if (taken > 0 && waiting < 0) sum.promoted += taken;
  else if (taken > 0) sum.newcomers += taken;
  if (waiting > 0) {
    const wanted = next.queue.find((entry) => entry.place === place)?.seats ?? 1;
    sum.joining = Math.min(sum.joining ?? wanted, wanted);
  }
}

/**
 * A newcomer takes seats only where nobody waits; whoever is promoted only needs the seats; nobody is made to wait who
 * could have a seat. DynamoDB cannot add in a condition, so the capacity that was read becomes part of it.
 */
function placeCondition(
  { taken, newcomers, promoted, joining }: PlaceDifference,
  seats: PlaceSeats | undefined,
): { expression: string; values: Record<string, AttributeValue> } {
  if (newcomers === 0 && promoted === 0 && joining === undefined)
    return { expression: "attribute_exists(pk)", values: {} };
  if (!seats) throw new Error("Seats are taken at a place whose row was not read.");
  const values: Record<string, AttributeValue> = { ":capacity": { N: String(seats.capacity) } };
  const clauses = ["#capacity = :capacity"];
  if (newcomers > 0 || promoted > 0) {
    values[":last"] = { N: String(seats.capacity - taken) };
    clauses.push("taken <= :last");
  }
  if (newcomers > 0) {
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
