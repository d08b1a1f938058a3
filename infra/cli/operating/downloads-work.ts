import { type DownloadCount, tallyOf } from "../../../functions/domain/downloads/tally.ts";
import { downloadCounts } from "../../../functions/storage/newsroom/download-counts.ts";
import { openTarget } from "../target/open-target.ts";
import type { PublishTarget } from "../target/publish-target.ts";
import type { FoundTarget } from "../target/target-options.ts";
import { reportAsCsv, reportAsJson, reportInWords } from "./downloads-words.ts";

const FORMS = { words: reportInWords, json: reportAsJson, csv: reportAsCsv } as const;
export type ReportForm = keyof typeof FORMS;

/** What was downloaded on some days, in one of the forms. @param asked days in UTC, `yyyy-mm-dd` */
export async function downloadReport(
  found: FoundTarget,
  asked: { readonly days: readonly string[]; readonly kit: string | undefined; readonly form: ReportForm },
): Promise<string> {
  const { days, kit, form } = asked;
  const target = await openTarget(found);
  try {
    const tally = tallyOf(await countsOf(target, days, kit));
    return FORMS[form]({ from: days[0] ?? "", to: days.at(-1) ?? "", ...tally });
  } catch (error) {
    throw target.explain?.(error) ?? error;
  }
}

async function countsOf({ dynamodb, table }: PublishTarget, days: readonly string[], kit?: string) {
  const counts: DownloadCount[] = [];
  for await (const each of downloadCounts(dynamodb, table, { days, kit })) counts.push(each);
  return counts;
}
