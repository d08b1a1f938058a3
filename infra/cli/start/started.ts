import type { Door } from "../../local/edge/door.ts";
import type { Endings } from "../../local/endings.ts";
import type { DynamoDbLocal } from "../../local/machine/dynamodb-local.ts";
import type { StateDirectory } from "../../local/machine/state-directory.ts";
import type { StartProgress } from "./start-progress.ts";

/** What is there before anything heavy is loaded. */
export interface Started {
  readonly content: string;
  readonly at: string | undefined;
  readonly state: StateDirectory;
  /** Answers with a page that says that the newsroom is starting. */
  readonly door: Door;
  readonly database: Promise<DynamoDbLocal>;
  readonly progress: StartProgress;
  readonly endings: Endings;
}
