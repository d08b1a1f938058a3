import * as v from "valibot";
import { Version } from "../../functions/domain/documents/version.ts";
import { isLanguage, LANGUAGES, type Language } from "../../functions/domain/language.ts";
import { Refusal } from "../../functions/domain/refusal.ts";
import { localIso } from "../../functions/rendering/dates.ts";
import { versionsPartition } from "../../functions/storage/keys.ts";
import { newsroomWriter } from "../../functions/storage/newsroom-writer.ts";
import { runCommand } from "./command.ts";
import { CONTENT_OPTION } from "./folder-options.ts";
import { onlyOne } from "./leave.ts";
import type { PublishTarget } from "./publish-target.ts";
import { openTarget, TARGET_OPTIONS } from "./target-options.ts";
import { openUnitFile, unitIdOf } from "./unit-file.ts";

await runCommand({
  name: "npm run versions",
  summary: "Lists the former versions of a release, an event or a kit, and shows one of them.",
  positionals: "FOLDER",
  options: {
    language: { type: "string", value: "LANGUAGE", help: `One of ${LANGUAGES.join(", ")}; all` },
    version: { type: "string", value: "N", help: "Shows the whole text of the n-th version of --language" },
    ...TARGET_OPTIONS,
    content: CONTENT_OPTION,
  },
  async run(values, folders) {
    const unit = openUnitFile(values.content ?? "content", onlyOne(folders));
    const language = languageOf(values.language);
    const target = await openTarget(values);
    if (values.version !== undefined) {
      const versions = await versionsOf(target, unitIdOf(unit), language ?? "en");
      process.stdout.write(chosen(versions, values.version).text);
      return 0;
    }
    for (const each of language ? [language] : LANGUAGES) {
      const versions = await versionsOf(target, unitIdOf(unit), each);
      process.stdout.write(listed(each, versions, unit.zone));
    }
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

async function versionsOf(target: PublishTarget, unit: string, language: Language): Promise<Version[]> {
  try {
    const stored = newsroomWriter(target.dynamodb, target.table);
    const items = await stored.partition(versionsPartition(unit, language));
    return items.map(({ body }) => v.parse(Version, JSON.parse(body)));
  } catch (error) {
    throw target.explain?.(error) ?? error;
  }
}

function chosen(versions: readonly Version[], asked: string): Version {
  const version = /^[1-9]\d*$/.test(asked) ? versions[Number(asked) - 1] : undefined;
  if (version) return version;
  throw new Refusal(
    "option-invalid",
    400,
    `There is no version ${asked}.`,
    versions.length > 0 ? `Give a number from 1 to ${versions.length}.` : "It was never changed.",
  );
}

function listed(language: Language, versions: readonly Version[], zone: string): string {
  const lines = versions.map(
    ({ writtenAt, replacedAt, title }, i) =>
      `  ${i + 1}  ${localIso(writtenAt, zone)} to ${localIso(replacedAt, zone)}  ${title}`,
  );
  return `${language}: ${versions.length === 0 ? "never changed" : ""}\n${lines.map((line) => `${line}\n`).join("")}`;
}
