import { defineCommand } from "../console/command-definition.ts";
import { ACTS, actIn, actPage } from "../registrations/act.ts";
import { REGISTRATIONS_OPTIONS } from "../registrations/registrations-options.ts";
import { chosenTarget, findTarget } from "../target/target-options.ts";

const acts = Object.entries(ACTS).map(([act, { names, help }]) => [`${act} ${names}`.trim(), help] as const);

export const registrationsCommand = defineCommand({
  name: "npm run registrations",
  summary: "Who registered: counts, lists, decisions, the door. What is read of people is kept in a log.",
  positionals: "WHAT …",
  arguments: acts,
  options: REGISTRATIONS_OPTIONS,
  examples: [
    "npm run registrations -- counts world-day-2027",
    'npm run registrations -- list world-day-2027 --why "preparing the badges"',
  ],
  page: ([verb]) => actPage(verb),
  async run(values, [verb, ...names]) {
    const act = actIn(verb, names, values);
    const found = await findTarget(chosenTarget(values));
    const { runAct } = await import("../registrations/run-act.ts");
    process.stdout.write(await runAct(found, act, values, names));
    return Number(process.exitCode ?? 0);
  },
});
