import { PERSON_MAILS } from "../../../domain/registration/mail.ts";
import type { Parsed } from "../read/parse-source.ts";
import type { ValidEventText } from "../read/source-files.ts";
import { suggestion } from "../read/suggestion.ts";
import { type Inspection, spot } from "./inspection.ts";

/** An event's own words in mails: of kinds that there are, with a subject on one line. */
export function inspectMailWords<WordsWhole>(
  { problems }: Inspection,
  words: Parsed<WordsWhole, ValidEventText>,
): void {
  for (const [kind, own] of Object.entries(words.sound.mail ?? {})) {
    if (!PERSON_MAILS.some((each) => each === kind))
      problems.error(spot(words, "mail", kind), {
        problem: `there is no email ${kind}`,
        expected: `one of ${PERSON_MAILS.join(", ")}`,
        suggestion: suggestion(kind, PERSON_MAILS),
      });
    if (own.subject?.includes("\n"))
      problems.error(spot(words, "mail", kind, "subject"), {
        problem: `the subject of ${kind} has several lines`,
        expected: "one line",
      });
    if (own.subject === undefined && own.opening === undefined)
      problems.error(spot(words, "mail", kind), {
        problem: `the email ${kind} has no words of its own`,
        expected: "subject, opening or both",
      });
  }
}
