import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES } from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import type { Values } from "../console/command-definition.ts";
import { defineCommand } from "../console/command-definition.ts";
import { didYouMean } from "../console/did-you-mean.ts";
import { say } from "../console/say.ts";
import type { EmbargoOrder } from "../publishing/embargo-work.ts";
import { chosenTarget, findTarget, TARGET_OPTIONS } from "../target/target-options.ts";

const OPTIONS = {
  to: { type: "string", value: '"NAME <MAIL>"', help: "grant: who gets the link" },
  outlet: { type: "string", value: "OUTLET", help: "grant: for whom this person works" },
  unit: {
    type: "string",
    multiple: true,
    value: "FOLDER",
    help: "grant, list: releases/…, events/… or kits/…, as published",
  },
  expires: {
    type: "string",
    value: "TIME",
    help: "grant: when the link ends, on the newsroom's own clock; at the lift, or after 14 days for a draft",
  },
  language: {
    type: "string",
    value: "LANGUAGE",
    default: DEFAULT_LANGUAGE,
    help: `grant: language of the link, one of ${LANGUAGES.join(", ")}`,
  },
  ...TARGET_OPTIONS,
} as const;

const VERBS: readonly string[] = ["grant", "list", "revoke"];

export const embargoCommand = defineCommand({
  name: "npm run embargo",
  summary:
    "Early access for journalists and partners: grants a person a link to what is embargoed or a draft, lists who opened what, takes links back.",
  positionals: "grant | list | revoke ID or MAIL",
  arguments: [
    ["grant", "Makes a link for one person: --to and --unit"],
    ["list", "Shows all grants and what was opened with them, or those for --unit"],
    ["revoke ID or MAIL", "Takes back one link, or all of a person"],
  ],
  options: OPTIONS,
  examples: [
    'npm run embargo -- grant --to "Aigul Serik <aigul@agency.example>" --unit releases/my-release',
    "npm run embargo -- revoke aigul@agency.example",
  ],
  async run(values, [verb, ...named]) {
    const order = await orderIn(verb, named, values);
    const found = await findTarget(chosenTarget(values));
    const { embargo } = await import("../publishing/embargo-work.ts");
    say(await embargo(found, order));
    return 0;
  },
});

/** @throws Refusal `option-invalid`, `early-person-invalid` */
async function orderIn(
  verb: string | undefined,
  [whom, ...more]: readonly string[],
  values: Values<typeof OPTIONS>,
): Promise<EmbargoOrder> {
  if (verb === "revoke" && whom !== undefined && more.length === 0) return { verb, whom };
  if (whom === undefined && verb === "list") return { verb, units: values.unit };
  if (whom === undefined && verb === "grant") return { verb, ...(await grantIn(values)) };
  const isKnown = verb === undefined || VERBS.includes(verb);
  throw invalid(
    isKnown
      ? verb === undefined
        ? "Nothing was asked for."
        : `\`${verb}\` is not called like this.`
      : `There is no \`${verb}\`.`,
    `${isKnown ? "" : didYouMean(verb, VERBS)}Give \`grant\`, \`list\`, or \`revoke\` with one id or email address; \`npm run embargo -- --help\` explains each.`,
  );
}

async function grantIn({ to = "", unit, language, outlet, expires }: Values<typeof OPTIONS>) {
  const { personIn } = await import("../../../functions/workflows/early/grant-access.ts");
  const person = personIn(to);
  if (unit.length === 0)
    throw invalid("--unit: nothing was named.", "Name what is opened: --unit releases/my-release.");
  if (!isLanguage(language))
    throw invalid(`There is no language ${language}.`, `The languages are ${LANGUAGES.join(", ")}.`);
  if (expires !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(expires.trim()))
    throw invalid(`--expires: ${expires} is no time.`, "Write it as 2027-03-01T10:00.");
  return { person, outlet, units: unit, language, expires };
}

function invalid(message: string, help: string): Refusal {
  return new Refusal("option-invalid", 400, message, help);
}
