import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { KitDocument } from "../../../functions/domain/documents/kit.ts";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import type { ArchivedFile } from "../../../functions/workflows/archive/archived-file.ts";
import type { ArchivedKit } from "../../../functions/workflows/archive/kit-archive.ts";
import { asPublic } from "../../../functions/workflows/media/public-bytes.ts";
import { kitDocument } from "../documents/documents.ts";

/** The kit of the World Day in three languages, written in Russian, its files small and in a folder. */
export function archivedKit(folder: string, changes: Partial<KitDocument> = {}): ArchivedKit {
  const documents = new Map(LANGUAGES.map((language) => [language, kitDocument(language, changes)]));
  const assets = documents.get("ru")?.assets ?? [];
  const prepared = new Map(
    assets.map(({ id, file, kind }) => [
      id,
      {
        renditions: new Map([["original" as const, preparedFile(folder, file)]]),
        ...(kind === "video" && {
          poster: preparedFile(folder, "poster"),
          captions: new Map(LANGUAGES.map((language) => [language, preparedFile(folder, language)])),
        }),
      },
    ]),
  );
  return { slug: "world-day", source: "ru", documents, prepared };
}

function preparedFile(folder: string, name: string): ArchivedFile {
  const data = Buffer.from(`the bytes of ${name}`);
  const file = join(folder, `prepared-${name}`);
  writeFileSync(file, data);
  return asPublic({
    file,
    bytes: data.length,
    sha256: createHash("sha256").update(data).digest("hex"),
    crc32: crc32(data),
  });
}
