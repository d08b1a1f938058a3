import type { Option } from "./command.ts";

/** The folders that most commands take, under the same names everywhere. */

export const CONTENT_OPTION = {
  type: "string",
  env: "DATELINE_CONTENT",
  value: "DIR",
  help: "The folder that holds site.yaml; content",
} as const satisfies Option;

export const STATE_OPTION = {
  type: "string",
  env: "DATELINE_STATE",
  value: "DIR",
  help: "Where the newsroom on this machine keeps its state, and compiling its results; .dateline",
} as const satisfies Option;
