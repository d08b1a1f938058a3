import * as v from "valibot";
import { Version } from "../../../functions/domain/documents/version.ts";
import { LANGUAGES, type Language } from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { localIso } from "../../../functions/rendering/format/dates.ts";
import { versionsPartition } from "../../../functions/storage/newsroom/keys.ts";
import { newsroomWriter } from "../../../functions/storage/newsroom/newsroom-writer.ts";
import { openTarget } from "../target/open-target.ts";
import type { PublishTarget } from "../target/publish-target.ts";
import type { FoundTarget } from "../target/target-options.ts";
import { type UnitFile, unitIdOf } from "../target/unit-file.ts";

/** The former versions of a unit as a list, or the text of the one that is asked for. */
export async function showVersions(
  found: FoundTarget,
  unit: UnitFile,
  { language, version }: { readonly language: Language | undefined; readonly version: number | undefined },
): Promise<string> {
  const id = unitIdOf(unit);
  const target = await openTarget(found);
  if (version !== undefined) return chosen(await versionsOf(target, id, language ?? "en"), version).text;
  let lists = "";
  for (const each of language ? [language] : LANGUAGES)
    lists += listed(each, await versionsOf(target, id, each), unit.zone);
  return lists;
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

function chosen(versions: readonly Version[], asked: number): Version {
  const version = versions[asked - 1];
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
