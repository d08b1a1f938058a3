import type { SiteSource } from "../../../domain/content/site-source.ts";
import type { MediaFacts } from "./media-file.ts";
import type { Parsed } from "./parse-source.ts";
import type { ValidSite } from "./source-files.ts";
import type { Moment, ReferenceUse } from "./unit-record.ts";

/** site.yaml as read, with the files beside it. */
export interface SiteRead {
  readonly file: Parsed<SiteSource, ValidSite>;
  readonly path: string;
  /** Whether it is YAML at all: otherwise nobody knows what it lists. */
  readonly isReadable: boolean;
  /** Time zone of times that name none, if it can be read. */
  readonly zone: string | undefined;
  readonly media: ReadonlyMap<string, MediaFacts>;
  readonly renditions: string;
  /** Times in it that must not lie ahead. */
  readonly moments: readonly Moment[];
  /** What it refers to of its own lists. */
  readonly uses: readonly ReferenceUse[];
}
