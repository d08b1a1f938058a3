import * as v from "valibot";
import { Instant } from "../../domain/instant.ts";
import { UNIT_KINDS } from "../../domain/kinds.ts";
import { Language } from "../../domain/language.ts";
import { RETIRE_VERBS } from "../../domain/retire-verbs.ts";
import type { NewsroomItem } from "../../storage/dynamodb/item.ts";
import { storedValue } from "../../storage/dynamodb/stored-value.ts";
import type { ChangeEntry } from "../manifest.ts";
import type { StoredUnit } from "../publish/stored/stored-unit.ts";

/** A unit as it was stored before something in it was hidden, kept as text beside the hidden bytes. */

const Item = v.object({
  key: v.object({ pk: v.string(), sk: v.string() }),
  body: v.string(),
  hash: v.string(),
  publishAt: Instant,
  until: v.exactOptional(Instant),
});

const isChanges = (list: unknown): list is ChangeEntry["list"] =>
  typeof list === "string" && list.startsWith("changes:");

const KeptUnit = v.object({
  id: v.string(),
  folder: v.string(),
  fingerprint: v.string(),
  documents: v.array(
    v.object({
      path: v.string(),
      items: v.array(Item),
      parts: v.array(Item),
      changes: v.array(
        v.object({
          language: Language,
          list: v.custom<ChangeEntry["list"]>(isChanges),
          id: v.string(),
          publishAt: Instant,
          body: v.string(),
        }),
      ),
      told: v.exactOptional(Item),
      sources: v.exactOptional(v.string()),
      alsoAt: v.array(v.string()),
    }),
  ),
  sitemap: v.array(
    v.object({
      id: v.string(),
      kind: v.picklist(UNIT_KINDS),
      year: v.number(),
      publishAt: Instant,
      body: v.string(),
    }),
  ),
  stored: v.object({ media: v.array(v.string()) }),
  places: v.exactOptional(v.array(v.object({ event: v.string(), place: v.string(), capacity: v.number() }))),
  renewAt: v.exactOptional(Instant),
  left: v.exactOptional(v.object({ verb: v.picklist(RETIRE_VERBS), at: Instant })),
});

export const keptText = (unit: StoredUnit): string => JSON.stringify(unit);

/** What a kept text tells of changes. What cannot be read as a unit cannot be shown again either, and tells nothing. */
export function changeItemsOf(text: string): NewsroomItem[] {
  const read = v.safeParse(KeptUnit, JSON.parse(text));
  return read.success ? read.output.documents.flatMap(({ told }) => told ?? []) : [];
}

export function keptUnit(text: string, id: string, unit: string): StoredUnit {
  return { ...storedValue(KeptUnit, text, { pk: `hidden ${id}`, sk: unit }), media: [] };
}
