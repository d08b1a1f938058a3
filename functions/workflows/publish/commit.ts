import type { Instant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import { vacantOrOf } from "../../storage/dynamodb/condition.ts";
import type { NewsroomItem, StoredItem } from "../../storage/dynamodb/item.ts";
import type { Key } from "../../storage/dynamodb/key.ts";
import {
  ConditionFailed,
  type Operation,
  operationKey,
  TRANSACTION_BYTES,
  TRANSACTION_OPERATIONS,
} from "../../storage/dynamodb/transaction.ts";
import { ITEM_BYTES, itemBytes, transactionBytes } from "../../storage/dynamodb/write-units.ts";
import { holdingKey } from "../../storage/newsroom/keys.ts";
import { type Holding, holdingItem } from "../../storage/newsroom/ledger.ts";
import { isHeadAt, isHeadKey } from "../../storage/newsroom/parse-key.ts";
import { noticeItem, soonDue } from "./changes/notices.ts";
import type { DocumentPlan, PlanCircumstances } from "./document-plan.ts";
import type { PublishRun } from "./publish-run.ts";
import { isEntry, keyText } from "./stored/held-items.ts";

/** Who writes: the unit and the lane of the lease that it works in. */
export interface Writing {
  readonly run: PublishRun;
  readonly unit: string;
  readonly lane: number;
}

/**
 * Carries out a plan: parts, then the one transaction in which the document changes, then the removal of what
 * that left behind. Plans anew when another unit turns out to have taken an address that was to be vacated.
 *
 * @returns whether anything that readers could see was planned
 * @throws Refusal `publish-lease-held` when the lease went to another, `document-too-large`
 */
export async function commit(
  writing: Writing,
  plan: (circumstances: PlanCircumstances) => DocumentPlan | undefined,
): Promise<boolean> {
  const { run } = writing;
  const taken = new Set<string>();
  for (;;) {
    const circumstances = { unit: writing.unit, now: run.now(), stamp: run.stamp(), taken };
    const planned = plan(circumstances);
    if (!planned) return false;
    try {
      await carryOut(writing, planned, circumstances);
      run.changed(planned.addresses);
      return planned.puts.length + planned.removes.length > 0;
    } catch (error) {
      const lost = planned.vacated.filter((path) => isAbout(error, path) && !taken.has(path));
      if (lost.length === 0) throw error;
      for (const path of lost) taken.add(path);
    }
  }
}

/** One guarded transaction. @throws Refusal `publish-lease-held` */
export async function transactGuarded(
  { run, lane }: Writing,
  operations: readonly Operation[],
): Promise<void> {
  const guard = run.guard(lane);
  try {
    await run.writer.transact(guard ? [guard, ...operations] : operations);
  } catch (error) {
    if (guard && error instanceof ConditionFailed && error.failed.includes(guard)) throw await run.lost();
    throw error;
  }
}

/** Operations that a guarded transaction has room for. */
export const GUARDED_OPERATIONS = TRANSACTION_OPERATIONS - 1;

async function carryOut(
  writing: Writing,
  planned: DocumentPlan,
  { now, stamp }: PlanCircumstances,
): Promise<void> {
  const { run, unit } = writing;
  const notices = [
    ...(planned.addresses.length > 0
      ? [noticeItem(unit, planned, stamp, { quiet: planned.rendered !== undefined })]
      : []),
    ...soonDue(planned.puts, now, stamp),
  ];
  const plan = withinOneTransaction(planned, notices.length);
  const stored = (item: NewsroomItem) => stamped(item, unit, timesOf(item, plan, stamp));
  await run.writer.putAll(plan.parts.map(stored));
  const condition = vacantOrOf(unit);
  const isVacated = ({ pk, sk }: Key) => isHeadKey({ pk, sk }) && plan.vacated.includes(pk);
  const operations: Operation[] = [
    ...plan.puts.map((item) => ({ put: stored(item), ...(isVacated(item.key) && { condition }) })),
    ...plan.removes.map((key) => ({ remove: key, ...(isVacated(key) && { condition }) })),
    ...interimHoldings(plan).map((holding) => ({ put: stored(holdingItem(unit, holding)) })),
    ...forgottenAtOnce(plan).map((path) => ({ remove: holdingKey(unit, path) })),
    ...notices.map((item) => ({ put: stored(item) })),
  ];
  requireSize(plan.path, operations);
  if (plan.left.length === 0) await transactGuarded(writing, operations);
  else
    await run.alone(async () => {
      const states = await run.states.leaving(plan.left, stamp);
      await transactGuarded(writing, [...operations, ...states.map((state) => ({ put: stored(state) }))]);
    });
  await removeStale(writing, plan, stored);
}

/** Removals of entries that do not fit are put off: readers see such an entry twice for a moment rather than not at all. */
function withinOneTransaction(plan: DocumentPlan, notices: number): DocumentPlan {
  const others = Math.max(plan.holdings.length, 1) + plan.forgotten.length + plan.left.length;
  const room = GUARDED_OPERATIONS - others - notices;
  const excess = plan.puts.length + plan.removes.length - room;
  if (excess <= 0) return plan;
  const late = plan.removes.filter(isEntry).slice(0, excess);
  if (late.length < excess)
    throw tooLarge(plan.path, `it has ${plan.puts.length} items that change together, ${room} fit`);
  return {
    ...plan,
    removes: plan.removes.filter((key) => !late.includes(key)),
    stale: [...plan.stale, ...late],
  };
}

/** Until what is stale is gone, the ledger goes on holding it. */
function interimHoldings({ path, holdings, stale }: DocumentPlan): Holding[] {
  if (stale.length === 0) return [...holdings];
  const [first = { path, items: [], parts: [], stale: [], alsoAt: [], redirect: false }, ...others] =
    holdings;
  return [{ ...first, stale: [...stale] }, ...others];
}

const forgottenAtOnce = ({ path, forgotten, stale }: DocumentPlan): string[] =>
  forgotten.filter((each) => stale.length === 0 || each !== path);

async function removeStale(
  writing: Writing,
  { path, holdings, forgotten, stale }: DocumentPlan,
  stored: (item: NewsroomItem) => StoredItem,
): Promise<void> {
  const { unit } = writing;
  for (let start = 0; start < stale.length; start += GUARDED_OPERATIONS - 1) {
    const operations: Operation[] = stale
      .slice(start, start + GUARDED_OPERATIONS - 1)
      .map((key) => ({ remove: key }));
    const [holding] = holdings;
    if (start + GUARDED_OPERATIONS - 1 >= stale.length) {
      if (holding) operations.push({ put: stored(holdingItem(unit, holding)) });
      else if (forgotten.includes(path)) operations.push({ remove: holdingKey(unit, path) });
    }
    await transactGuarded(writing, operations);
  }
}

type Times = Pick<StoredItem, "writtenAt" | "editedAt">;

/** What changes unseen keeps its times, and what is rendered anew the instant of its last edit. */
function timesOf({ key }: NewsroomItem, { path, unseen, rendered }: DocumentPlan, stamp: Instant): Times {
  const kept = unseen.get(keyText(key));
  if (kept) return kept;
  const isHead = isHeadAt(key, path);
  return { writtenAt: stamp, ...(isHead && rendered?.editedAt && { editedAt: rendered.editedAt }) };
}

/** What stands at an address carries its unit. */
function stamped(item: NewsroomItem, unit: string, times: Times): StoredItem {
  return { ...item, ...times, ...(isHeadKey(item.key) && { unit }) };
}

function isAbout(error: unknown, path: string): boolean {
  return (
    error instanceof ConditionFailed &&
    error.failed.some((operation) => isHeadAt(operationKey(operation), path))
  );
}

function requireSize(path: string, operations: readonly Operation[]): void {
  const bytes = transactionBytes(operations);
  if (bytes > TRANSACTION_BYTES) throw tooLarge(path, `its items weigh ${bytes} bytes, 4 MB fit`);
  for (const operation of operations)
    if ("put" in operation && itemBytes(operation.put) > ITEM_BYTES)
      throw tooLarge(path, `${operation.put.key.pk} weighs ${itemBytes(operation.put)} bytes, 400 KB fit`);
}

function tooLarge(path: string, reason: string): Refusal {
  return new Refusal(
    "document-too-large",
    400,
    `${path} is too large to change as a whole: ${reason}.`,
    "Divide it, for example into two releases.",
  );
}
