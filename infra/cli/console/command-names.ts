/** Every command of `dateline`, in the order of `--help` and of the README. Each is a script of package.json, too. */
export const COMMAND_NAMES = [
  "start",
  "check",
  "new",
  "reviewed",
  "migrate",
  "withdraw",
  "gone",
  "redirect",
  "republish",
  "versions",
  "redact",
  "hide",
  "unhide",
  "takedown",
  "embargo",
  "downloads",
  "originals",
  "registrations",
  "publish",
  "deploy",
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

export const isCommandName = (name: string | undefined): name is CommandName =>
  COMMAND_NAMES.some((each) => each === name);
