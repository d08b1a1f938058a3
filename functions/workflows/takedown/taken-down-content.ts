import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isNode, isScalar, isSeq, parseDocument, type YAMLMap } from "yaml";
import { Refusal } from "../../domain/refusal.ts";
import { baseName } from "../content/read/base-name.ts";
import { downloadNames } from "../content/read/download-names.ts";
import { fileTypeOf } from "../content/read/file-types.ts";
import { rewrittenTexts } from "./rewritten-texts.ts";

/** An asset as the files of its kit tell of it. */
export interface ListedAsset {
  /** Id of the kit. */
  readonly kitId: string;
  readonly id: string;
  /** Files beside kit.yaml that belong to it and to no other. */
  readonly local: readonly string[];
  /** SHA-256 in the originals store. */
  readonly original: string | undefined;
  /** Names under which it is downloaded. */
  readonly downloads: readonly string[];
}

/**
 * @param folder of the kit
 * @throws Refusal `option-invalid` when the kit has no such asset, `content-invalid` when kit.yaml cannot be read
 */
export function listedAsset(folder: string, id: string): ListedAsset {
  const kit: unknown = kitYaml(folder).toJS();
  const kitId = field(kit, "id");
  const assets = listOf(kit, "assets");
  const asset = assets.find((each) => field(each, "id") === id);
  const file = field(asset, "file");
  if (kitId === undefined) throw unreadable(folder);
  if (!asset || file === undefined)
    throw new Refusal(
      "option-invalid",
      400,
      `There is no asset ${id} in ${folder}.`,
      `It has ${assets.map((each) => field(each, "id")).join(", ")}.`,
    );
  const isBitmap = fileTypeOf(file)?.picture === "bitmap";
  const others = new Set(assets.filter((each) => each !== asset).flatMap(filesOf));
  return {
    kitId,
    id,
    local: filesOf(asset).filter((each) => !others.has(each) && existsSync(join(folder, each))),
    original: field(asset, "original"),
    downloads: [...downloadNames(file, isBitmap).values()],
  };
}

/**
 * Takes an asset out of the files of its kit: out of kit.yaml, which then tells when it was taken down, out of the
 * words of every language, and what stands beside it. Translations stay as reviewed as they were.
 *
 * @param at as kit.yaml gives times
 * @returns files that were changed or deleted
 */
export function takeOutOfContent(
  folder: string,
  { id, local, downloads }: ListedAsset,
  at: string,
): string[] {
  const yaml = kitYaml(folder);
  const assets = yaml.get("assets");
  if (!isSeq(assets)) throw unreadable(folder);
  assets.items = assets.items.filter((each) => !isMap(each) || each.get("id") !== id);
  if (assets.items.length === 0) assets.flow = true; // an empty list is written as []
  const note = yaml.createNode({ id, at, files: [...downloads] });
  const notes = yaml.get("takenDown");
  if (isSeq(notes)) notes.add(note);
  else yaml.set("takenDown", yaml.createNode([note]));
  writeFileSync(join(folder, "kit.yaml"), yaml.toString({ lineWidth: 0, flowCollectionPadding: false }));
  const texts = rewrittenTexts(folder, (text) => withoutAsset(text, id));
  for (const file of local) rmSync(join(folder, file), { force: true });
  return ["kit.yaml", ...texts, ...local];
}

/** The text of a language file without the words about an asset; every other byte of it stays. */
function withoutAsset(text: string, id: string): string {
  const parts = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*(?:\r?\n|$)[\s\S]*)/m.exec(text);
  const [, opening = "", front = "", rest = ""] = parts ?? [];
  const assets = parseDocument(front, { logLevel: "error" }).get("assets");
  if (!parts || !isMap(assets)) return text;
  const [from, to] = stretchOf(assets, id, front);
  const without = front.slice(0, from) + front.slice(to);
  const emptied = assets.items.length === 1 && !assets.flow;
  return `${opening}${emptied ? without.replace(/^assets:[ \t]*$/m, "assets: {}") : without}${rest}`;
}

/** Where the words about an asset stand: whole lines or, in braces, up to the next comma. */
function stretchOf(assets: YAMLMap, id: string, text: string): [from: number, to: number] {
  const at = assets.items.findIndex(({ key }) => isScalar(key) && key.value === id);
  if (at < 0) return [0, 0];
  const begin = (n: number) => rangeOf(assets.items[n]?.key)?.[0];
  const end = (n: number) => rangeOf(assets.items[n]?.value)?.[assets.flow ? 1 : 2];
  const own = begin(at) ?? 0;
  const next = begin(at + 1);
  if (assets.flow) return next === undefined ? [end(at - 1) ?? own, end(at) ?? own] : [own, next];
  const lineOf = (position: number) => text.lastIndexOf("\n", position) + 1;
  return [lineOf(own), next === undefined ? (end(at) ?? text.length) : lineOf(next)];
}

const rangeOf = (node: unknown) => (isNode(node) ? node.range : undefined);

function kitYaml(folder: string) {
  const file = join(folder, "kit.yaml");
  const yaml = parseDocument(existsSync(file) ? readFileSync(file, "utf8") : "", { logLevel: "error" });
  if (yaml.errors.length > 0 || !isMap(yaml.contents)) throw unreadable(folder);
  return yaml;
}

function filesOf(asset: unknown): string[] {
  const captions = isRecord(asset) && isRecord(asset.captions) ? Object.values(asset.captions) : [];
  const files = [field(asset, "file"), field(asset, "poster"), ...captions];
  return files.filter((each) => typeof each === "string");
}

function listOf(value: unknown, name: string): unknown[] {
  const found = isRecord(value) ? value[name] : undefined;
  return Array.isArray(found) ? found : [];
}

function field(value: unknown, name: string): string | undefined {
  const found = isRecord(value) ? value[name] : undefined;
  return typeof found === "string" ? found : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function unreadable(folder: string): Refusal {
  return new Refusal(
    "content-invalid",
    400,
    `${baseName(folder)}/kit.yaml cannot be read.`,
    "`npm run check` says why.",
  );
}
