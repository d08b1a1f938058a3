import { toInstant } from "../../../functions/domain/instant.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { type HiddenRecord, hiddenRecords } from "../../../functions/storage/newsroom/fence.ts";
import { newsroomLedger } from "../../../functions/storage/newsroom/ledger.ts";
import { newsroomWriter } from "../../../functions/storage/newsroom/newsroom-writer.ts";
import type { EmergencyOutcome } from "../../../functions/workflows/emergency/emergency-newsroom.ts";
import { isOver, SHOWN_AGAIN_RECORD } from "../../../functions/workflows/emergency/unhide.ts";
import type { TakedownSubject } from "../../../functions/workflows/takedown/find-subject.ts";
import { isArchive } from "../../../functions/workflows/takedown/same-file.ts";
import { operatorName } from "../console/operator-name.ts";
import { say, warn } from "../console/say.ts";
import { performAtOnce } from "../emergency/emergency.ts";
import { namedSubject } from "../emergency/named-subject.ts";
import { watchAddresses } from "../emergency/watch-addresses.ts";
import { publishAfter } from "../publishing/publish-after.ts";
import type { PublishTarget } from "../target/publish-target.ts";
import type { Hiding } from "./hide-work.ts";

/**
 * Shows again what was hidden, as it was; what was published otherwise meanwhile is published anew from the content.
 * @returns exit code
 * @throws Refusal `emergency-nothing` when nothing of it is hidden, `hiding-over` after 72 hours
 */
export async function unhideNow(target: PublishTarget, { content, state, what }: Hiding): Promise<number> {
  const began = performance.now();
  const writer = newsroomWriter(target.dynamodb, target.table);
  const all = await hiddenRecords(writer);
  const named = all.filter((record) => record.what === what);
  const hidden = named.length > 0 ? named : await sameSubject(target, content, what, all);
  if (hidden.length === 0) throw notHidden(what, all);
  const now = toInstant(new Date());
  const over = hidden.find((record) => isOver(record, now));
  if (over) throw hidingOver(over);
  let isSeen = true;
  for (const { id } of hidden) {
    const outcome = await performAtOnce(target, { verb: "unhide", id, what }, operatorName());
    isSeen = (await showReturned(target, outcome, began)) && isSeen;
  }
  say(`${what} is shown again.`);
  const records = await newsroomLedger(target.dynamodb, target.table).records();
  const units = hidden.flatMap((record) =>
    record.units.filter(
      (unit) => records.get(unit)?.fingerprint === SHOWN_AGAIN_RECORD || record.objects.some(isArchive),
    ),
  );
  const turned = hidden.flatMap(({ unit }) => unit ?? []);
  const follows = await publishAfter(target, { content, state, units: [...new Set(units)], turned });
  return isSeen && follows ? 0 : 1;
}

/** Asks every address, as after taking something back, but with nothing left to do for a person. */
async function showReturned(
  target: PublishTarget,
  { addresses }: EmergencyOutcome,
  began: number,
): Promise<boolean> {
  await target.forgotten?.();
  const seen = await watchAddresses(target.address, addresses, began);
  const wrong = seen.filter(({ seconds }) => seconds === undefined);
  say(`${seen.length - wrong.length} of ${seen.length} addresses answer again.`);
  for (const { address, status } of wrong) warn(`! ${status ?? "no answer"}  ${address}`);
  return wrong.length === 0;
}

/** Hidings of the same file or unit, however it was named then. */
async function sameSubject(
  target: PublishTarget,
  content: string,
  what: string,
  all: readonly HiddenRecord[],
): Promise<HiddenRecord[]> {
  const subject = await namedSubject(target, content, what).then(
    (found): TakedownSubject => found.subject,
    (error: unknown) => {
      if (error instanceof Refusal) throw notHidden(what, all);
      throw error;
    },
  );
  return all.filter(({ unit, hashes }) =>
    subject.unit === undefined
      ? unit === undefined && hashes.some((hash) => subject.hashes.includes(hash))
      : unit === subject.unit,
  );
}

function notHidden(what: string, all: readonly HiddenRecord[]): Refusal {
  return new Refusal(
    "emergency-nothing",
    404,
    `${what} is not hidden.`,
    all.length > 0 ? `Hidden are: ${all.map((record) => record.what).join(", ")}.` : "Nothing is hidden.",
  );
}

function hidingOver({ what, until, unit }: HiddenRecord): Refusal {
  return new Refusal(
    "hiding-over",
    410,
    `${what} could be shown again until ${until}; its bytes are destroyed.`,
    unit === undefined
      ? "Put a file with other bytes in its place, such as one saved anew, and publish."
      : "Publish it as a new one: copy its folder, and give it another slug and another id.",
  );
}
