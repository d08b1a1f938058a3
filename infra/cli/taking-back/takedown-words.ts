import type { ShownFiles } from "../../../functions/workflows/takedown/shown-file.ts";

/** Files and pages told one by one; the others are counted. */
const TOLD = 20;

/** What is to be destroyed, as a person recognises it. */
export interface Planned extends ShownFiles {
  /** The newsroom. */
  readonly target: string;
  readonly what: string;
  /** Folder, if it is a unit as a whole. */
  readonly folder: string | undefined;
  /** Pages that showed it until it was hidden. */
  readonly pagesBefore: readonly string[];
  /** Objects in the bucket, and archives among them. */
  readonly objects: number;
  readonly archives: number;
}

/** What will be destroyed, before anything is done. */
export function plannedInWords(planned: Planned): string {
  const { target, what, folder, files, pages, pagesBefore, objects, archives } = planned;
  const lines = [
    folder === undefined ? `${what}, on ${target}:` : `${folder} as a whole, on ${target}:`,
    ...some(files.map(fileInWords)),
    ...some([...new Set(files.flatMap(({ words = [] }) => words))].map((words) => `  “${words}”`)),
    `  ${counted(objects, "file")} and ${counted(archives, "archive")} in the bucket, every version of each, and the original`,
    ...(pages.length > 0
      ? ["Shown by:", ...some(pages.map((page) => `  ${page}`))]
      : ["Nothing shows it now."]),
    ...(pagesBefore.length > 0
      ? ["Until it was hidden it was shown by:", ...some(pagesBefore.map((page) => `  ${page}`))]
      : []),
    ...(folder === undefined
      ? []
      : ["Every address of it will answer 410 for good, and no former version is kept."]),
  ];
  return `${lines.join("\n")}\n`;
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;

function fileInWords({ path, mediaType, bytes, width, height }: ShownFiles["files"][number]): string {
  const facts = [
    path.slice(path.lastIndexOf("/") + 1),
    mediaType,
    bytes === undefined ? undefined : sizeOf(bytes),
    width === undefined || height === undefined ? undefined : `${width} × ${height} pixels`,
  ];
  return `  ${facts.filter((fact) => fact !== undefined).join(", ")}`;
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const some = (lines: readonly string[]): string[] => [
  ...lines.slice(0, TOLD),
  ...(lines.length > TOLD ? [`  and ${lines.length - TOLD} more`] : []),
];

/** What was done, and what only people can do. */
export function takenDownInWords({
  what,
  changed,
  remains,
  by,
}: {
  readonly what: string;
  /** Files of the content. */
  readonly changed: readonly string[];
  /** Folder of a page whose words are still in the content: it can only be deleted. */
  readonly remains: string | undefined;
  readonly by: string;
}): string {
  const lines = [
    changed.length > 0
      ? `${what} is taken down, recorded for ${by}. Changed or deleted in the content: ${changed.join(", ")}. Commit and push this.`
      : `${what} is taken down, recorded for ${by}.${remains === undefined ? " This content does not hold it." : ""}`,
    ...(remains === undefined
      ? []
      : [`Delete ${remains} and what refers to it: it cannot be published again.`]),
    "What git, other clones and readers hold is beyond reach: docs/safety.md says what to do.",
  ];
  return `${lines.join("\n")}\n`;
}
