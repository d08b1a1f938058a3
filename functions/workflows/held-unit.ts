import type { Language } from "../domain/language.ts";
import type { Retraction } from "../domain/retraction.ts";

/** A unit of the content that cannot be published as it is now. What was published of it before stays. */
export interface HeldUnit {
  /** Folder within the content directory: `releases/my-release`. */
  readonly folder: string;
  readonly kind: "release" | "event" | "kit" | "page";
  /** Name of the unit, such as `release/{uuid}`, if its id can be read. */
  readonly id?: string;
  /** Language of its source text, if that can be read. */
  readonly source?: Language;
  /** Errors of its own; none where it only waits for another. */
  readonly problems: number;
  /** The first of them. */
  readonly first?: { readonly file: string; readonly line: number; readonly message: string };
  /** Folder of the held unit, or `site.yaml`, that it waits for. */
  readonly waitsFor?: string;
  /** What is to be less public all the same; nothing of a page, which has no such fields. */
  readonly retraction: Retraction | "unreadable" | undefined;
}
