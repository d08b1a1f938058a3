import { toInstant } from "../../domain/instant.ts";
import type { Operation } from "../../storage/dynamodb/transaction.ts";
import { readFence } from "../../storage/newsroom/fence.ts";
import type { LedgerRecord } from "../../storage/newsroom/ledger.ts";
import { type PendingEmergency, pendingEmergencies } from "../../storage/newsroom/pending-emergencies.ts";
import { LEASE_LANES } from "../../storage/newsroom/publish-lease.ts";
import { inFlight } from "../in-flight.ts";
import { GUARDED_OPERATIONS, transactGuarded } from "./commit.ts";
import { partitionStates } from "./partition-states.ts";
import { pendingRefusal } from "./pending-refusal.ts";
import type { PublishRequest, PublishResources } from "./publication.ts";
import { type PublishEvent, type PublishOutcome, Tally } from "./publish-events.ts";
import { type PublishRun, publishRun, type RunState } from "./publish-run.ts";
import { publishUnit } from "./publish-unit.ts";
import { missingUnitsRefusal, removeUnit } from "./remove-unit.ts";
import { retractions, unchangedUnits } from "./retractions.ts";
import { writeTimesOf } from "./stamps.ts";
import { type Differing, type MissingUnit, retractable, type Survey, surveyOf } from "./survey.ts";
import { forgetOnce } from "./told-notices.ts";

/**
 * Brings the newsroom to what the manifest says, and writes only the difference: compiles the units whose
 * fingerprint differs, eight at a time, and of those writes the items whose hash differs. Run twice, the second
 * run writes nothing at all. Killed at any point, each document is either old or new, and the next run goes on.
 *
 *     records -> differing units -> lease -> each: files, documents, sitemap, record -> states of lists -> caches
 *
 * A unit that is refused, or whose folder is missing, stays as it was, and the others go on. An emergency ends it within seconds.
 *
 * @throws Refusal `publish-lease-held`, `publish-preempted`, `emergency-pending`, `document-too-large`
 */
export async function publish(asked: PublishRequest, resources: PublishResources): Promise<PublishOutcome> {
  const { lease, ledger, clock, held, signal } = resources;
  const tally = new Tally();
  const report = (event: PublishEvent) => {
    tally.add(event);
    resources.report?.(event);
  };
  const generation = await lease.generation();
  const records = await ledger.records();
  const survey = await surveyNow(asked, resources, records);
  if (await isNothing(resources, survey, records)) {
    report({ kind: "started", units: asked.manifest.units.length, differing: 0 });
    return tally.outcome(survey, 0);
  }
  if (asked.dryRun) {
    const [stamps, fence] = [writeTimesOf(clock, undefined), await readFence(resources.writer)];
    const state = { guard: () => undefined, lost: neverLost, stamps, records, fence, signal, report };
    return tally.outcome(survey, await carryOut(asked, resources, state, survey));
  }
  const mine = held ?? (await lease.take());
  const stamps = writeTimesOf(clock, mine.lastWrite);
  try {
    const alone = mine.generation === generation + 1 || held !== undefined;
    const known = alone ? { records, survey } : await surveyAgain(asked, resources); // another published in between
    const fence = await readFence(resources.writer);
    if (!held) refusePending(await pendingEmergencies(resources.writer), asked.despitePending);
    const ends = AbortSignal.any([mine.signal, ...(signal ? [signal] : [])]);
    const { guard, lost } = mine;
    const state = { guard, lost, stamps, records: known.records, fence, signal: ends, report };
    return tally.outcome(known.survey, await carryOut(asked, resources, state, known.survey));
  } finally {
    mine.wrote(stamps.last());
    // it ends by itself, and what was thrown before matters more
    if (!held) await mine.release().catch(() => {});
  }
}

/** @returns how many addresses caches were told to forget */
async function carryOut(
  asked: PublishRequest,
  resources: PublishResources,
  state: RunState,
  survey: Survey,
): Promise<number> {
  const { manifest, removeMissing } = asked;
  const { records, signal, report } = state;
  const addresses = new Set<string>();
  const run = publishRun(asked, resources, state, addresses);
  report({ kind: "started", units: manifest.units.length, differing: survey.differing.length });
  if (survey.vanished.length > 0 && !removeMissing) run.refuse(missingUnitsRefusal(survey.vanished));
  const differing = removeMissing ? survey.differing : withoutReplacing(survey);

  const publishOne = async (differing: Differing, lane: number) => {
    const unit = differing.handle.id;
    const record = await publishUnit({ run, unit, lane }, differing);
    if (record) records.set(unit, record);
  };
  const removeOne = async (vanished: MissingUnit, lane: number) => {
    await removeUnit({ run, unit: vanished.unit, lane }, vanished);
    records.delete(vanished.unit);
  };
  await inFlight(differing, LEASE_LANES, publishOne, signal);
  if (removeMissing) await inFlight(survey.vanished, LEASE_LANES, removeOne, signal);
  await writeStates(run, records);
  if (addresses.size > 0 && !asked.dryRun)
    await forgetOnce(run.writer, addresses, run.now(), resources.invalidate);
  return addresses.size;
}

/** Nothing new takes the folder of a unit that is missing: with another id it would take its addresses as well. */
function withoutReplacing({ differing, vanished }: Survey): Differing[] {
  const missing = new Set(vanished.map(({ record }) => record.folder));
  return differing.filter(({ handle, known }) => known !== undefined || !missing.has(handle.folder));
}

async function surveyAgain(asked: PublishRequest, resources: PublishResources) {
  const records = await resources.ledger.records();
  return { records, survey: await surveyNow(asked, resources, records) };
}

async function surveyNow(
  asked: PublishRequest,
  resources: PublishResources,
  records: ReadonlyMap<string, LedgerRecord>,
): Promise<Survey> {
  const now = toInstant(resources.clock());
  const unchanged = await unchangedUnits(resources, records, retractable(asked, records, now));
  return surveyOf(asked, records, { now, retract: retractions(resources, records), unchanged });
}

/** Reading suffices to know that there is nothing to do: then not even the lease is written. */
async function isNothing(
  { writer }: Pick<PublishResources, "writer">,
  { differing, vanished }: Survey,
  records: ReadonlyMap<string, LedgerRecord>,
): Promise<boolean> {
  if (differing.length + vanished.length > 0) return false;
  const { puts, removes } = await partitionStates(writer).outdated(records.values());
  return puts.length + removes.length === 0;
}

/** @throws Refusal `emergency-pending` as long as something is not taken back that was to be */
function refusePending(pending: readonly PendingEmergency[], despite: readonly string[] = []): void {
  const refusal = pendingRefusal(pending.filter(({ id }) => !despite.includes(id)));
  if (refusal) throw refusal;
}

/** Brings the states of lists and sitemap files to what all records say. */
async function writeStates(run: PublishRun, records: ReadonlyMap<string, LedgerRecord>): Promise<void> {
  const { puts, removes } = await run.states.outdated(records.values());
  const operations: Operation[] = [
    ...puts.map((item) => ({ put: { ...item, writtenAt: run.stamp() } })),
    ...removes.map((key) => ({ remove: key })),
  ];
  for (let start = 0; start < operations.length; start += GUARDED_OPERATIONS)
    await transactGuarded({ run, unit: "", lane: 0 }, operations.slice(start, start + GUARDED_OPERATIONS));
}

async function neverLost(): Promise<never> {
  throw new Error("A dry run holds no lease that it could lose.");
}
