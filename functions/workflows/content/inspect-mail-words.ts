import { PERSON_MAILS } from "../../domain/registration/mail.ts";
import { type Inspection, spot } from "./inspection.ts";
import type { Parsed } from "./parse-source.ts";
import type { SoundEventText } from "./source-files.ts";
import { suggestion } from "./suggestion.ts";

/** An event's own words in mails: of kinds that there are, with a subject on one line. */
export function inspectMailWords<WordsWhole>(
  { problems }: Inspection,
  words: Parsed<WordsWhole, SoundEventText>,
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
