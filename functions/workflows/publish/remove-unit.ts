import { LANGUAGES } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { ledgerKey, versionsPartition } from "../../storage/newsroom/keys.ts";
import { cancelRegistration } from "./cancel-registration.ts";
import { commit, transactGuarded, type Writing } from "./commit.ts";
import { planRemoval } from "./document-plan.ts";
import type { MissingUnit } from "./survey.ts";
import { removeAllFiles } from "./unit-files.ts";

/** Takes a unit off the newsroom, document by document, its record last. */
export async function removeUnit(writing: Writing, { record }: MissingUnit): Promise<void> {
  const { run, unit } = writing;
  const holdings = await run.ledger.holdings(unit);
  await cancelRegistration(writing, holdings);
  for (const holding of holdings.values()) await commit(writing, (at) => planRemoval(holding, at));
  for (const language of LANGUAGES)
    for (const { key } of await run.writer.partition(versionsPartition(unit, language)))
      await transactGuarded(writing, [{ remove: key }]);
  await removeAllFiles(writing);
  await transactGuarded(writing, [{ remove: ledgerKey(unit) }]);
  run.report({ kind: "unit", folder: record.folder, outcome: "removed" });
}

/** Names of units told in one line. */
const NAMED = 5;

/** What to say of units whose folder is gone: a file that was lost by mistake must not take a page off the newsroom. */
export function missingUnitsRefusal(vanished: readonly MissingUnit[]): Refusal {
  const names = vanished.slice(0, NAMED).map(({ unit, record }) => `${record.folder} (${unit})`);
  const more = vanished.length > NAMED ? ` and ${vanished.length - NAMED} more` : "";
  return new Refusal(
    "publish-unit-missing",
    409,
    `Published, but no longer in the content: ${names.join(", ")}${more}.`,
    "Restore the folder with its id, or publish with --remove-missing to take it off the newsroom: its addresses then answer 404.",
  );
}
