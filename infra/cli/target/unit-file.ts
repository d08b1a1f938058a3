import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { type Document, isMap, parseDocument } from "yaml";
import { Zone } from "../../../functions/domain/content/fields.ts";
import { type Instant, toInstant } from "../../../functions/domain/instant.ts";
import type { UnitKind } from "../../../functions/domain/kinds.ts";
import { KINDS, PUBLICATION_KINDS } from "../../../functions/domain/kinds.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { localIso } from "../../../functions/rendering/format/dates.ts";
import { instantOf } from "../../../functions/workflows/content/read/local-time.ts";
import { suggestion } from "../../../functions/workflows/content/read/suggestion.ts";

/** The YAML file of a folder, or site.yaml, to be changed with its comments and its order kept. */
export interface UnitFile {
  /** Within the content directory: `releases/my-release`. */
  readonly folder: string;
  readonly file: string;
  readonly yaml: Document;
  /** Time zone of its times. */
  readonly zone: string;
}

/** What can leave: a page of the organisation has no moment of its own. */
export const ALL_KINDS: readonly UnitKind[] = [...PUBLICATION_KINDS, "page"];
const SITE_FILE = "site.yaml";

/**
 * @param name `releases/my-release`, the path of that folder, or the address of its page
 * @throws Refusal `option-invalid` when there is no such folder, `content-invalid` when its YAML cannot be read
 */
export function openUnitFile(
  content: string,
  name: string | undefined,
  kinds: readonly UnitKind[] = PUBLICATION_KINDS,
): UnitFile {
  const folder = folderNamed(content, name, kinds);
  const file = join(content, folder, KINDS[kindOf(folder) ?? "release"].facts);
  const yaml = readYamlFile(file);
  return { folder, file, yaml, zone: zoneOf(yaml, readYamlFile(join(content, SITE_FILE))) };
}

/** site.yaml in the same way. @throws Refusal `content-invalid` when it cannot be read */
export function openSiteFile(content: string): UnitFile {
  const file = join(content, SITE_FILE);
  const yaml = readYamlFile(file);
  return { folder: SITE_FILE, file, yaml, zone: zoneOf(yaml) };
}

function zoneOf(...files: readonly Document[]): string {
  const zone = files.map((yaml) => yaml.get("zone")).find((each) => v.is(Zone, each));
  return v.is(Zone, zone) ? zone : "UTC";
}

const kindOf = (folder: string): UnitKind | undefined =>
  ALL_KINDS.find((kind) => folder.startsWith(`${KINDS[kind].folder}/`));

/** Name of the unit in what is published: `release/{id}`; not of site.yaml. @throws Refusal `content-invalid` without an id */
export function unitIdOf({ folder, file, yaml }: UnitFile): string {
  const kind = kindOf(folder);
  const id = yaml.get("id");
  if (kind && typeof id === "string") return `${kind}/${id}`;
  throw new Refusal("content-invalid", 400, `${file} has no id.`, "`npm run check` says what it lacks.");
}

/** Writes the file as it now is; what was not touched keeps its bytes. */
export function saveUnitFile({ file, yaml }: UnitFile): void {
  writeFileSync(file, yaml.toString({ lineWidth: 0, flowCollectionPadding: false }));
}

/**
 * A time as a file of this zone gives it, with its offset.
 * @param asked as typed; without it, now
 * @throws Refusal `option-invalid` for what is no time, or one that lies ahead
 */
export function timeIn({ zone }: UnitFile, asked: string | undefined, now: Date): string {
  const instant = asked === undefined ? toInstant(now) : instantAsked(asked, zone);
  if (instant <= toInstant(now)) return localIso(instant, zone);
  throw new Refusal(
    "option-invalid",
    400,
    `--at: ${asked} lies ahead.`,
    "What is published takes effect at once: give a time that has come, or run this when it has.",
  );
}

function instantAsked(asked: string, zone: string): Instant {
  const instant = instantOf(asked, zone);
  if (typeof instant === "string") return instant;
  throw new Refusal("option-invalid", 400, `--at: ${instant.problem}.`, `Give ${instant.expected}.`);
}

/**
 * A folder of content by its name, its path, or the address of its page.
 * @throws Refusal `option-invalid` when there is none of these kinds
 */
export function folderNamed(content: string, name = "", kinds: readonly UnitKind[] = ALL_KINDS): string {
  const known = foldersIn(content, kinds);
  const parts = name.replace(/\/+$/, "").split("/").slice(-2);
  const asked = parts.join("/").replace(/^kits\//, `${KINDS.kit.folder}/`);
  if (known.includes(asked)) return asked;
  if (asked.startsWith(`${KINDS.page.folder}/`) && existsSync(join(content, asked))) throw isPage(asked);
  const meant = suggestion(asked, known);
  throw new Refusal(
    "option-invalid",
    400,
    name === "" ? "No folder was named." : `There is no folder ${asked} in ${content}/.`,
    meant ? `Did you mean ${meant}?` : "Name a folder of content, such as releases/my-release.",
  );
}

function isPage(folder: string): Refusal {
  return new Refusal(
    "option-invalid",
    400,
    `${folder} is a page of the organisation: this is for releases, events and media kits.`,
    `\`npm run hide -- ${folder}\` takes it out of sight, \`npm run takedown -- ${folder}\` for good.`,
  );
}

/**
 * The folder of a unit, whatever its name is by now.
 * @param unit `release/{id}`
 * @throws Refusal `option-invalid` when none has this id
 */
export function folderOfUnit(content: string, unit: string): string {
  const [kind, id] = unit.split("/");
  const known = foldersIn(
    content,
    ALL_KINDS.filter((each) => each === kind),
  );
  const folder = known.find((each) => {
    const facts = KINDS[kindOf(each) ?? "release"].facts;
    const file = join(content, each, facts);
    return existsSync(file) && new RegExp(`^id:\\s*["']?${id}\\b`, "m").test(readFileSync(file, "utf8"));
  });
  if (folder !== undefined) return folder;
  throw new Refusal(
    "option-invalid",
    400,
    `No folder in ${content}/ has the id of ${unit}.`,
    "Name the folder itself, or none at all: then all are looked through.",
  );
}

function foldersIn(content: string, kinds: readonly UnitKind[]): string[] {
  return kinds.flatMap((kind) => {
    const { folder } = KINDS[kind];
    const place = join(content, folder);
    return existsSync(place) ? readdirSync(place).map((slug) => `${folder}/${slug}`) : [];
  });
}

function readYamlFile(file: string): Document {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const yaml = parseDocument(text, { logLevel: "error" });
  if (yaml.errors.length === 0 && isMap(yaml.contents)) return yaml;
  throw new Refusal("content-invalid", 400, `${file} cannot be read.`, "`npm run check` says why.");
}
