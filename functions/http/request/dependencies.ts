import type { Clock } from "../../domain/instant.ts";
import type { PublishProgress } from "../../rendering/messages/shapes/publish-progress.ts";
import type { NewsroomReader } from "../../storage/newsroom/newsroom-reader.ts";

/** What the routes that read are given: never a global. */
export interface ReadDependencies {
  readonly reader: NewsroomReader;
  readonly clock: Clock;
  /** Whether the clock was set with `--at`: every page then says so. */
  readonly preview: boolean;
  /** On one machine: how far publishing is, while it goes on. */
  readonly publishing?: (() => PublishProgress | undefined) | undefined;
}
