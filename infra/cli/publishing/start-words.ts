import { API_HOME_PATH, calendarPath, feedPath, frontPath } from "../../../functions/domain/addresses.ts";
import type { Problem } from "../../../functions/domain/content/problem.ts";
import type { Instant } from "../../../functions/domain/instant.ts";
import { DEFAULT_LANGUAGE, LANGUAGE_NAMES, LANGUAGES } from "../../../functions/domain/language.ts";
import { LOCAL_REPLIES } from "../../local/replies.ts";
import type { FolderPublication } from "./folder-publisher.ts";

export interface StartedFacts {
  readonly address: string;
  /** Where the mail is read that the newsroom sends. */
  readonly inbox: string;
  /** Port at which mail is taken, also what people answer. */
  readonly smtp: number;
  /** The content folder, as a person names it. */
  readonly content: string;
  /** The time that is shown, if it is not the real one. */
  readonly at: Instant | undefined;
  readonly zone: string;
}

/** What is said once readers can come: where everything is, and what a newsroom on one machine cannot prove. */
export function startedLines({ address, inbox, smtp, content, at, zone }: StartedFacts): string {
  const places = [
    ...LANGUAGES.map((language) => [LANGUAGE_NAMES[language], frontPath(language)]),
    ["Feed", feedPath(DEFAULT_LANGUAGE, "atom")],
    ["Calendar", calendarPath(DEFAULT_LANGUAGE)],
    ["API", API_HOME_PATH],
  ].map(([name = "", path]) => [name, `${address}${path}`]);
  return `
The newsroom is open${at === undefined ? "" : ` as on ${onClock(at, zone)}`}:

${[...places, ["Mail", `${inbox}/`]].map(([name = "", href]) => `  ${name.padEnd(9)} ${href}`).join("\n")}

Calendars answer to ${LOCAL_REPLIES}: an email program reaches it by SMTP at 127.0.0.1:${smtp}, without TLS.
Edit a file under ${content} and it is published again. Ctrl-C ends everything.
This proves nothing about IAM permissions, AWS quotas, or CloudFront itself: deploy to dev for those.
`;
}

/** Said once pages are there and the rest follows. */
export function openedLine(address: string): string {
  return `Readers can come: ${address}${frontPath(DEFAULT_LANGUAGE)} The rest is still being published.\n`;
}

function onClock(instant: Instant, zone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "full",
    timeStyle: "long",
    timeZone: zone,
  });
  return format.format(new Date(instant));
}

const NAMED = 5;

/** `Published: 1 changed (releases/world-day-2020), 0.4 s.` */
export function publishedLine({ outcome, units, seconds }: FolderPublication): string {
  const changes = (["created", "changed", "removed"] as const).flatMap((kind) => {
    const ofKind = units.filter((unit) => unit.outcome === kind);
    const folders = [...new Set(ofKind.map((unit) => unit.folder))].sort(); // series stand in site.yaml, too
    return ofKind.length === 0 ? [] : [`${ofKind.length} ${kind} (${some(folders)})`];
  });
  const what = changes.length > 0 ? changes.join(", ") : `nothing new, ${outcome.left} as before`;
  const files =
    outcome.files === 0 ? "" : `, ${outcome.files} ${outcome.files === 1 ? "file" : "files"} stored`;
  return `Published: ${what}${files}, ${seconds.toFixed(1)} s.\n`;
}

function some(folders: readonly string[]): string {
  const named = folders.slice(0, NAMED).join(", ");
  return folders.length > NAMED ? `${named} and ${folders.length - NAMED} more` : named;
}

/** `Edited: releases/world-day-2020/en.md` */
export function editedLine(files: readonly string[]): string {
  return `Edited: ${some(files)}\n`;
}

/** Every error in full, warnings as a number: `npm run check` has them. */
export function problemLines(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error");
  return (
    errors.map(({ file, line, message }) => `${file}:${line}: ${message}\n`).join("") + warningsLine(problems)
  );
}

/** The same again and again, without a number of warnings that was said the last time. */
export function problemReport(): (problems: readonly Problem[]) => string {
  let told = "";
  return (problems) => {
    const warnings = warningsLine(problems);
    const lines = problemLines(problems);
    const news = warnings === told ? lines.slice(0, lines.length - warnings.length) : lines;
    told = warnings;
    return news;
  };
}

function warningsLine(problems: readonly Problem[]): string {
  const count = problems.filter(({ severity }) => severity === "warning").length;
  if (count === 0) return "";
  return `${count} ${count === 1 ? "warning" : "warnings"} about the content: see \`npm run check\`.\n`;
}
