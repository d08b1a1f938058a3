import { SITE_PLACE } from "../../functions/workflows/redact/places.ts";
import type { Occurrence } from "../../functions/workflows/redact/redact-files.ts";
import type { Redaction } from "../../functions/workflows/redact/redact-stored.ts";

/**
 * Where the words stand in the content, and what has to be done by hand. The words themselves are never repeated, but
 * in names of files and folders that hold them.
 *
 * @param named folders that will be redacted
 * @param remaining files of those in which the words will stand still
 */
export function foundInWords(
  found: readonly Occurrence[],
  named: readonly string[],
  remaining: readonly string[],
): string {
  const path = ({ folder, file }: Occurrence) =>
    folder === SITE_PLACE ? file : file === "" ? folder : `${folder}/${file}`;
  const within = found.filter((each) => named.includes(each.folder));
  const paths = (where: Occurrence["where"]) => within.filter((each) => each.where === where).map(path);
  const beyond = new Set(found.filter((each) => !named.includes(each.folder)).map(path));
  const texts = paths("text");
  const lines: [string, readonly string[], string][] = [
    ["Will be replaced in", texts, "."],
    [
      "Names are not changed: rename by hand, and where they are used, then run this again:",
      paths("name"),
      ".",
    ],
    ["Replace or remove by hand, then run this again:", paths("bytes"), "."],
    [
      "Will stand there still, in addresses, names of files or ids that other folders use; change these by hand:",
      remaining,
      ".",
    ],
    ["Also in", [...beyond], ": name those folders as well."],
  ];
  const told = lines.filter(([, files]) => files.length > 0);
  return [
    ...(texts.length > 0 ? [] : ["The folder's texts do not hold the words."]),
    ...told.map(([before, files, after]) => `${before} ${files.join(", ")}${after}`),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

export function redactionInWords({ items, objects, left, unsearched }: Redaction): string {
  return [
    `Former versions, told changes and leftovers rewritten: ${items}. Files removed in every version: ${objects.length}.`,
    ...(unsearched.length > 0 ? [`Too large to be searched: ${unsearched.join(", ")}.`] : []),
    left.length === 0
      ? "The words stand nowhere in this newsroom any more. docs/safety.md says what it cannot reach."
      : `The words still stand at ${left.join(", ")}: in what is published there, or in the address itself. Redact the first as well; docs/safety.md says what to do about the second.`,
  ]
    .map((line) => `${line}\n`)
    .join("");
}
