import { join } from "node:path";
import { mediaPath } from "../../domain/addresses.ts";
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

/** The files of a folder that its documents show, each once, in the order in which they are first shown. */
export class MediaObjects {
  readonly #objects = new Map<string, MediaObject>();

  constructor(private readonly folder: Folder) {}

  get all(): MediaObject[] {
    return [...this.#objects.values()];
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
    const path = mediaPath(sha256, `${stem}-${form}.${RENDITION_EXTENSION}`);
    const file = renditionFile(this.folder.renditions, original, form);
    const mediaType = RENDITION_MEDIA_TYPE;
    this.#objects.set(path, { key: path.slice(1), file, bytes, mediaType, disposition: "inline" });
    return { path, width, height, bytes, mediaType };
  }

  private add(name: string, disposition: string): MediaFacts & { path: string } {
    const facts = this.facts(name);
    const path = mediaPath(facts.sha256, baseName(name));
    const known = this.#objects.get(path);
    if (!known || known.disposition === "inline")
      this.#objects.set(path, {
        key: path.slice(1),
        file: join(this.folder.path, name),
        bytes: facts.bytes,
        mediaType: facts.mediaType,
        disposition,
      });
    return { ...facts, path };
  }
  private facts(name: string): MediaFacts {
    const facts = this.folder.media.get(name);
    if (!facts) throw new Error(`${join(this.folder.path, name)} was not read`);
    return facts;
  }
}
