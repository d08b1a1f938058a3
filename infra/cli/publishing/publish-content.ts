import { join, resolve } from "node:path";
import { type Clock, toInstant } from "../../../functions/domain/instant.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { mediaPurge } from "../../../functions/storage/buckets/media-purge.ts";
import { mediaStore } from "../../../functions/storage/buckets/media-store.ts";
import { originalsStore } from "../../../functions/storage/buckets/originals-store.ts";
import { hiddenUnitIds } from "../../../functions/storage/newsroom/fence.ts";
import { newsroomLedger } from "../../../functions/storage/newsroom/ledger.ts";
import { newsroomWriter } from "../../../functions/storage/newsroom/newsroom-writer.ts";
import { publishLease } from "../../../functions/storage/newsroom/publish-lease.ts";
import { placeCapacities } from "../../../functions/storage/registrations/place-capacities.ts";
import { type ContentOptions, openContent } from "../../../functions/workflows/content/open-content.ts";
import type { Manifest } from "../../../functions/workflows/manifest.ts";
import type { AnswerRemoval } from "../../../functions/workflows/publish/changes/removal-answer.ts";
import { publish } from "../../../functions/workflows/publish/publish.ts";
import type { PublishEvent, PublishOutcome } from "../../../functions/workflows/publish/publish-events.ts";
import { storedUnits } from "../../../functions/workflows/publish/stored/stored-units.ts";
import { outcomeInWords, progressOn } from "../console/publish-words.ts";
import { say, warn } from "../console/say.ts";
import { STAND_IN_ADDRESS } from "../console/stand-in-address.ts";
import { finishPending } from "../emergency/emergency.ts";
import { originalsFrom } from "../originals/originals-source.ts";
import { hasDied, thisProcess } from "../target/lease-holder.ts";
import type { PublishTarget } from "../target/publish-target.ts";
import { heldLines } from "./held-lines.ts";
import { renderingHash } from "./rendering-hash.ts";
import { problemLines } from "./start-words.ts";

export interface ContentToPublish {
  /** The content directory. */
  readonly content: string;
  /** The state directory, where compiling keeps its results. */
  readonly state: string;
  readonly clock: Clock;
}

export interface PublishPermissions {
  readonly dryRun: boolean;
  readonly removeMissing: boolean;
  readonly allowHide: boolean;
  /** The units to be published, whatever else differs. */
  readonly only?: readonly string[];
  readonly withoutArchives?: boolean;
  /** Removes what was replaced at once, and every version of what is removed: for what endangers someone. */
  readonly forgetFormer?: boolean;
  /** Says why personal details go. */
  readonly answerRemoval?: AnswerRemoval;
  /** Ids of emergencies of which it is a step. */
  readonly despitePending?: readonly string[];
  /** Whether a person is asked about them afterwards, so that nothing has to be said of it now. */
  readonly asksLater?: boolean;
}

/**
 * Reads the content for a newsroom, with the originals that it names, and says on standard error what is wrong with
 * it.
 * @returns what of it can be published, with the units that cannot
 * @throws Refusal `content-invalid` when site.yaml has errors
 */
export async function readContent(what: ContentToPublish, target: PublishTarget): Promise<Manifest> {
  return requireSite(await readAnyContent(what, target));
}

/** @throws Refusal `content-invalid` when site.yaml has errors */
export function requireSite(manifest: Manifest): Manifest {
  if (!manifest.isSiteFaulty) return manifest;
  throw new Refusal(
    "content-invalid",
    400,
    "Nothing was published.",
    "Correct what is said above of site.yaml first: it concerns every page.",
  );
}

