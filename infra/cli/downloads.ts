import { daysBetween } from "../../functions/domain/downloads/days.ts";
import { type DownloadCount, tallyOf } from "../../functions/domain/downloads/tally.ts";
import { toInstant } from "../../functions/domain/instant.ts";
import { Refusal } from "../../functions/domain/refusal.ts";
import { downloadCounts } from "../../functions/storage/download-counts.ts";
import { runCommand, type Values } from "./command.ts";
import { type DownloadReport, reportAsCsv, reportAsJson, reportInWords } from "./downloads-words.ts";
import type { PublishTarget } from "./publish-target.ts";
import { openTarget, TARGET_OPTIONS } from "./target-options.ts";

const OPTIONS = {
  from: { type: "string", value: "DAY", help: "First day, as 2027-03-01, in UTC; 30 days up to --to" },
  to: { type: "string", value: "DAY", help: "Last day, which is counted, too; today" },
  kit: { type: "string", value: "SLUG", help: "Only this kit, as it stands in its address" },
  json: { type: "boolean", help: "As JSON" },
  csv: { type: "boolean", help: "As CSV, for a spreadsheet" },
  ...TARGET_OPTIONS,
} as const;

await runCommand({
  name: "npm run downloads",
  summary:
    "Tells how often the files of kits were downloaded, by readers and by robots. Of who downloads nothing is kept.",
  options: OPTIONS,
  async run(values) {
    const told = formOf(values);
    const days = daysBetween(values, toInstant(new Date()));
    const target = await openTarget(values);
    try {
      const tally = tallyOf(await countsOf(target, days, values.kit));
      process.stdout.write(told({ from: days[0] ?? "", to: days.at(-1) ?? "", ...tally }));
    } catch (error) {
      throw target.explain?.(error) ?? error;
    }
    return 0;
  },
});

function formOf({ json, csv }: Values<typeof OPTIONS>): (report: DownloadReport) => string {
  if (json && csv)
    throw new Refusal("option-invalid", 400, "--json and --csv exclude each other.", "Give one of them.");
  if (json) return reportAsJson;
  return csv ? reportAsCsv : reportInWords;
}

async function countsOf({ dynamodb, table }: PublishTarget, days: readonly string[], kit?: string) {
  const counts: DownloadCount[] = [];
  for await (const each of downloadCounts(dynamodb, table, { days, kit })) counts.push(each);
  return counts;
}
