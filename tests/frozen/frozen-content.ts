import { createHash } from "node:crypto";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { item } from "../../functions/storage/newsroom/parts.ts";
import type { Manifest, ManifestUnit } from "../../functions/workflows/manifest.ts";
import { temporaryFolder } from "../worlds/commands/temporary-folder.ts";
import { frozenFolder } from "./frozen-files.ts";

/** The content that a version published last, in a folder of its own. Its pictures are those of the sample content. */
export function frozenContent(version: string): string {
  const folder = temporaryFolder();
  cpSync(join(frozenFolder(version), "content"), folder, { recursive: true });
  const lines = readFileSync(join(frozenFolder(version), "content-binaries.jsonl"), "utf8").trimEnd();
  for (const line of lines.split("\n")) {
    const { name, sha256 } = JSON.parse(line);
    const bytes = readFileSync(join("content", name));
    if (createHash("sha256").update(bytes).digest("hex") !== sha256)
      throw new Error(
        `content/${name} is no longer that of ${version}: put the former file into its fixture.`,
      );
    cpSync(join("content", name), join(folder, name));
  }
  return folder;
}

/** Compiles each unit once, however often its manifest is opened and published. */
export function compiledOnce(): (manifest: Manifest) => Manifest {
  const compiled = new Map<string, Promise<ManifestUnit>>();
  return ({ units }) => ({
    units: units.map((handle) => ({
      ...handle,
      compile: (work) => {
        const known = compiled.get(handle.fingerprint) ?? handle.compile(work);
        compiled.set(handle.fingerprint, known);
        return known;
      },
    })),
  });
}

/**
 * The manifest that another compiler makes of the same content.
 * @param name of that compiler
 * @param change what it makes of a body
 */
export function compiledBy(name: string, { units }: Manifest, change: (body: string) => string): Manifest {
  return {
    units: units.map((handle) => {
      const fingerprint = createHash("sha256").update(`${name} ${handle.fingerprint}`).digest("hex");
      return {
        ...handle,
        fingerprint,
        compile: async (work) => otherwise(await handle.compile(work), fingerprint, change),
      };
    }),
  };
}

function otherwise(unit: ManifestUnit, fingerprint: string, change: (body: string) => string): ManifestUnit {
  return {
    ...unit,
    fingerprint,
    documents: unit.documents.map((document) => ({
      ...document,
      items: document.items.map(({ key, body, publishAt, until }) =>
        item(key, change(body), publishAt, until),
      ),
      changes: document.changes.map((each) => ({ ...each, body: change(each.body) })),
    })),
    sitemap: unit.sitemap.map((each) => ({ ...each, body: change(each.body) })),
  };
}
