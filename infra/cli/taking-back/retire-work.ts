import { type Instant, toInstant } from "../../../functions/domain/instant.ts";
import { PUBLICATION_KINDS, unitKindOf } from "../../../functions/domain/kinds.ts";
import type { LocalisedText } from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { instantOf } from "../../../functions/workflows/content/read/local-time.ts";
import { operatorName } from "../console/operator-name.ts";
import { warnOfRefusal } from "../console/say.ts";
import { performAtOnce, reportOutcome } from "../emergency/emergency.ts";
import { namedSubject } from "../emergency/named-subject.ts";
import { publishAfter } from "../publishing/publish-after.ts";
import type { PublishTarget } from "../target/publish-target.ts";
import { folderNamed, openUnitFile, timeIn, type UnitFile, unitIdOf } from "../target/unit-file.ts";
import { retireInContent } from "./retire-in-content.ts";

/** What is to leave, and how. */
export interface RetireOrder {
  readonly content: string;
  readonly state: string;
  /** Folder or address, as it was typed. */
  readonly name: string;
  readonly verb: "withdraw" | "gone";
  readonly note: LocalisedText | undefined;
  /** When it left, as it was typed; now. */
  readonly at: string | undefined;
}

/**
 * Takes a publication off, or marks it as withdrawn, at once: what is stored first, whatever is wrong with the content
 * and whoever publishes, then its file, then its files and archives.
 * @returns exit code: 1 when something is left to a person
 */
export async function retireNow(target: PublishTarget, order: RetireOrder): Promise<number> {
  const began = performance.now();
  const { verb, note } = order;
  const { folder, file, unit, at } = await retiring(target, order);
  const outcome = await performAtOnce(
    target,
    { verb, unit, folder, at, ...(note && { note }) },
    operatorName(),
  );
  const isWritten = written(order, folder, file);
  const isSeen = await reportOutcome(target, outcome, began);
  const follows = isWritten && (await publishAfter(target, { ...order, units: [unit], turned: [unit] }));
  return isWritten && isSeen && follows ? 0 : 1;
}

interface Retiring {
  readonly folder: string;
  /** Undefined where this content does not have it, or nobody can read it. */
  readonly file: UnitFile | undefined;
  readonly unit: string;
  readonly at: Instant;
}

/**
 * What is to leave, and when it did: as its file says, or else as it was published. The content at hand may be an old
 * clone, in which the folder has another name, and its file may be broken.
 */
async function retiring(target: PublishTarget, order: RetireOrder): Promise<Retiring> {
  const { content, name, verb, at: asked } = order;
  const now = new Date();
  try {
    const folder = folderNamed(content, name, PUBLICATION_KINDS);
    const file = openUnitFile(content, folder);
    const noted =
      file.yaml.getIn(["leaving", "verb"]) === verb ? file.yaml.getIn(["leaving", "at"]) : undefined;
    const at = instantOf(typeof noted === "string" ? noted : timeIn(file, asked, now), file.zone);
    return { folder, file, unit: unitIdOf(file), at: typeof at === "string" ? at : toInstant(now) };
  } catch (error) {
    const published = await publishedAs(target, order, error);
    return { ...published, file: undefined, at: toInstant(now) };
  }
}

/** @throws what kept the content from saying it, where nothing was published under that name either */
async function publishedAs(
  target: PublishTarget,
  { content, name }: RetireOrder,
  error: unknown,
): Promise<Pick<Retiring, "folder" | "unit">> {
  const isUnknown = error instanceof Refusal && ["content-invalid", "option-invalid"].includes(error.code);
  if (!isUnknown || /^--at/.test(error.message)) throw error;
  const { subject, stored } = await namedSubject(target, content, name).catch(() => {
    throw error;
  });
  const { unit } = subject;
  const record = unit === undefined ? undefined : stored.records.get(unit);
  if (unit === undefined || !record || !isPublication(unit)) throw error;
  return { unit, folder: record.folder };
}

/** Notes in the file that it left; a run that was cut short may have done so. */
function written(
  { content, verb, note, at }: RetireOrder,
  folder: string,
  file: UnitFile | undefined,
): boolean {
  if (file?.yaml.getIn(["leaving", "verb"]) === verb) return true;
  try {
    retireInContent({ content, at }, folder, { verb, note });
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    warnOfRefusal(error, `Readers see it already, but ${folder} does not say so yet: `);
    return false;
  }
}

function isPublication(unit: string): boolean {
  const kind = unitKindOf(unit);
  return kind !== undefined && kind !== "page";
}
