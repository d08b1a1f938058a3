import { KINDS } from "../../../domain/kinds.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import type { LanguageFile } from "../read/language-file.ts";
import { inspectMarkdown } from "./inspect-markdown.ts";
import { type Inspection, spot } from "./inspection.ts";

interface CommonWords {
  readonly translationOf?: string | undefined;
}

/** What holds for the language files of every kind: the source exists, translations say what they were made from. */
export function inspectLanguages<Whole, Sound extends CommonWords>(
  inspection: Inspection,
  source: Language | undefined,
  languages: ReadonlyMap<Language, LanguageFile<Whole, Sound>>,
  anchors: readonly string[],
): void {
  const { problems, unit } = inspection;
  const factsFile = { file: `${unit.folder}/${KINDS[unit.kind].facts}`, line: 1 };
  const exists = (language: Language) => unit.files.includes(`${language}.md`);
  if (source && !exists(source))
    problems.error(factsFile, {
      problem: `${source}.md is missing, the text in the language that \`source\` names`,
      expected: `${source}.md in ${unit.folder}`,
    });
  const original = source && languages.get(source);
  for (const language of LANGUAGES) {
    if (language === source) continue;
    if (!exists(language)) {
      if (source && exists(source))
        problems.warning(factsFile, {
          problem: `${language}.md is missing, so readers are sent to the other languages`,
          expected: `a translation of ${source}.md`,
        });
      continue;
    }
    const file = languages.get(language);
    if (file && original) inspectTranslation(inspection, file, original);
  }
  for (const file of languages.values()) {
    if (file.language === source && file.words.sound.translationOf !== undefined)
      problems.error(spot(file.words, "translationOf"), {
        problem: "the source text says that it is a translation",
        expected: "translationOf only in translations",
      });
    const { body, bodyLine } = file;
    inspectMarkdown(inspection, { text: body, file: file.file, line: bodyLine, prefix: "text", anchors });
  }
}

function inspectTranslation<Whole, Sound extends CommonWords>(
  { problems }: Inspection,
  file: LanguageFile<Whole, Sound>,
  original: LanguageFile<Whole, Sound>,
): void {
  if (!file.words.isReadable) return;
  const { translationOf } = file.words.sound;
  const remedy = `translationOf: ${original.hash}; \`npm run reviewed -- FILE\` writes it`;
  if (translationOf === undefined && !file.words.has("translationOf"))
    problems.warning(
      { file: file.file, line: 1 },
      { problem: "the translation does not say of which source text it was made", expected: remedy },
    );
  else if (translationOf !== undefined && translationOf !== original.hash)
    problems.warning(spot(file.words, "translationOf"), {
      problem: `${original.language}.md has changed since this translation was reviewed`,
      expected: remedy,
    });
}
