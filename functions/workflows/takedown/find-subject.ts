import { hashOf } from "../../domain/addresses.ts";
import { unitKindOf } from "../../domain/kinds.ts";
import { Refusal } from "../../domain/refusal.ts";
import { documentKey } from "../../storage/newsroom/keys.ts";
import type { LedgerRecord } from "../../storage/newsroom/ledger.ts";
import type { NewsroomWriter } from "../../storage/newsroom/newsroom-writer.ts";
import { baseName } from "../content/read/base-name.ts";
import type { HeldFile } from "./held-files.ts";
import { isArchive, sameFile } from "./same-file.ts";

/** What somebody named: a whole unit, or a file wherever it is. */
export interface TakedownSubject {
  /** As it was typed. */
  readonly what: string;
  readonly unit?: string;
  /** SHA-256 of the file in the content and of everything published that was made of it; of a unit none. */
  readonly hashes: readonly string[];
  /** Unit and id of the asset of a kit that was named as such. */
  readonly asset?: { readonly unit: string; readonly id: string };
}

/** The newsroom as it is stored, in which a subject is looked for. */
export interface Stored {
  readonly writer: NewsroomWriter;
  readonly records: ReadonlyMap<string, LedgerRecord>;
  readonly held: readonly HeldFile[];
}

/** Kinds of units that can be taken back as a whole. */
const isWhole = (unit: string): boolean => unitKindOf(unit) !== undefined;

/**
 * Finds what a person in a hurry names, in the tables alone: no content is needed, and what is wrong with it is all one.
 *
 * | as it was typed | what it is |
 * |---|---|
 * | 64 hexadecimal digits | a file, by the content's bytes or published ones |
 * | `world-day-2020/steppe-at-dawn` | an asset of a kit |
 * | `releases/my-release/photo.jpg`, `share.png`, `site` | a file of the content |
 * | `releases/my-release` | a unit |
 * | an address of `/media/`, `/downloads/`, a page, with or without host | a file, an asset, a unit |
 *
 * @param content SHA-256 of the file that a path names in the content, where there is one
 * @throws Refusal `option-invalid` when nothing is meant that is known, `emergency-nothing` when it was never published
 */
export async function findSubject(
  stored: Stored,
  what: string,
  content: readonly string[] = [],
): Promise<TakedownSubject> {
  const asked = what.trim();
  const whole = (hashes: Iterable<string>) => [...sameFile(hashes, stored.held).hashes];
  if (/^[0-9a-f]{64}$/i.test(asked)) return { what, hashes: whole([asked.toLowerCase()]) };
  const path = pathIn(asked);
  const found = path.startsWith("/") ? await atAddress(stored, path) : inContent(stored, path);
  if (found?.unit !== undefined && content.length === 0) {
    if (isWhole(found.unit)) return { what, unit: found.unit, hashes: [] };
    throw unknown(what);
  }
  const hashes = [...(found?.hashes ?? []), ...content];
  if (hashes.length === 0) throw unknown(what);
  return { what, hashes: whole(hashes), ...(found?.asset && { asset: found.asset }) };
}

type Found = Partial<Pick<TakedownSubject, "unit" | "hashes" | "asset">>;

/** Path of an address, with its anchor; or a path in the content. */
function pathIn(asked: string): string {
  const url = /^https?:\/\//i.test(asked) && URL.canParse(asked) ? new URL(asked) : undefined;
  const path = url ? `${url.pathname}${url.hash}` : asked.replace(/\?[^#]*/, "");
  return path.replace(/^(\.\/)?(content\/)?/, "").replace(/(?<=.)\/+$/, "");
}

/** Something of the content: `{folder}`, `{folder}/{file}`, `{kit}/{asset}`, a file beside site.yaml. */
function inContent({ records, held }: Stored, path: string): Found | undefined {
  const folders = [...records].filter(([unit]) => isWhole(unit));
  const named = [path, path.replace(/^kits\//, "media-kits/"), `media-kits/${path}`];
  const unit = folders.find(([, { folder }]) => named.includes(folder))?.[0];
  if (unit !== undefined) return { unit };
  for (const [id, { folder }] of folders) {
    const inside = named.find((each) => each.startsWith(`${folder}/`));
    if (inside !== undefined) return inUnit(held, id, inside.slice(folder.length + 1));
  }
  const ofSite = held.filter(
    ({ unit: id, key, madeOf }) =>
      id === "site" && (path === "site" || madeOf === path || baseName(key) === path),
  );
  return ofSite.length > 0 ? { hashes: ofSite.map(hashOfFile) } : undefined;
}

/** An asset by its id, or a file by its name. */
function inUnit(held: readonly HeldFile[], unit: string, name: string): Found | undefined {
  const files = held.filter((file) => file.unit === unit && !isArchive(file.key));
  const ofAsset = files.filter(({ assets }) => assets.includes(name));
  if (ofAsset.length > 0) return { hashes: hashesOf(ofAsset), asset: { unit, id: name } };
  const ofName = files.filter(({ key, madeOf }) => madeOf === name || baseName(key) === baseName(name));
  return ofName.length > 0 ? { hashes: hashesOf(ofName) } : undefined;
}

const hashOfFile = ({ key }: HeldFile): string => hashOf(`/${key}`);
const hashesOf = (files: readonly HeldFile[]): string[] =>
  files.flatMap((file) => [hashOfFile(file), ...(file.sources ?? [])]);

async function atAddress(stored: Stored, address: string): Promise<Found | undefined> {
  const [path = "", anchor = ""] = address.split("#");
  const media = /^\/media\/(?:\d+-\d*\/)?([0-9a-f]{64})\/(.*)$/.exec(path);
  if (media) {
    const file = stored.held.find(({ key }) => `/${key}` === path);
    return isArchive(path) && file ? { unit: file.unit } : { hashes: [media[1] ?? ""] };
  }
  const unit = await unitAt(stored, path);
  if (path.startsWith("/downloads/") && unit !== undefined)
    return isArchive(path) ? { unit } : inUnit(stored.held, unit, baseName(path));
  const asset = anchor.replace(/^asset-/, "") || /^\/..\/kits\/[^/]+\/([^/]+)$/.exec(path)?.[1];
  if (asset !== undefined && asset !== "") {
    const kit = unit ?? (await unitAt(stored, path.slice(0, path.lastIndexOf("/"))));
    const found = kit?.startsWith("kit/") ? inUnit(stored.held, kit, asset) : undefined;
    if (found) return found;
  }
  return unit === undefined ? undefined : { unit };
}

/** The unit that stands at an address, at one of its forms, or where it redirects. */
async function unitAt({ writer }: Stored, path: string): Promise<string | undefined> {
  const page = path
    .replace(/\.(json|md|txt)$/, "")
    .replace(/\/(changes|calendar\.ics)$/, "")
    .replace(/^\/(..)\/register\/([^/]+).*$/, "/$1/events/$2");
  const items = await writer.read([...new Set([path, page])].map(documentKey));
  const item = items.find(({ key }) => key.pk === path) ?? items[0];
  return item?.unit;
}

function unknown(what: string): Refusal {
  return new Refusal(
    "option-invalid",
    400,
    `${what} is nothing that this newsroom publishes, and no file of the content.`,
    "Give an address, a folder such as releases/my-release, a file in it, an asset such as my-kit/my-photo, or a SHA-256.",
  );
}
