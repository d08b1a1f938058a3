import { join } from "node:path";
import { type MediaWindow, mediaPath } from "../../../../domain/addresses.ts";
import { ALWAYS, NEVER } from "../../../../domain/instant.ts";
import type { PublicArchive } from "../../../archive/public-archive.ts";
import type { MediaObject } from "../../../manifest.ts";
import type { PreparedFile } from "../../../media/prepare-file.ts";
import type { MediaFacts } from "../../read/media-file.ts";
import { type ShownTimes, windowOf } from "../../read/shown-times.ts";

interface Folder {
  readonly path: string;
  readonly media: ReadonlyMap<string, MediaFacts>;
}

/** A file that documents show, and since when and until when they do. */
interface Windowed {
  readonly object: MediaObject;
  readonly window: MediaWindow | undefined;
  /** Whether sitemaps may name it as a picture of the page. */
  readonly isPreview: boolean;
}

/** How a file that was made of one of the content is put into the bucket. */
export interface Placing {
  /** Id of the asset of a kit to which it belongs. */
  readonly asset?: string;
  /** Whether it is saved under its name, or shown in place. */
  readonly attached: boolean;
  readonly isPreview: boolean;
  /** SHA-256 of the file of the content that it was made of. */
  readonly of: string;
  /** Name of that file in its folder, where this one has another. */
  readonly madeOf?: string;
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

/**
 * The files of a folder that its documents show, each once, in the order in which they are first shown. Nothing gets in
 * but what was cleaned (`PublicBytes`).
 */
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

  /** When the publication begins; what is of the site itself always was. */
  get from(): string {
    return this.window?.from ?? ALWAYS;
  }

  /** The same files, of which what is shown through this has times of its own. Those of a draft are public at no time. */
  within(times: ShownTimes): MediaObjects {
    const lasts = times.publishAt === this.from && times.until === undefined;
    if (lasts || this.window?.from === NEVER) return this;
    return new MediaObjects(this.folder, windowOf(times), this.objects);
  }

  /** A file that was made of one of the content: its path. */
  prepared(
    prepared: PreparedFile,
    name: string,
    { asset, attached, isPreview, of, madeOf, people }: Placing,
  ): string {
    const path = mediaPath(prepared.sha256, name, this.window);
    const before = this.objects.get(path)?.object;
    const sources = [...new Set([...(before?.sources ?? []), of])]; // of two files of the same bytes one is made
    const mayStay = attached && !people;
    const object: MediaObject = {
      ...prepared,
      key: path.slice(1),
      disposition: attached ? attachment(name) : "inline",
      ...(asset !== undefined && { assets: [asset] }),
      sources,
      ...(madeOf !== undefined && { madeOf }),
      ...(mayStay && { mayStay }),
    };
    this.objects.set(path, { object, window: this.window, isPreview });
    return path;
  }

  /** An archive of assets: its path. */
  archive(made: PublicArchive, name: string, { assets, sources, people }: Archived): string {
    const path = mediaPath(made.sha256, name, this.window);
    const object: MediaObject = {
      ...made,
      file: name,
      key: path.slice(1),
      disposition: attachment(name),
      assets,
      sources,
      ...(!people && { mayStay: true as const }),
    };
    this.objects.set(path, { object, window: this.window, isPreview: false });
    return path;
  }

  /** What reading a file came to. */
  described(name: string): MediaFacts {
    const facts = this.folder.media.get(name);
    if (!facts) throw new Error(`${join(this.folder.path, name)} was not read`);
    return facts;
  }
}

/** RFC 6266: the name in ASCII, as all names of files are here, and as RFC 8187 encodes it. */
function attachment(name: string): string {
  return `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
