import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Instant, toInstant } from "../../../functions/domain/instant.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { localIso } from "../../../functions/rendering/format/dates.ts";
import { openContent } from "../../../functions/workflows/content/open-content.ts";
import { instantOf } from "../../../functions/workflows/content/read/local-time.ts";
import { SITE_PLACE } from "../../../functions/workflows/redact/places.ts";
import { type RedactedContent, redactedContent } from "../../../functions/workflows/redact/redact-content.ts";
import type { Order } from "../../../functions/workflows/redact/redact-text.ts";
import { replaceContent } from "../../../functions/workflows/redact/replace-content.ts";
import { renderingHash } from "../publishing/rendering-hash.ts";
import { ALL_KINDS, openSiteFile, openUnitFile, type UnitFile, unitIdOf } from "../target/unit-file.ts";

/** A folder, or site.yaml, in which a redaction can be noted. */
export interface NotedFolder {
  readonly file: UnitFile;
  /** `release/{id}`, `site` */
  readonly unit: string;
}

/** @returns undefined for files that nobody can read */
export function notedFolder(content: string, folder: string): NotedFolder | undefined {
  try {
    if (folder === SITE_PLACE) return { file: openSiteFile(content), unit: "site" };
    const file = openUnitFile(content, folder, ALL_KINDS);
    return { file, unit: unitIdOf(file) };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Folders of which texts or names will change, of those that are named. */
export function changingFolders(content: string, named: readonly string[], order: Order): string[] {
  const { files, renamed } = redactedContent(content, named, order);
  const paths = [...files.keys(), ...renamed.map(({ from }) => from)];
  return named.filter((folder) => paths.some((path) => path === folder || path.startsWith(`${folder}/`)));
}

/**
 * Takes the words out of the content, and notes every redaction of a folder that its file does not note yet.
 *
 * @param redactions that content must note to be published, by unit
 * @throws Refusal `content-invalid` when an error would come of it; nothing was written
 */
export async function redactFolders(
  { content, state, address }: { readonly content: string; readonly state: string; readonly address: string },
  named: readonly string[],
  order: Order,
  redactions: ReadonlyMap<string, readonly Instant[]>,
): Promise<Pick<RedactedContent, "renamed" | "remaining">> {
  const redacted = redactedContent(content, named, order, (folder) => {
    const noted = notedFolder(content, folder);
    if (!noted) return [];
    const known = notedIn(noted.file);
    const lacking = (redactions.get(noted.unit) ?? []).filter((at) => !known.includes(at));
    return lacking.map((at) => localIso(at, noted.file.zone));
  });
  const cache = join(resolve(state), "cache");
  rmSync(join(cache, "content.jsonl"), { force: true }); // it remembers titles
  await replaceContent(content, redacted, join(resolve(state), "redaction"), (directory) =>
    openContent(directory, {
      address,
      rendering: renderingHash(new URL("../../../functions/", import.meta.url)),
      now: toInstant(new Date()),
      cache,
    }),
  );
  return redacted;
}

/** Redactions that a file notes. */
function notedIn({ yaml, zone }: UnitFile): unknown[] {
  const noted: unknown = yaml.toJS().redactions;
  if (!Array.isArray(noted)) return [];
  return noted.map((each: unknown) =>
    typeof each === "object" && each !== null && "at" in each ? instantOf(String(each.at), zone) : undefined,
  );
}
