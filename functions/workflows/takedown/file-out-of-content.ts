import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, isMap, isSeq, parseDocument } from "yaml";
import { markdownWithoutPictures } from "../../domain/documents/without-pictures.ts";
import { KINDS } from "../../domain/kinds.ts";
import { hashOfFile } from "../originals/hash-file.ts";
import { rewrittenTexts } from "./rewritten-texts.ts";
import { listedAsset, takeOutOfContent } from "./taken-down-content.ts";

/** What was changed or deleted in the content, by its path in it. */
export interface OutOfContent {
  readonly changed: readonly string[];
  /** Folders of the units that have it no longer; `site.yaml` for the site. */
  readonly folders: readonly string[];
}

/**
 * Takes files out of the content, wherever they are: they are known by their bytes. What shows one goes with it, in
 * every language: a picture above a text or in it with its caption, the still and the captions of a video, an asset of a
 * kit with all that is said of it.
 *
 * @param hashes SHA-256 of the files
 * @param timeOf the time of the takedown as the files of a folder give times
 */
export async function takeFilesOut(
  content: string,
  hashes: ReadonlySet<string>,
  timeOf: (folder: string) => string,
): Promise<OutOfContent> {
  const changed = new Set<string>();
  const folders = new Set<string>();
  const note = (folder: string, names: readonly string[]) => {
    folders.add(folder === "" ? "site.yaml" : folder);
    for (const name of names) changed.add(folder === "" ? name : `${folder}/${name}`);
  };
  for (const { folder, id } of assetsOfOriginals(content, hashes)) {
    const path = join(content, folder);
    note(folder, takeOutOfContent(path, listedAsset(path, id), timeOf(folder)));
  }
  for (const { folder, name } of await filesWith(content, hashes))
    note(folder, fileOut(content, folder, name, timeOf));
  return { changed: [...changed], folders: [...folders] };
}

/** Takes every file out of one folder; its words stay, since the folder guards its address. */
export function takeAllFilesOut(
  content: string,
  folder: string,
  timeOf: (folder: string) => string,
): OutOfContent {
  const changed = new Set<string>();
  for (const { folder: own, name } of mediaIn(content).filter((each) => each.folder === folder))
    if (existsSync(join(content, own, name)))
      for (const each of fileOut(content, own, name, timeOf)) changed.add(`${own}/${each}`);
  const path = join(content, folder);
  for (const id of assetIdsIn(path))
    for (const each of takeOutOfContent(path, listedAsset(path, id), timeOf(folder)))
      changed.add(`${folder}/${each}`);
  return { changed: [...changed], folders: [folder] };
}

/** A file of the content that is no text: `releases/my-release` and `photo.jpg`; beside site.yaml the folder is empty. */
interface ContentFile {
  readonly folder: string;
  readonly name: string;
}

function mediaIn(content: string): ContentFile[] {
  return readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(md|ya?ml)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(content, "/").length).split("/"))
    .filter((parts) => !parts.some((part) => part.startsWith(".")))
    .map((parts) => {
      const depth = parts.length > 2 ? 2 : 0;
      return { folder: parts.slice(0, depth).join("/"), name: parts.slice(depth).join("/") };
    });
}

async function filesWith(content: string, hashes: ReadonlySet<string>): Promise<ContentFile[]> {
  const found: ContentFile[] = [];
  for (const file of mediaIn(content))
    if (hashes.has(await hashOfFile(join(content, file.folder, file.name)))) found.push(file);
  return found;
}

/** @returns names of what changed in the folder */
function fileOut(
  content: string,
  folder: string,
  name: string,
  timeOf: (folder: string) => string,
): string[] {
  const path = join(content, folder);
  const place = Object.values(KINDS).find((each) => folder.startsWith(`${each.folder}/`));
  const facts = place?.facts ?? "site.yaml";
  const yaml = openYaml(join(path, facts));
  const ids = yaml ? assetsWith(yaml, "file", name) : [];
  const changed = ids.flatMap((id) => takeOutOfContent(path, listedAsset(path, id), timeOf(folder)));
  const left = openYaml(join(path, facts)); // as it is by now
  if (left && withoutMentions(left, name)) {
    writeFileSync(join(path, facts), left.toString({ lineWidth: 0, flowCollectionPadding: false }));
    changed.push(facts);
  }
  if (place) changed.push(...rewrittenTexts(path, (text) => markdownWithoutPictures(text, namesFile(name))));
  rmSync(join(path, name), { force: true });
  return [...new Set([...changed, name])];
}

/** As Markdown names a file of its folder: plainly, escaped, or with `./` before it. */
function namesFile(name: string): (target: string) => boolean {
  return (target) => {
    const plain = target.replace(/^\.\//, "");
    try {
      return plain === name || decodeURIComponent(plain) === name;
    } catch {
      return false; // broken escapes name nothing
    }
  };
}

/** Takes a file out of the fields that may name one beside the assets themselves. @returns whether there was any */
function withoutMentions(yaml: Document, name: string): boolean {
  let found = false;
  if (yaml.getIn(["image", "file"]) === name) found = yaml.delete("image");
  const pictures = yaml.get("pictures");
  if (isSeq(pictures)) {
    const others = pictures.items.filter((each) => !isMap(each) || each.get("file") !== name);
    found = others.length < pictures.items.length || found;
    pictures.items = others;
    if (others.length === 0) yaml.delete("pictures");
  }
  const assets = yaml.get("assets");
  for (const asset of isSeq(assets) ? assets.items.filter(isMap) : []) {
    if (asset.get("poster") === name) found = asset.delete("poster") || found;
    const captions = asset.get("captions");
    if (!isMap(captions)) continue;
    for (const { key, value } of [...captions.items])
      if (String(value) === name) found = captions.delete(key) || found;
    if (captions.items.length === 0) asset.delete("captions");
  }
  return found;
}

function assetsWith(yaml: Document, field: string, value: string): string[] {
  const assets = yaml.get("assets");
  const all = isSeq(assets) ? assets.items.filter(isMap) : [];
  return all.filter((asset) => asset.get(field) === value).map((asset) => String(asset.get("id")));
}

/** Assets whose file lies in the originals store. */
function assetsOfOriginals(content: string, hashes: ReadonlySet<string>): { folder: string; id: string }[] {
  const { folder: kits, facts } = KINDS.kit;
  const slugs = existsSync(join(content, kits)) ? readdirSync(join(content, kits)) : [];
  return slugs.flatMap((slug) => {
    const folder = `${kits}/${slug}`;
    const yaml = openYaml(join(content, folder, facts));
    const ids = yaml ? [...hashes].flatMap((hash) => assetsWith(yaml, "original", hash)) : [];
    return ids.map((id) => ({ folder, id }));
  });
}

function assetIdsIn(folder: string): string[] {
  const assets = openYaml(join(folder, KINDS.kit.facts))?.get("assets");
  return isSeq(assets) ? assets.items.filter(isMap).map((asset) => String(asset.get("id"))) : [];
}

/** Undefined for what is not there or cannot be read: what is wrong with one file must not stop another from going. */
function openYaml(file: string): Document | undefined {
  if (!existsSync(file)) return undefined;
  const yaml = parseDocument(readFileSync(file, "utf8"), { logLevel: "error" });
  return yaml.errors.length === 0 && isMap(yaml.contents) ? yaml : undefined;
}