/** The same; when site.yaml has errors, only what is to be less public can be published. */
export async function readAnyContent(
  what: ContentToPublish,
  { address, s3, originalsBucket, dynamodb, table, explain }: PublishTarget,
): Promise<Manifest> {
  const now = toInstant(what.clock());
  const stores = { ledger: newsroomLedger(dynamodb, table), writer: newsroomWriter(dynamodb, table) };
  const explained = (error: unknown): never => {
    throw explain?.(error) ?? error;
  };
  return readWith(what, {
    address,
    ...originalsFrom(originalsStore(s3, originalsBucket), what.state),
    hidden: await hiddenUnitIds(stores.writer).catch(explained),
    stored: () => storedUnits(stores, now).catch(explained),
  });
}

/**
 * The same before there is a newsroom: originals that are not on this machine are not looked into.
 * @throws Refusal `content-invalid` when site.yaml has errors
 */
export async function checkContent(what: ContentToPublish): Promise<void> {
  requireSite(await readWith(what, { address: STAND_IN_ADDRESS }));
}

async function readWith(
  { content, state, clock }: ContentToPublish,
  where: Pick<ContentOptions, "address" | "originals" | "bring" | "stored" | "hidden">,
): Promise<Manifest> {
  const progress = progressOn(process.stderr);
  const { problems, manifest, held } = await openContent(content, {
    ...where,
    report: progress.report,
    rendering: renderingHash(new URL("../../../functions/", import.meta.url)),
    now: toInstant(clock()),
    cache: join(resolve(state), "cache"),
  });
  progress.end();
  warn(problemLines(problems));
  return manifest ?? { units: [], held, isSiteFaulty: true };
}

/**
 * Publishes into a newsroom and shows how it goes; Ctrl-C ends it after the units in flight, and the next
 * publication goes on from there.
 *
 * @returns exit code: 1 when a dry run found what publishing would refuse, or a unit could not be published
 */
export async function publishInto(
  target: PublishTarget,
  manifest: Manifest,
  { clock }: ContentToPublish,
  { forgetFormer, asksLater, ...permissions }: PublishPermissions,
): Promise<number> {
  if (!permissions.dryRun) await finishPending(target, permissions.despitePending);
  const progress = progressOn(process.stdout);
  const stop = interruption();
  let outcome: PublishOutcome;
  try {
    const asked = { ...permissions, manifest, ...(forgetFormer && { forgetFormer }) };
    outcome = await publish(asked, {
      writer: newsroomWriter(target.dynamodb, target.table),
      media: {
        ...mediaStore(target.s3, target.mediaBucket),
        ...(forgetFormer && { remove: mediaPurge(target.s3, target.mediaBucket).remove }),
      },
      ledger: newsroomLedger(target.dynamodb, target.table),
      places: placeCapacities(target.dynamodb, target.registrations),
      lease: publishLease(target.dynamodb, target.table, { holder: thisProcess(), clock, hasDied }),
      invalidate: async (addresses) => target.invalidate?.(addresses),
      clock,
      report: asksLater ? (event) => isOfNow(event) && progress.report(event) : progress.report,
      signal: stop.signal,
    });
  } catch (error) {
    throw target.explain?.(error) ?? error;
  } finally {
    progress.end();
    stop.forget();
  }
  const words = outcomeInWords(outcome, {
    dryRun: permissions.dryRun,
    caches: target.invalidate !== undefined,
  });
  say(words);
  warn(heldLines(outcome.held));
  return outcome.refused + outcome.held.length > 0 ? 1 : 0;
}

const isOfNow = (event: PublishEvent): boolean =>
  event.kind !== "refused" || event.code !== "removal-unanswered";

/** Turns the first Ctrl-C into the end after the units in flight; the second ends at once. */
function interruption(): { signal: AbortSignal; forget(): void } {
  const controller = new AbortController();
  const stop = () =>
    controller.abort(
      new Refusal(
        "publish-interrupted",
        499,
        "Publishing was stopped; every document is either old or new.",
        "Publish again to finish.",
      ),
    );
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.once(signal, stop);
  return {
    signal: controller.signal,
    forget: () => {
      for (const signal of signals) process.off(signal, stop);
    },
  };
}
