import { type Instant, toInstant } from "../../functions/domain/instant.ts";
import type { LocalisedText } from "../../functions/domain/language.ts";
import { Refusal } from "../../functions/domain/refusal.ts";
import { newsroomLedger } from "../../functions/storage/ledger.ts";
import { instantOf } from "../../functions/workflows/content/local-time.ts";
import { showTheEnd, takeFromReaders } from "./emergency.ts";
import { leave } from "./leave.ts";
import { publishAfter } from "./publish-after.ts";
import type { PublishTarget } from "./publish-target.ts";
import { folderNamed, openUnitFile, timeIn, type UnitFile, unitIdOf } from "./unit-file.ts";
import { whoOrders } from "./who-orders.ts";

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
  const { content, name, verb, note } = order;
  const folder = folderNamed(content, name, ["release", "event", "kit"]);
  const { file, unit, at } = await subject(target, folder, order);
  const outcome = await takeFromReaders(
    target,
    { verb, unit, folder, at, ...(note && { note }) },
    whoOrders(),
  );
  const isWritten = written(order, folder, file);
  const isSeen = await showTheEnd(target, outcome, began);
  const follows = isWritten && (await publishAfter(target, { ...order, units: [unit], turned: [unit] }));
  return isWritten && isSeen && follows ? 0 : 1;
}

/** The unit in what is published, and when it left; what the file cannot tell, the ledger does. */
async function subject(
  target: PublishTarget,
  folder: string,
  { content, verb, at: asked }: RetireOrder,
): Promise<{ file: UnitFile | undefined; unit: string; at: Instant }> {
  const now = new Date();
  try {
    const file = openUnitFile(content, folder);
    const noted =
      file.yaml.getIn(["leaving", "verb"]) === verb ? file.yaml.getIn(["leaving", "at"]) : undefined;
    const at = instantOf(typeof noted === "string" ? noted : timeIn(file, asked, now), file.zone);
    return { file, unit: unitIdOf(file), at: typeof at === "string" ? at : toInstant(now) };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "content-invalid") throw error;
    const records = await newsroomLedger(target.dynamodb, target.table).records();
    const [unit] = [...records].find(([, record]) => record.folder === folder) ?? [];
    if (unit === undefined) throw error;
    return { file: undefined, unit, at: toInstant(now) };
  }
}

/** Notes in the file that it left; a run that was cut short may have done so. */
function written(
  { content, verb, note, at }: RetireOrder,
  folder: string,
  file: UnitFile | undefined,
): boolean {
  if (file?.yaml.getIn(["leaving", "verb"]) === verb) return true;
  try {
    leave({ content, at }, folder, { verb, note });
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(
      `Readers see it already, but ${folder} does not say so yet: ${error.message} ${error.help}\n`,
    );
    return false;
  }
}
