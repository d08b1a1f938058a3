import type { Occurrence } from "../../functions/workflows/redact/redact-files.ts";
import type { Redaction } from "../../functions/workflows/redact/redact-stored.ts";

/** Where the words stand in the content, and what has to be done by hand. The words themselves are never repeated. */
export function foundInWords(found: readonly Occurrence[], named: readonly string[]): string {
  const path = ({ folder, file }: Occurrence) => (folder === file ? file : `${folder}/${file}`);
  const within = found.filter((each) => named.includes(each.folder));
  const beyond = found.filter((each) => !named.includes(each.folder));
  const replaced = within.filter((each) => each.text).map(path);
  const byHand = within.filter((each) => !each.text).map(path);
  return [
    replaced.length > 0
      ? `Will be replaced in ${replaced.join(", ")}.`
      : "The folder's texts do not hold the words.",
    ...(byHand.length > 0 ? [`Replace or remove by hand, then run this again: ${byHand.join(", ")}.`] : []),
    ...(beyond.length > 0 ? [`Also in ${beyond.map(path).join(", ")}: name those folders as well.`] : []),
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
      : `The words still stand at ${left.join(", ")}: what is published there holds them. Redact those as well.`,
  ]
    .map((line) => `${line}\n`)
    .join("");
}
