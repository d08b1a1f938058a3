import { isLanguage, LANGUAGES, type Language } from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { defineCommand } from "../console/command-definition.ts";
import { CONTENT_OPTION } from "../console/folder-options.ts";
import { ONE_FOLDER, onlyOne } from "../taking-back/retire-options.ts";
import { requireContent } from "../target/content-folder.ts";
import { chosenTarget, findTarget, TARGET_OPTIONS } from "../target/target-options.ts";

export const versionsCommand = defineCommand({
  name: "npm run versions",
  summary: "Lists the former versions of a release, an event or a kit, and shows one of them.",
  positionals: "FOLDER",
  arguments: ONE_FOLDER,
  options: {
    language: { type: "string", value: "LANGUAGE", help: `One of ${LANGUAGES.join(", ")}; all` },
    version: {
      type: "string",
      value: "N",
      help: "Shows the whole text of the n-th version of --language, or of the English text",
    },
    ...TARGET_OPTIONS,
    content: CONTENT_OPTION,
  },
  examples: [
    "npm run versions -- releases/my-release",
    "npm run versions -- releases/my-release --language ru --version 2",
  ],
  async run(values, folders) {
    const folder = onlyOne(folders);
    const asked = { language: languageOf(values.language), version: numberOf(values.version) };
    const chosen = chosenTarget(values);
    requireContent(values.content);
    const { openUnitFile } = await import("../target/unit-file.ts");
    const unit = openUnitFile(values.content, folder);
    const found = await findTarget(chosen);
    const { showVersions } = await import("../publishing/versions-work.ts");
    process.stdout.write(await showVersions(found, unit, asked));
    return 0;
  },
});

function languageOf(asked: string | undefined): Language | undefined {
  if (asked === undefined || isLanguage(asked)) return asked;
  throw new Refusal(
    "option-invalid",
    400,
    `There is no language ${asked}.`,
    `The languages are ${LANGUAGES.join(", ")}.`,
  );
}

function numberOf(asked: string | undefined): number | undefined {
  if (asked === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(asked)) return Number(asked);
  throw new Refusal(
    "option-invalid",
    400,
    `There is no version ${asked}.`,
    "Give a number; the command without --version lists them.",
  );
}
