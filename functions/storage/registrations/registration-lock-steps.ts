import type { AddressLock } from "../../domain/registration/address-lock.ts";
import { footprintOf } from "../../domain/registration/footprint.ts";
import { keyAttributes } from "./registration-items.ts";
import { FREE_LOCK, lockItem, type StoredLock, unprovenText } from "./registration-locks.ts";
import type { Step, StoredChange } from "./registration-step.ts";
import { addressKey } from "./registrations-keys.ts";

/**
 * Locks on addresses, each on the condition that it stands as it was read: what the submissions of an address hold
 * together is counted from it.
 */
export function lockSteps(
  table: string,
  changes: readonly StoredChange[],
  locks: ReadonlyMap<string, StoredLock>,
  after: ReadonlyMap<string, AddressLock>,
): Step[] {
  const steps: Step[] = [];
  for (const [hash, next] of after) {
    const { lock, was } = locks.get(hash) ?? FREE_LOCK;
    const of = changes.find((each) => [lockOf(each.before), lockOf(each.after)].includes(hash));
    const registration = of?.after ?? of?.before;
    if (!of || !registration) continue;
    const isKept = next.holder !== undefined || next.unproven.length > 0;
    const isSame =
      was !== undefined && next.holder === lock.holder && unprovenText(next) === unprovenText(lock);
    if (isSame && of.before?.eraseAt === registration.eraseAt) continue;
    const named = { TableName: table, ...asRead(was) };
    if (isKept)
      steps.push({ about: "address", item: { Put: { ...named, Item: lockItem(registration, hash, next) } } });
    else if (was !== undefined) {
      const Key = keyAttributes(addressKey(registration.event, hash));
      steps.push({ about: "address", item: { Delete: { ...named, Key } } });
    }
  }
  return steps;
}

const lockOf = (registration: StoredChange["after"]): string | undefined => footprintOf(registration).lock;

function asRead(was: StoredLock["was"]) {
  if (!was) return { ConditionExpression: "attribute_not_exists(pk)" };
  const clauses: string[] = [];
  const values: Record<string, { S: string }> = {};
  for (const name of ["registration", "unproven"] as const) {
    const value = was[name];
    clauses.push(value === undefined ? `attribute_not_exists(${name})` : `${name} = :${name}`);
    if (value !== undefined) values[`:${name}`] = { S: value };
  }
  return { ConditionExpression: clauses.join(" AND "), ExpressionAttributeValues: values };
}
