import { join } from "node:path";
import { type MediaWindow, mediaPath } from "../../../../domain/addresses.ts";
import type { Picture, Rendition } from "../../../../domain/documents/parts.ts";
import type { ZipLayout } from "../../../archive/zip-layout.ts";
import type { MediaObject } from "../../../manifest.ts";
import {
  RENDITION_EXTENSION,
  RENDITION_MEDIA_TYPE,
  type RenditionName,
  renditionFile,
} from "../../../media/picture/picture-rendition.ts";
import type { PreparedFile } from "../../../media/prepare-file.ts";
import { baseName } from "../../read/base-name.ts";
import type { MediaFacts } from "../../read/media-file.ts";

interface Folder {
  readonly path: string;
  readonly media: ReadonlyMap<string, MediaFacts>;
  readonly renditions: string;
}

/** A file that documents show, and since when and until when they do. */
interface Windowed {
  readonly object: MediaObject;
  readonly window: MediaWindow | undefined;
  /** Whether sitemaps may name it as a picture of the page. */
  readonly isPreview: boolean;
}

/** How a file that was made of an asset is put into the bucket. */
export interface Placing {
  /** Id of the asset. */
  readonly asset: string;
  /** Whether it is saved under its name, or shown in place. */
  readonly attached: boolean;
  readonly isPreview: boolean;
  /** SHA-256 of the file of the content that it was made of. */
  readonly of: string;
  /** Whether people can be recognised in it. */
  readonly people: boolean;
}

/** What an archive holds. */
export interface Archived {
  /** Ids of its assets. */
  readonly assets: readonly string[];
  /** SHA-256 of the files of the content of which they are. */
  readonly sources: readonly string[];
  readonly people: boolean;
}

/** The files of a folder that its documents show, each once, in the order in which they are first shown. */
export class MediaObjects {
  /**
   * @param window of what is shown as long as the publication is; none for what is of the site itself
   * @param objects by their public path
   */
  constructor(
    private readonly folder: Folder,
    private readonly window?: MediaWindow,
    private readonly objects = new Map<string, Windowed>(),
  ) {}

  get all(): MediaObject[] {
    return [...this.objects.values()].map(({ object }) => object);
  }

  /** Public paths of pictures, without those that have times of their own: nothing else may name these before. */
  get pictures(): string[] {
    return [...this.objects]
      .filter(([, { window, isPreview }]) => window === this.window && isPreview)
      .map(([path]) => path);
  }

  /** The same files, of which what is shown through this has times of its own. */
  within(window: MediaWindow): MediaObjects {
    return new MediaObjects(this.folder, window, this.objects);
  }

  /**
   * A file that pages show in place.
   * @param asset id of the asset to which it belongs
   */
  shown(name: string, asset?: string): MediaFacts & { path: string } {
    const facts = this.described(name);
    const { sha256, bytes, mediaType } = facts;
    const path = mediaPath(sha256, baseName(name), this.window);
    const object = {
      key: path.slice(1),
      file: join(this.folder.path, name),
      bytes,
      mediaType,
      disposition: "inline",
      ...(asset !== undefined && { assets: [asset], sources: [sha256] }),
    };
    if (!this.objects.has(path)) this.set(path, object, mediaType.startsWith("image/"));
    return { ...facts, path };
  }

  /** A file that was made of an asset: its path. */
  prepared(
    { file, sha256, bytes, mediaType }: PreparedFile,
    name: string,
    { asset, attached, isPreview, of, people }: Placing,
  ): string {
    const path = mediaPath(sha256, name, this.window);
    const disposition = attached ? attachment(name) : "inline";
    const object = { key: path.slice(1), file, bytes, mediaType, disposition, assets: [asset] };
    const before = this.objects.get(path)?.object;
    const sources = [...new Set([...(before?.sources ?? []), of])]; // of two files of the same bytes one is made
    const mayStay = attached && !people;
    this.set(path, { ...object, sources, ...(mayStay && { mayStay }) }, isPreview);
    return path;
  }

  /** An archive of assets: its path. */
  archive(
    { sha256, layout }: { sha256: string; layout: ZipLayout },
    name: string,
    { assets, sources, people }: Archived,
  ): string {
    const path = mediaPath(sha256, name, this.window);
    const { bytes, open: stream } = layout;
    const object = { key: path.slice(1), file: name, stream, bytes, mediaType: "application/zip" };
    const held = { assets, sources, ...(!people && { mayStay: true as const }) };
    this.set(path, { ...object, disposition: attachment(name), ...held }, false);
    return path;
  }

  picture(name: string, alt: string, credit?: string): Picture {
    const { path, mediaType, bytes, width = 0, height = 0 } = this.shown(name);
    return { path, mediaType, bytes, width, height, alt, ...(credit !== undefined && { credit }) };
  }

  /** A smaller form of a picture, shown in place; undefined where none of that name was made, or it saves nothing. */
  rendition(name: string, form: RenditionName): Rendition | undefined {
    const { sha256: original, bytes: before, rendition } = this.described(name);
    if (rendition?.name !== form || (form === "web" && rendition.bytes >= before)) return undefined;
    const { sha256, bytes, width, height } = rendition;
    const stem = baseName(name).replace(/\.[^.]*$/, "");
    const path = mediaPath(sha256, `${stem}-${form}.${RENDITION_EXTENSION}`, this.window);
    const file = renditionFile(this.folder.renditions, original, form);
    const mediaType = RENDITION_MEDIA_TYPE;
    const object = { key: path.slice(1), file, bytes, mediaType, disposition: "inline", sources: [original] };
    this.set(path, object, true);
    return { path, width, height, bytes, mediaType };
  }

  /** What reading a file came to. */
  described(name: string): MediaFacts {
    const facts = this.folder.media.get(name);
    if (!facts) throw new Error(`${join(this.folder.path, name)} was not read`);
    return facts;
  }

  private set(path: string, object: MediaObject, isPreview: boolean): void {
    this.objects.set(path, { object, window: this.window, isPreview });
  }
}

/** RFC 6266: the name in ASCII, as all names of files are here, and as RFC 8187 encodes it. */
function attachment(name: string): string {
  return `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
