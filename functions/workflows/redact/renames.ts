import { extname } from "node:path";
import type { Detail } from "../../domain/detail.ts";
import { KINDS } from "../../domain/kinds.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { IN_ADDRESSES, isNamed, unnamed } from "./names.ts";
import { type ContentFolder, chosenNames, slugOf } from "./places.ts";

/** New names for folders and files whose names hold the words, and what follows from them in texts. */
export interface Renames {
  /** New folder by the present one, `releases/my-release`. */
  readonly folders: ReadonlyMap<string, string>;
  /** Slugs that hold the words and stay, since their folders were not named. */
  readonly kept: readonly string[];
  /** The name of a file of a folder, new or as it is; also of one that only its YAML names. */
  file(folder: string, name: string): string;
  /** The slug of a folder, new or as it is. */
  slug(kind: NamedKind, slug: string): string;
  /** A text in which every address follows, those of pages as well as those of downloads. */
  inAddresses(text: string): string;
}

type NamedKind = keyof typeof KINDS;

/** Segments of addresses and folders before a slug, by kind. */
const BEFORE: Readonly<Record<NamedKind, readonly string[]>> = {
  release: ["releases"],
  event: ["events", "register"],
  kit: ["kits", "media-kits", "downloads"],
  page: ["pages", ...LANGUAGES],
};

/** @param named places of which names may change */
export function renamesOf(
  all: readonly ContentFolder[],
  named: readonly ContentFolder[],
  detail: Detail,
): Renames {
  const taken = new Set(all.map(({ folder }) => folder));
  const folders = new Map<string, string>();
  const slugs = new Map<string, string>();
  for (const place of named) {
    const { folder, kind } = place;
    const former = slugOf(place);
    if (kind === "site" || !isNamed(former, detail)) continue;
    const isFree = (slug: string) => !taken.has(`${KINDS[kind].folder}/${slug}`);
    const slug = freeName(slugged(unnamed(former, detail)), "", isFree);
    const to = `${KINDS[kind].folder}/${slug}`;
    taken.add(to);
    folders.set(folder, to);
    slugs.set(`${kind} ${former}`, slug);
  }
  const files = new Map(named.map((place) => [place.folder, fileNames(place, detail)]));
  const kits = named.filter(({ kind }) => kind === "kit");
  return {
    folders,
    kept: all
      .filter(({ folder }) => !folders.has(folder))
      .map(slugOf)
      .filter((slug) => isNamed(slug, detail)),
    file: (folder, name) => files.get(folder)?.(name) ?? name,
    slug: (kind, slug) => slugs.get(`${kind} ${slug}`) ?? slug,
    inAddresses: (text) => {
      let changed = text;
      for (const kit of kits)
        changed = inDownloads(changed, slugOf(kit), (name) => files.get(kit.folder)?.(name) ?? name);
      for (const [name, slug] of slugs) {
        const [kind = "", former = ""] = name.split(" ");
        const before = BEFORE[isKind(kind) ? kind : "page"].join("|");
        changed = changed.replace(
          new RegExp(`(?<=(?:^|[^a-z0-9-])(?:${before})/)${former}(?!-?[a-z0-9])`, "g"),
          slug,
        );
      }
      return changed;
    },
  };
}

const isKind = (kind: string): kind is NamedKind => Object.hasOwn(KINDS, kind);

/** New names of the files of a place, each given once, so that it is the same wherever it stands. */
function fileNames(place: ContentFolder, detail: Detail): (name: string) => string {
  const { files } = place;
  const chosen = chosenNames(place);
  const ours = new Set(files.filter((file) => !chosen.includes(file)));
  const taken = new Set(files.map((file) => file.toLowerCase()));
  const given = new Map<string, string>();
  return (name) => {
    if (ours.has(name) || !isNamed(name, detail)) return name;
    const known = given.get(name);
    if (known !== undefined) return known;
    const extension = extname(name);
    const parts = unnamed(name.slice(0, name.length - extension.length), detail).split("/");
    const base = parts.map(withoutSigns).join("/");
    const to = freeName(base, extension, (each) => !taken.has(each.toLowerCase()));
    taken.add(to.toLowerCase());
    given.set(name, to);
    return to;
  };
}

/** A file as it is offered for download may have another ending, and a size before it. */
function inDownloads(text: string, kit: string, fileName: (name: string) => string): string {
  return text.replace(new RegExp(`(?<=/downloads/${kit}/)[A-Za-z0-9][A-Za-z0-9._-]*`, "g"), (name) =>
    fileName(name),
  );
}

function slugged(name: string): string {
  return (
    name
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 72)
      .replace(/-$/, "") || IN_ADDRESSES
  );
}

const withoutSigns = (name: string) =>
  name.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "") || IN_ADDRESSES;

function freeName(base: string, extension: string, isFree: (name: string) => boolean): string {
  for (let n = 1; ; n++) {
    const name = `${base}${n === 1 ? "" : `-${n}`}${extension}`;
    if (isFree(name)) return name;
  }
}
