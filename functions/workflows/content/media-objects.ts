import { join } from "node:path";
import { type MediaWindow, mediaPath } from "../../domain/addresses.ts";
import type { Picture, Rendition } from "../../domain/documents/parts.ts";
import type { MediaObject } from "../manifest.ts";
import { baseName } from "./base-name.ts";
import type { MediaFacts } from "./media-file.ts";
import {
  RENDITION_EXTENSION,
  RENDITION_MEDIA_TYPE,
  type RenditionName,
  renditionFile,
} from "./picture-rendition.ts";

interface Folder {
  readonly path: string;
  readonly media: ReadonlyMap<string, MediaFacts>;
  readonly renditions: string;
}

/** A file that documents show, and since when and until when they do. */
interface Windowed {
  readonly object: MediaObject;
  readonly window: MediaWindow | undefined;
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
      .filter(([, { object, window }]) => window === this.window && object.mediaType.startsWith("image/"))
      .map(([path]) => path);
  }

  /** The same files, of which what is shown through this has times of its own. */
  within(window: MediaWindow): MediaObjects {
    return new MediaObjects(this.folder, window, this.objects);
  }

  /** A file that pages show in place. */
  shown(name: string): MediaFacts & { path: string } {
    return this.add(name, "inline");
  }

  /** A file to be saved under its own name. Shown elsewhere as well, it still is one. */
  downloaded(name: string): MediaFacts & { path: string } {
    return this.add(name, `attachment; filename*=UTF-8''${encodeURIComponent(baseName(name))}`);
  }

  picture(name: string, alt: string, credit?: string): Picture {
    const { path, mediaType, bytes, width = 0, height = 0 } = this.shown(name);
    return { path, mediaType, bytes, width, height, alt, ...(credit !== undefined && { credit }) };
  }

  /** A smaller form of a picture, shown in place; undefined where none of that name was made, or it saves nothing. */
  rendition(name: string, form: RenditionName): Rendition | undefined {
    const { sha256: original, bytes: before, rendition } = this.facts(name);
    if (rendition?.name !== form || (form === "web" && rendition.bytes >= before)) return undefined;
    const { sha256, bytes, width, height } = rendition;
    const stem = baseName(name).replace(/\.[^.]*$/, "");
    const path = mediaPath(sha256, `${stem}-${form}.${RENDITION_EXTENSION}`, this.window);
    const file = renditionFile(this.folder.renditions, original, form);
    const mediaType = RENDITION_MEDIA_TYPE;
    this.set(path, { key: path.slice(1), file, bytes, mediaType, disposition: "inline" });
    return { path, width, height, bytes, mediaType };
  }

  private add(name: string, disposition: string): MediaFacts & { path: string } {
    const facts = this.facts(name);
    const path = mediaPath(facts.sha256, baseName(name), this.window);
    const known = this.objects.get(path);
    if (!known || known.object.disposition === "inline")
      this.set(path, {
        key: path.slice(1),
        file: join(this.folder.path, name),
        bytes: facts.bytes,
        mediaType: facts.mediaType,
        disposition,
      });
    return { ...facts, path };
  }

  private set(path: string, object: MediaObject): void {
    this.objects.set(path, { object, window: this.window });
  }

  private facts(name: string): MediaFacts {
    const facts = this.folder.media.get(name);
    if (!facts) throw new Error(`${join(this.folder.path, name)} was not read`);
    return facts;
  }
}
