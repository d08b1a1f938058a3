import { Refusal } from "../../../../domain/refusal.ts";
import { outlineMarkdown } from "../../../../rendering/format/markdown-outline.ts";
import type { ContentCache } from "../../../cache/content-cache.ts";
import { inFlight } from "../../../in-flight.ts";
import type { CompileWork } from "../../../manifest.ts";
import { PAGE_RENDITIONS } from "../../../media/picture/picture-rendition.ts";
import { type FileOrder, type PreparedFile, preparedFile } from "../../../media/prepare-file.ts";
import { baseName } from "../../read/base-name.ts";
import { sourcePath } from "../../read/loaded-unit.ts";
import type { MediaFacts } from "../../read/media-file.ts";
import {
  type KnownPicture,
  type KnownPictures,
  type PictureUse,
  whyWithheld,
} from "../../read/picture-answer.ts";
import { type PictureRightsSource, pictureRights } from "./picture-rights.ts";

/** A folder with the facts of its files. */
export interface PictureFolder {
  readonly folder: string;
  readonly path: string;
  readonly media: ReadonlyMap<string, MediaFacts>;
  readonly renditions: string;
  /** Where files are that do not stand in the folder. */
  readonly elsewhere?: ReadonlyMap<string, string>;
}

/** A picture of a page as it is published, in every form that pages show. */
export interface PreparedPicture {
  readonly known: KnownPicture;
  /** The narrowest first; of a drawing and of what moves the one. */
  readonly forms: readonly PreparedFile[];
  /** Of the lead picture: what previews of the page show. */
  readonly preview?: PreparedFile;
}

/** By the name of the file. What is withheld is not among them. */
export type PreparedPictures = ReadonlyMap<string, PreparedPicture>;

/** What a unit shows, and the facts of it. */
export interface PicturesToPrepare extends PictureRightsSource {
  readonly known: KnownPictures;
  readonly lead: { readonly file: string } | undefined;
  /** Texts in Markdown. */
  readonly texts: readonly string[];
}

/** Pictures at once: sharp and exiftool are busy on a core each. */
const AT_ONCE = 2;

/**
 * Makes the files of every picture that a unit shows and may publish: cleaned, of no more pixels than a screen has, and
 * with its rights in each. What was made of the same bytes to say the same is taken from the cache.
 *
 * @throws Refusal `content-invalid` when a picture cannot be cleaned
 */
export async function preparePictures(
  unit: PictureFolder,
  order: PicturesToPrepare,
  cache: ContentCache,
  { report, signal }: Pick<CompileWork, "report" | "signal">,
): Promise<PreparedPictures> {
  const prepared = new Map<string, PreparedPicture>();
  const wanted = [...picturesIn(order)].flatMap(([file, uses]) => {
    const known = order.known.get(file);
    const allowed = [...uses].filter((use) => whyWithheld(file, known, use) === undefined);
    return known && allowed.length > 0 ? [{ file, known, uses: allowed }] : [];
  });
  const prepare = async ({ file, known, uses }: (typeof wanted)[number]) => {
    const make = maker(unit, file, pictureRights(known, order), cache);
    const forms = await Promise.all(formsOf(mediaOf(unit, file)).map(make));
    const preview = uses.includes("lead") ? await make("preview") : undefined;
    prepared.set(file, { known, forms: distinct(forms), ...(preview && { preview }) });
    report?.({
      kind: "prepared",
      folder: unit.folder,
      name: file,
      done: prepared.size,
      of: wanted.length,
    });
  };
  await inFlight(wanted, AT_ONCE, prepare, signal);
  return prepared;
}

/** Every picture of a unit once, with the ways in which it is shown. */
function picturesIn({ lead, texts }: PicturesToPrepare): Map<string, Set<PictureUse>> {
  const uses = new Map<string, Set<PictureUse>>();
  const use = (file: string, how: PictureUse) => uses.set(file, (uses.get(file) ?? new Set()).add(how));
  if (lead) use(lead.file, "lead");
  for (const text of texts) for (const { file } of outlineMarkdown(text, "text").pictures) use(file, "text");
  return uses;
}

/** A drawing is drawn by the browser, and what moves would stand still in our renditions. */
const formsOf = ({ picture, animated }: MediaFacts): FileOrder["name"][] =>
  picture === "vector" || animated ? ["original"] : [...PAGE_RENDITIONS];

/** Of a small picture all forms are alike. */
const distinct = (forms: readonly PreparedFile[]): PreparedFile[] =>
  forms.filter(({ width }, i) => forms.findIndex((each) => each.width === width) === i);

function mediaOf({ media, folder }: PictureFolder, file: string): MediaFacts {
  const facts = media.get(file);
  if (!facts) throw new Error(`${folder}/${file} was not read`);
  return facts;
}

function maker(unit: PictureFolder, file: string, rights: FileOrder["rights"], cache: ContentCache) {
  const { sha256: original, mediaType, width, height } = mediaOf(unit, file);
  const path = sourcePath(unit, file);
  const size = width !== undefined && height !== undefined ? { width, height } : {};
  return async (name: FileOrder["name"]): Promise<PreparedFile> => {
    const made = await preparedFile({ path, original, mediaType, name, rights, ...size }, cache);
    if (!("problem" in made)) return made;
    throw new Refusal(
      "content-invalid",
      400,
      `${unit.folder}/${baseName(file)}: ${made.problem}; expected ${made.expected}.`,
      "Nothing of this unit was published. Correct the file, then run the command again.",
    );
  };
}
