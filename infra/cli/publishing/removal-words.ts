import { LANGUAGE_NAMES, LANGUAGES } from "../../../functions/domain/language.ts";
import {
  kindInWords,
  type PersonalRemoval,
  type RemovedDetail,
} from "../../../functions/workflows/publish/changes/removal-answer.ts";

/** Shown with each unit that loses a personal detail; an empty line leaves the unit as it is. */
export const REMOVAL_QUESTION_HINT =
  "  correction: readers see on /changes what was there, and the former version is kept.\n" +
  "  safety: neither is kept. An empty line publishes nothing of it.\nWhich?";

/** Of many details, the others are counted. */
const MOST = 12;

/** What a unit would lose, with the words themselves: for a terminal, and never for a log. */
export function removalInWords({ folder, details }: PersonalRemoval): string {
  const lines = LANGUAGES.flatMap((language) => {
    const own = details.filter((detail) => detail.language === language);
    return own.length === 0 ? [] : [`  ${LANGUAGE_NAMES[language]}: ${listed(own)}`];
  });
  return [`\n${folder} would no longer show`, ...lines].map((line) => `${line}\n`).join("");
}

function listed(details: readonly RemovedDetail[]): string {
  const shown = details.slice(0, MOST).map(({ kind, text }) => `${kindInWords(kind)}, ${quoted(text)}`);
  const more = details.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

/** What stands in content may hold anything: no sign of it reaches the terminal but as a sign. */
const quoted = (text: string): string => `“${text.replace(/[\p{Cc}\p{Cf}]/gu, " ")}”`;
