import type { Option } from "./command-definition.ts";

/** The folders that most commands take, under the same names everywhere. */

export const CONTENT_OPTION = {
  type: "string",
  env: "DATELINE_CONTENT",
  value: "DIR",
  default: "content",
  help: "The folder that holds site.yaml",
} as const satisfies Option;

export const DEFAULT_STATE = ".dateline";

export const STATE_OPTION = {
  type: "string",
  env: "DATELINE_STATE",
  value: "DIR",
  default: DEFAULT_STATE,
  help: "Where the newsroom on this machine keeps its state, and compiling its results",
} as const satisfies Option;
