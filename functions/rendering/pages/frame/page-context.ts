import type { SiteDocument } from "../../../domain/documents/site.ts";
import type { Instant } from "../../../domain/instant.ts";
import type { Language } from "../../../domain/language.ts";
import type { PublishProgress } from "../../messages/shapes/publish-progress.ts";

/** What every page knows beside its own document. */
export interface PageContext {
  readonly site: SiteDocument;
  readonly language: Language;
  /** The time of the request: related items are shown only when they are visible at it. */
  readonly now: Instant;
  /** Whether the clock was set with `--at`; a banner then says so. */
  readonly preview: boolean;
  /** Set while the newsroom on this machine is being published; a banner then says how far it is. */
  readonly publishing?: PublishProgress | undefined;
  /** Set where a page is shown before its time to someone who was granted that. */
  readonly early?: EarlyFrame;
}

/** What is different about a page that someone sees before its time. */
export interface EarlyFrame {
  /** Says until when it is embargoed, or that it is a draft; absent on pages that hold no publication. */
  readonly banner?: string | undefined;
  /** Where an address of this newsroom leads from here; undefined where it leads nowhere yet, so that no link is made. */
  link(address: string): string | undefined;
}
