import { apiPath, SEGMENTS } from "../../domain/addresses.ts";
import { PointerDocument } from "../../domain/documents/signpost.ts";
import type { GrantedUnit } from "../../domain/early/grant.ts";
import { type Instant, NEVER } from "../../domain/instant.ts";
import { PUBLICATION_KINDS } from "../../domain/kinds.ts";
import { Refusal } from "../../domain/refusal.ts";
import { isVisible } from "../../domain/visibility.ts";
import { readItem } from "../../storage/dynamodb/read-item.ts";
import type { LedgerRecord } from "../../storage/newsroom/ledger.ts";
import type { NewsroomReader } from "../../storage/newsroom/newsroom-reader.ts";
import { suggestion } from "../content/read/suggestion.ts";

/**
 * The publications that folders name, as they are stored: `releases/my-release`, `events/…`, `kits/…` (or
 * `media-kits/…`).
 *
 * @param records the ledger: what was published, by unit
 * @throws Refusal `early-unit-unknown`, with the nearest one that can be granted; `early-unit-public`
 */
export function unitsNamed(
  folders: readonly string[],
  {
    reader,
    records,
    now,
  }: { reader: NewsroomReader; records: ReadonlyMap<string, LedgerRecord>; now: Instant },
): Promise<GrantedUnit[]> {
  return Promise.all(
    folders.map(async (folder) => {
      const unit = unitIn(records, folder);
      const stored = unit && (await reader.document(apiPath(SEGMENTS[unit.kind], unit.id)));
      if (!unit || !stored || JSON.parse(stored.body).kind !== "pointer") throw unknown(folder, records);
      if (isVisible(stored, now)) throw alreadyPublic(folder);
      const { publishAt } = readItem(PointerDocument, stored).value;
      return { ...unit, liftsAt: stored.publishAt === NEVER ? NEVER : publishAt };
    }),
  );
}

/** A folder as the ledger names it, whichever way it was typed. */
function normal(folder: string): string {
  return folder
    .replace(/\/+$/, "")
    .split("/")
    .slice(-2)
    .join("/")
    .replace(/^kits\//, "media-kits/");
}

function unitIn(
  records: ReadonlyMap<string, LedgerRecord>,
  asked: string,
): Omit<GrantedUnit, "liftsAt"> | undefined {
  const folder = normal(asked);
  for (const [unit, record] of records) {
    if (record.folder !== folder || record.left) continue;
    const [name, id = ""] = unit.split("/");
    const kind = PUBLICATION_KINDS.find((each) => each === name);
    if (kind) return { kind, id, slug: folder.split("/")[1] ?? "" };
  }
  return undefined;
}

function unknown(folder: string, records: ReadonlyMap<string, LedgerRecord>): Refusal {
  const folders = [...records.values()].filter(({ left }) => !left).map((record) => record.folder);
  const meant = suggestion(normal(folder), folders);
  return new Refusal(
    "early-unit-unknown",
    404,
    `Nothing that could be opened was published from ${folder}.`,
    meant ? `Did you mean ${meant}?` : "Publish it first; it stays invisible until its lift.",
    { field: "unit", ...(meant && { allowed: [meant] }) },
  );
}

function alreadyPublic(folder: string): Refusal {
  return new Refusal(
    "early-unit-public",
    409,
    `${folder} is public already.`,
    "Send its public address: everybody can read it.",
    { field: "unit" },
  );
}
