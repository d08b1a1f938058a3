import type { ListedAsset } from "../../functions/workflows/takedown/taken-down-content.ts";

/** What will be taken down, before anything is done. */
export function plannedInWords({
  target,
  folder,
  listed: { id, local, original, downloads },
  stored,
}: {
  readonly target: string;
  readonly folder: string;
  readonly listed: ListedAsset;
  /** Object keys. */
  readonly stored: readonly string[];
}): string {
  const archives = stored.filter((key) => key.endsWith(".zip")).length;
  const lines = [
    `${id} of ${folder}, on ${target}:`,
    `  ${stored.length - archives} files and ${archives} archives in the bucket, every version of each`,
    `  ${downloads.join(", ")}: these addresses will answer 410`,
    ...(original === undefined
      ? []
      : [`  the original ${original.slice(0, 12)}… in the store, and what was made of it here`]),
    ...(local.length > 0
      ? [`  ${local.join(", ")} in ${folder}, with the words about it in every language`]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** What was done, and what only people can do. */
export function takenDownInWords({
  folder,
  changed,
  elsewhere,
  by,
}: {
  readonly folder: string;
  readonly changed: readonly string[];
  /** Files of the content that have the same bytes. */
  readonly elsewhere: readonly string[];
  readonly by: string;
}): string {
  const lines = [
    `Taken down, recorded for ${by}. Changed or deleted in ${folder}: ${changed.join(", ")}. Commit and push this.`,
    ...(elsewhere.length > 0
      ? [`The same file also stands in ${elsewhere.join(", ")}: take it out there, and publish.`]
      : []),
    "What git, other clones and readers hold is beyond reach: docs/safety.md says what to do.",
  ];
  return `${lines.join("\n")}\n`;
}
