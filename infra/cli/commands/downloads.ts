import { toInstant } from "../../../functions/domain/instant.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { defineCommand } from "../console/command-definition.ts";
import type { ReportForm } from "../operating/downloads-work.ts";
import { chosenTarget, findTarget, TARGET_OPTIONS } from "../target/target-options.ts";

export const downloadsCommand = defineCommand({
  name: "npm run downloads",
  summary:
    "Shows how often the files of kits were downloaded, by readers and by robots. Of who downloads nothing is kept.",
  options: {
    from: { type: "string", value: "DAY", help: "First day, as 2027-03-01, in UTC; 30 days up to --to" },
    to: { type: "string", value: "DAY", help: "Last day, which is counted, too; today" },
    kit: { type: "string", value: "SLUG", help: "Only this kit, as it stands in its address" },
    json: { type: "boolean", help: "As JSON" },
    csv: { type: "boolean", help: "As CSV, for a spreadsheet" },
    ...TARGET_OPTIONS,
  },
  examples: ["npm run downloads", "npm run downloads -- --from 2027-07-01 --to 2027-07-31 --csv"],
  async run(values) {
    const form = formOf(values);
    const chosen = chosenTarget(values);
    const { daysBetween } = await import("../../../functions/domain/downloads/days.ts");
    const days = daysBetween(values, toInstant(new Date()));
    const found = await findTarget(chosen);
    const { downloadReport } = await import("../operating/downloads-work.ts");
    process.stdout.write(await downloadReport(found, { days, kit: values.kit, form }));
    return 0;
  },
});

function formOf({ json, csv }: { readonly json: boolean; readonly csv: boolean }): ReportForm {
  if (json && csv)
    throw new Refusal("option-invalid", 400, "--json and --csv exclude each other.", "Give one of them.");
  return json ? "json" : csv ? "csv" : "words";
}
