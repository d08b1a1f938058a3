import { footprintOf } from "../domain/registration/footprint.ts";
import type { Registration } from "../domain/registration/registration.ts";
import { keyOf, lockItem } from "./registration-items.ts";
import type { Step, StoredChange } from "./registration-step.ts";
import { addressKey } from "./registrations-keys.ts";

/** Locks on addresses. Where one registration lets go what another takes, the lock passes from hand to hand. */
export function lockSteps(table: string, changes: readonly StoredChange[]): Step[] {
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
