import { existsSync } from "node:fs";
import { basename } from "node:path";
import { isLanguage, languagesInWords } from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { defineCommand } from "../console/command-definition.ts";
import { say } from "../console/say.ts";
import type { TranslationFile } from "../publishing/reviewed-work.ts";

export const reviewedCommand = defineCommand({
  name: "npm run reviewed",
  summary: "Marks translations as reviewed: each notes the source text that it now agrees with.",
  positionals: "FILE…",
  arguments: [["FILE", "A translation, such as content/releases/my-release/ru.md"]],
  options: {},
  examples: ["npm run reviewed -- content/releases/my-release/ru.md content/releases/my-release/kk.md"],
  async run(_, files) {
    if (files.length === 0)
      throw new Refusal(
        "option-invalid",
        400,
        "No file was named.",
        "Name the translations: `npm run reviewed -- content/releases/my-release/ru.md`.",
      );
    const translations = files.map(translationFile);
    const { review } = await import("../publishing/reviewed-work.ts");
    for (const each of translations) say(review(each));
    return 0;
  },
});

/** @throws Refusal `option-invalid` for what is not named as a translation is, or is not there */
function translationFile(file: string): TranslationFile {
  const language = basename(file, ".md");
  if (basename(file) !== `${language}.md` || !isLanguage(language))
    throw new Refusal(
      "option-invalid",
      400,
      `${file} is no language file.`,
      `Language files are ${languagesInWords("and", (each) => `${each}.md`)}.`,
    );
  if (!existsSync(file))
    throw new Refusal("file-unusable", 400, `There is no file ${file}.`, "Look at its name and folder.");
  return { file, language };
}
