import type { PublishProgress } from "./publish-progress.ts";

/** What a newsroom on one machine says while its content is still being published. */
export interface PublishingMessages {
  /** At the head of every page. */
  readonly banner: (progress: PublishProgress) => string;
  readonly title: string;
  /** Instead of a page that is not there yet. */
  readonly notYet: (progress: PublishProgress) => string;
  /** Before anything is there. */
  readonly startingTitle: string;
  readonly starting: string;
}
