import { Refusal } from "../../../functions/domain/refusal.ts";
import { languageIn } from "./desk-options.ts";
import { type Given, requiredWhy } from "./registrations-options.ts";

/** As long as a sentence of a mail may be. */
const LONGEST = 300;
const OF_A_LIST = ["place", "consent", "by", "hold-until", "remind", "until", "language", "why"] as const;

/** What `invite` is given: a place for a link, or a list and what its mails need. @throws Refusal `option-invalid`, `why-missing` */
export function judgeInvite(values: Given, names: readonly string[]): void {
  if (values.list === undefined) judgeLink(values, names);
  else judgeList(values, names);
}

function judgeList(values: Given, names: readonly string[]): void {
  if (names.length > 1 || values.place === undefined)
    throw invalid(
      "Say to which place the list is invited.",
      "Give --place PLACE, and EVENT alone before it.",
    );
  requiredWhy(values.why);
  languageIn(values);
  if (!values.consent?.trim())
    throw invalid(
      "Nobody is written to whose address comes from nowhere.",
      'Say where the list comes from and what its people agreed to: --consent "You asked for invitations at our conference of 2026".',
    );
  for (const option of ["consent", "by"] as const) {
    const text = values[option] ?? "";
    if (text.length > LONGEST || /[\p{Cc}]/u.test(text))
      throw invalid(
        `--${option} is no sentence of an email.`,
        `Give at most ${LONGEST} characters on one line.`,
      );
  }
}

function judgeLink(values: Given, names: readonly string[]): void {
  if (names.length < 2)
    throw invalid("Say whom or where.", "Give --list FILE with --place PLACE; or EVENT PLACE for a link.");
  const stray = OF_A_LIST.find((each) => values[each] !== undefined);
  if (stray !== undefined)
    throw invalid(`--${stray} goes with --list.`, "A link needs EVENT and PLACE alone.");
}

function invalid(message: string, help: string): Refusal {
  return new Refusal("option-invalid", 400, message, help);
}
