import { SITE_PLACE } from "../../../functions/workflows/redact/places.ts";
import type { RedactedContent } from "../../../functions/workflows/redact/redact-content.ts";
import type { Occurrence } from "../../../functions/workflows/redact/redact-files.ts";
import type { Redaction } from "../../../functions/workflows/redact/redact-stored.ts";
import type { RedactedBeside } from "./redact-beside.ts";

/** What was found in files, and what of them nobody has searched. */
export interface FilesToReview extends Pick<Redaction, "unknown"> {
  /** Files of the content that are no texts. */
  readonly content: readonly Occurrence[];
}

/** Everything that a redaction came to. */
export interface CompleteRedaction extends Redaction, Omit<RedactedBeside, "hidden">, FilesToReview {
  /** Hidden files, and documents as they were, that were destroyed: they can no longer be shown again. */
  readonly destroyed: number;
  readonly renamed: RedactedContent["renamed"];
  /** Texts of the content in which the words still stand. */
  readonly remaining: readonly string[];
  /** What was not done, each with why. */
  readonly undone: readonly string[];
  /** Whether nobody can publish before it was run again. */
  readonly staysPending: boolean;
}

/** Names that are told one by one. */
const TOLD = 20;

/**
 * Where the words stand in texts and names. The words themselves are never repeated, but in names of files and folders
 * that hold them.
 *
 * @param named folders that will be redacted
 * @param stored addresses and keys of items in which they stand
 */
export function foundInWords(
  found: readonly Occurrence[],
  named: readonly string[],
  stored: readonly string[],
): string {
  const within = found.filter((each) => named.includes(each.folder));
  const paths = (where: Occurrence["where"]) => within.filter((each) => each.where === where).map(pathOf);
  const beyond = found.filter((each) => !named.includes(each.folder)).map(pathOf);
  return lines([
    ...(named.length > 0 && within.length === 0 ? ["The texts that were named do not hold the words."] : []),
    ...told("Will be replaced in", paths("text")),
    ...told("Will get other names, wherever they are used", paths("name")),
    ...told("Stands in what is published or kept of former versions", stored),
    ...told("Also in, and not to be changed unless these folders are named as well", beyond),
  ]);
}

/** Said before anything is written. @param list file with all that somebody has to look at */
export function nowhereInWords(files: FilesToReview, list: string | undefined): string {
  return lines([
    "The words occur nowhere: in no text, no name and no file of the content, and in nothing that is stored. Nothing was changed; look at their spelling.",
    ...lookInWords(files, list),
  ]);
}

function lookInWords(files: FilesToReview, list: string | undefined): string[] {
  const look = filesToReview(files);
  return [
    ...told("Nobody has searched these; look, and listen", look.slice(0, TOLD)),
    ...(look.length > TOLD ? [`All ${look.length} of them are listed in ${list}.`] : []),
  ];
}

/** What was done, what still holds the words with what to do about it, and what somebody has to look at. */
export function redactionInWords(redaction: CompleteRedaction, list: string | undefined): string {
  const {
    items,
    objects,
    addresses,
    renamed,
    counts,
    grants,
    destroyed,
    logs,
    left,
    files,
    remaining,
    content,
    undone,
    staysPending,
  } = redaction;
  const inBytes = content.filter(({ where }) => where === "bytes");
  const look = filesToReview(redaction).length;
  const stands = left.length + files.length + remaining.length + inBytes.length + undone.length;
  return lines([
    ...(items > 0
      ? [`Former versions, told changes and what was left of them: ${items} rewritten or removed.`]
      : []),
    ...told(
      "Other names",
      renamed.map(({ from, to }) => `${from} is ${to}`),
    ),
    ...told("Answers 404 now, as if nothing had ever stood there", addresses),
    ...told("Removed in every version", objects),
    ...(counts > 0 ? [`Counts of downloads forgotten: ${counts}.`] : []),
    ...(grants > 0 ? [`Grants of early access rewritten: ${grants}.`] : []),
    ...(destroyed > 0
      ? [
          `Hidden files and documents with the words destroyed: ${destroyed}. \`npm run unhide\` shows the rest alone.`,
        ]
      : []),
    ...(logs !== undefined && logs > 0 ? [`Access logs removed: ${logs}.`] : []),
    ...undone.map((each) => `Not done: ${each}`),
    ...told("The words still stand in the texts of", remaining, "Change these by hand, and run this again."),
    ...told(
      "The words still stand in",
      inBytes.map(pathWithParts),
      "Replace or remove these files, then run this again.",
    ),
    ...told(
      "The words still stand in files that are shown",
      files.map(({ path, parts }) => `${path} (${parts.join(", ")})`),
      "Replace them in the content and run this again, or take them down: `npm run takedown`.",
    ),
    ...told("The words still stand at", left, "Name the folders of these as well, and run this again."),
    ...lookInWords(redaction, list),
    ...(staysPending ? ["Nothing is published before this was run again, with the same words."] : []),
    stands > 0 ? "This is not finished: see above." : finished(look, logs),
  ]);
}

function finished(unknown: number, logs: number | undefined): string {
  const searched =
    "Every text, version, list and file was searched once more, with its metadata, and the words were found nowhere.";
  const unsearched =
    unknown > 0
      ? ` ${unknown} files hold what no search sees: they count as clean only once somebody has looked.`
      : "";
  const inLogs = logs === undefined ? "" : " So were the access logs.";
  return `${searched}${inLogs}${unsearched} docs/safety.md says what else it cannot reach. Commit and push the changed content.`;
}

/** Files that nobody has searched, or that may hold the words: those of the content first. */
export function filesToReview({ content, unknown }: FilesToReview): string[] {
  const own = content.filter(({ where }) => where === "perhaps" || where === "unsearched");
  return [
    ...own
      .filter(({ where }) => where === "perhaps")
      .map((each) => `${pathWithParts(each)}: perhaps the words`),
    ...own.filter(({ where }) => where === "unsearched").map(pathWithParts),
    ...unknown.map(({ path, parts }) => `${path} (${parts.join(", ")})`),
  ];
}

function pathOf({ folder, file }: Occurrence): string {
  if (folder === SITE_PLACE) return file;
  return file === "" ? folder : `${folder}/${file}`;
}

function pathWithParts(each: Occurrence): string {
  return `${pathOf(each)} (${(each.parts ?? []).join(", ")})`;
}

/** Names with what they are, and what to do about them; nothing where there are none. */
function told(what: string, names: readonly string[], help = ""): string[] {
  if (names.length === 0) return [];
  const more = names.length > TOLD ? `, and ${names.length - TOLD} more` : "";
  return [`${what}: ${names.slice(0, TOLD).join(", ")}${more}.${help === "" ? "" : ` ${help}`}`];
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join("");
