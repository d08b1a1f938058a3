import { randomUUID } from "node:crypto";
import { addSeconds, toInstant } from "../../../functions/domain/instant.ts";
import { hiddenRecord } from "../../../functions/storage/newsroom/fence.ts";
import { isArchive } from "../../../functions/workflows/takedown/same-file.ts";
import { operatorName } from "../console/operator-name.ts";
import { say } from "../console/say.ts";
import { performAtOnce, reportOutcome } from "../emergency/emergency.ts";
import { namedSubject } from "../emergency/named-subject.ts";
import { publishAfter } from "../publishing/publish-after.ts";
import type { PublishTarget } from "../target/publish-target.ts";

/** How long it can be shown again. */
const HOURS = 72;

/** What is to be hidden. */
export interface Hiding {
  readonly content: string;
  readonly state: string;
  /** As it was typed. */
  readonly what: string;
}

/**
 * Hides at once: what readers see first, archives afterwards.
 * @returns exit code: 1 when an address does not answer as it should, or archives wait
 */
export async function hideNow(target: PublishTarget, { content, state, what }: Hiding): Promise<number> {
  const began = performance.now();
  const { subject, stored } = await namedSubject(target, content, what);
  const { unit, hashes } = subject;
  const id = randomUUID();
  const at = toInstant(new Date());
  const until = addSeconds(at, HOURS * 3600);
  const by = operatorName();
  const told = { verb: "hide" as const, id, what, at, until, by, hashes: [...hashes] };
  const outcome = await performAtOnce(target, { ...told, ...(unit !== undefined && { unit }) }, by);
  const isSeen = await reportOutcome(target, outcome, began);
  say(
    `Hidden. \`npm run unhide -- ${what}\` shows it again as it was, until ${until}; \`npm run takedown -- ${what}\` destroys it.`,
  );
  const record = await hiddenRecord(stored.writer, id);
  const units = unit === undefined && record?.objects.some(isArchive) ? record.units : [];
  const kits = units.filter((each) => each.startsWith("kit/"));
  const follows = await publishAfter(target, {
    content,
    state,
    units: kits,
    turned: unit === undefined ? [] : [unit],
  });
  return isSeen && follows ? 0 : 1;
}
