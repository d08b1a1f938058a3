import type { AttributeValue, TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { type Footprint, footprintOf } from "../domain/registration/footprint.ts";
import type { OutboxMail } from "../domain/registration/mail.ts";
import type { Registration } from "../domain/registration/registration.ts";
import type { PlaceSeats } from "../domain/registration/seats.ts";
import {
  type Attributes,
  holdItem,
  keyOf,
  lockItem,
  outboxItem,
  queueItem,
  registrationItem,
} from "./registration-items.ts";
import {
  addressKey,
  countKey,
  holdKey,
  placeKey,
  registrationKey,
  waitingKey,
} from "./registrations-keys.ts";

/** A registration as it was read and as it shall be; without `after` it is erased, and without `before` it is new. */
export interface StoredChange {
  readonly before: Registration | undefined;
  readonly after: Registration | undefined;
  readonly mails: readonly OutboxMail[];
  /** Set where what is erased is to be counted, so that it is known how many came. */
  readonly counted?: boolean;
}

/** What a step is about, so that whoever meets a failed condition knows what to read again. */
export type StepSubject = "registration" | "place" | "address" | "entry" | "mail" | "count";

export interface Step {
  readonly about: StepSubject;
  readonly item: TransactWriteItem;
}

/**
 * The one transaction in which changes of registrations are carried out: each registration, the seats and the waiting
 * list of its places, the ends of its holds, the lock on its address, its mail. What changes besides the registrations
 * is the difference of their footprints, so that the sums on the places' rows are right if they were right before.
 *
 *     new, one place, seats held:  registration 4 + place 2 + hold 2 + address 2 + mail 2 = 12 units at up to 2 KB
 *     the same without seats:      waiting list 2 more                                    = 14
 *
 * @param seats of the places, as read: the conditions hold them to be no better than that
 */
export function stepsOf(
  table: string,
  changes: readonly StoredChange[],
  seats: ReadonlyMap<string, PlaceSeats>,
): Step[] {
  const steps = changes.flatMap((change) => [
    registrationStep(table, change),
    ...entrySteps(table, change),
    ...mailSteps(table, change),
    ...countSteps(table, change),
  ]);
  return [...steps, ...placeSteps(table, changes, seats), ...lockSteps(table, changes)];
}

function registrationStep(table: string, { before, after }: StoredChange): Step {
  const unchanged = before && {
    ConditionExpression: "version = :version",
    ExpressionAttributeValues: { ":version": { N: String(before.version) } },
  };
  if (after) {
    const condition = unchanged ?? { ConditionExpression: "attribute_not_exists(pk)" };
    return {
      about: "registration",
      item: { Put: { TableName: table, Item: registrationItem(after), ...condition } },
    };
  }
  if (!before) throw new Error("A change without a registration before and after it changes nothing.");
  const Key = keyOf(registrationKey(before.event, before.id));
  return { about: "registration", item: { Delete: { TableName: table, Key, ...unchanged } } };
}

/** Entries of waiting lists and ends of holds: those that are new or other are put, those that are no more removed. */
function entrySteps(table: string, { before, after }: StoredChange): Step[] {
  const former = entriesOf(before);
  const next = entriesOf(after);
  const put = [...next].filter(([name, item]) => JSON.stringify(former.get(name)) !== JSON.stringify(item));
  const gone = [...former].filter(([name]) => !next.has(name));
  return [
    ...put.map(([, item]): Step => ({ about: "entry", item: { Put: { TableName: table, Item: item } } })),
    ...gone.map(
      ([, { pk, sk }]): Step => ({
        about: "entry",
        item: { Delete: { TableName: table, Key: present({ pk, sk }) } },
      }),
    ),
  ];
}

function entriesOf(registration: Registration | undefined): Map<string, Attributes> {
  if (!registration) return new Map();
  const { queue, holds } = footprintOf(registration);
  const entries = [
    ...queue.map((entry) => ({
      key: waitingKey(registration.event, entry),
      item: queueItem(registration, entry),
    })),
    ...holds.map((entry) => ({
      key: holdKey(registration.event, entry),
      item: holdItem(registration, entry),
    })),
  ];
  return new Map(entries.map(({ key, item }) => [`${key.pk} ${key.sk}`, item]));
}

/** Put once and for all: a change that is carried out a second time must not make a sent mail unsent. */
function mailSteps(table: string, { mails }: StoredChange): Step[] {
  return mails.map((mail) => ({
    about: "mail",
    item: {
      Put: {
        TableName: table,
        Item: outboxItem(mail),
        ConditionExpression: "attribute_not_exists(pk)",
      },
    },
  }));
}

/** What is left of a registration that is erased: no person, only numbers. */
function countSteps(table: string, { before, counted }: StoredChange): Step[] {
  if (!before || !counted) return [];
  return before.bookings.map(({ place, state, participants }) => ({
    about: "count",
    item: {
      Update: {
        TableName: table,
        Key: keyOf(countKey(before.event, place, state)),
        UpdateExpression: "ADD bookings :one, seats :seats, checkedIn :came",
        ExpressionAttributeValues: {
          ":one": { N: "1" },
          ":seats": { N: String(participants.length) },
          ":came": { N: String(participants.filter(({ checkedInAt }) => checkedInAt !== undefined).length) },
        },
      },
    },
  }));
}

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

function placeSteps(
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

/** Locks on addresses. Where one registration lets go what another takes, the lock passes from hand to hand. */
function lockSteps(table: string, changes: readonly StoredChange[]): Step[] {
  const released = new Map<string, Registration>();
  for (const { before, after } of changes) {
    const { lock } = footprintOf(before);
    if (before && lock !== undefined && lock !== footprintOf(after).lock) released.set(lock, before);
  }
  const steps: Step[] = [];
  for (const { before, after } of changes) {
    const { lock } = footprintOf(after);
    const stays = lock === footprintOf(before).lock;
    if (!after || lock === undefined || (stays && before?.eraseAt === after.eraseAt)) continue;
    const holder = stays ? before : released.get(lock);
    released.delete(lock);
    const condition = holder ? heldBy(holder) : { ConditionExpression: "attribute_not_exists(pk)" };
    steps.push({
      about: "address",
      item: { Put: { TableName: table, Item: lockItem(after, lock), ...condition } },
    });
  }
  for (const [lock, holder] of released) {
    const Key = keyOf(addressKey(holder.event, lock));
    steps.push({ about: "address", item: { Delete: { TableName: table, Key, ...heldBy(holder) } } });
  }
  return steps;
}

function heldBy({ id }: Registration) {
  return {
    ConditionExpression: "registration = :holder",
    ExpressionAttributeValues: { ":holder": { S: id } },
  };
}

function present({ pk, sk }: Partial<Attributes>): Attributes {
  return { pk: pk ?? { S: "" }, sk: sk ?? { S: "" } };
}
