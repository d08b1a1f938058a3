import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { newsroomLedger } from "../../../functions/storage/newsroom/ledger.ts";
import { newsroomWriter } from "../../../functions/storage/newsroom/newsroom-writer.ts";
import { hashOfFile } from "../../../functions/workflows/originals/hash-file.ts";
import {
  findSubject,
  type Stored,
  type TakedownSubject,
} from "../../../functions/workflows/takedown/find-subject.ts";
import { heldFiles } from "../../../functions/workflows/takedown/held-files.ts";
import { listedAsset } from "../../../functions/workflows/takedown/taken-down-content.ts";
import type { PublishTarget } from "../target/publish-target.ts";

/** What somebody named, and the newsroom as it is stored, in which it was found. */
export interface NamedSubject {
  readonly subject: TakedownSubject;
  readonly stored: Stored;
}

/**
 * What WHAT means: from the content where there is one, else from what is stored alone.
 * @throws Refusal `option-invalid` when it is nothing that is known
 */
export async function namedSubject(
  target: PublishTarget,
  content: string,
  what: string,
): Promise<NamedSubject> {
  const writer = newsroomWriter(target.dynamodb, target.table);
  const records = await newsroomLedger(target.dynamodb, target.table).records();
  const stored = { writer, records, held: await heldFiles(writer, records) };
  return { stored, subject: await findSubject(stored, what, await hashesIn(content, what)) };
}

/** SHA-256 of the files of the content that a path or an asset names; whatever is wrong with the content is all one. */
async function hashesIn(content: string, what: string): Promise<string[]> {
  const path = what.trim().replace(/^(\.\/)?(content\/)?/, "");
  if (path === "site") return siteHashes(content);
  const file = join(content, path);
  if (!path.startsWith("/") && existsSync(file) && statSync(file).isFile()) return [await hashOfFile(file)];
  const [, kit, asset] = /^(?:media-kits\/|kits\/)?([^/]+)\/([^/]+)$/.exec(path) ?? [];
  return kit === undefined || asset === undefined ? [] : assetHashes(join(content, "media-kits", kit), asset);
}

async function siteHashes(content: string): Promise<string[]> {
  const yaml = join(content, "site.yaml");
  const name = existsSync(yaml)
    ? parseDocument(readFileSync(yaml, "utf8"), { logLevel: "error" }).getIn(["image", "file"])
    : undefined;
  const file = typeof name === "string" ? join(content, name) : "";
  return existsSync(file) ? [await hashOfFile(file)] : [];
}

async function assetHashes(folder: string, id: string): Promise<string[]> {
  try {
    const { local, original } = listedAsset(folder, id);
    const own = await Promise.all(local.map((name) => hashOfFile(join(folder, name))));
    return [...own, ...(original === undefined ? [] : [original])];
  } catch (error) {
    if (error instanceof Refusal) return []; // the tables may know it
    throw error;
  }
}
