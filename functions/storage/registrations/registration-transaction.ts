import { locksAfter, locksChangedBy } from "../../domain/registration/address-lock.ts";
import { footprintOf } from "../../domain/registration/footprint.ts";
import type { Registration } from "../../domain/registration/registration.ts";
import type { PlaceSeats } from "../../domain/registration/seats.ts";
import {
  type Attributes,
  holdItem,
  keyAttributes,
  outboxItem,
  queueItem,
  registrationItem,
} from "./registration-items.ts";
import { lockSteps } from "./registration-lock-steps.ts";
import type { StoredLock } from "./registration-locks.ts";
import { placeSteps } from "./registration-place-steps.ts";
import type { Step, StoredChange } from "./registration-step.ts";
import { countKey, holdKey, registrationKey, waitingKey } from "./registrations-keys.ts";

/**
 * The one transaction in which changes of registrations are carried out: each registration, the seats and the waiting
 * list of its places, the ends of its holds, the lock on its address, its mail. What changes besides the registrations
 * is the difference of their footprints, so that the sums on the places' rows are right if they were right before.
 *
 *     new, one place, seats held:  registration 4 + place 2 + hold 2 + address 2 + mail 2 = 12 units at up to 2 KB
 *     the same without seats:      waiting list 2 more                                    = 14
 *
 * @param seats of the places, as read: the conditions hold them to be no better than that
 * @param locks of the addresses concerned, by hash, as read; one that is not named is free
 * @returns undefined where an address is kept by another
 */
export function stepsOf(
  table: string,
  changes: readonly StoredChange[],
  seats: ReadonlyMap<string, PlaceSeats>,
  locks: ReadonlyMap<string, StoredLock> = new Map(),
): Step[] | undefined {
  const before = new Map([...locks].map(([hash, { lock }]) => [hash, lock]));
  const after = locksAfter(before, changes);
  if (!after) return undefined;
  const steps = changes.flatMap((change) => [
    registrationStep(table, change),
    ...entrySteps(table, change),
    ...mailSteps(table, change),
    ...countSteps(table, change),
  ]);
  return [
    ...steps,
    ...placeSteps(table, changes, seats, { before, after }),
    ...lockSteps(table, changes, locks, after),
  ];
}

/** At most so many operations: every place and every address counted as if it changed. */
export function mostOperations(changes: readonly StoredChange[]): number {
  const own = changes.flatMap((change) => [
    registrationStep("", change),
    ...entrySteps("", change),
    ...mailSteps("", change),
    ...countSteps("", change),
  ]);
  const bookings = changes.flatMap(({ before, after }) => [
    ...(before?.bookings ?? []),
    ...(after?.bookings ?? []),
  ]);
  return own.length + new Set(bookings.map(({ place }) => place)).size + locksChangedBy(changes).length;
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
  const Key = keyAttributes(registrationKey(before.event, before.id));
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
        Key: keyAttributes(countKey(before.event, place, state)),
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

function present({ pk, sk }: Partial<Attributes>): Attributes {
  return { pk: pk ?? { S: "" }, sk: sk ?? { S: "" } };
}
