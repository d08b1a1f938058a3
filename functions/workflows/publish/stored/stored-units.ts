import { NewsroomDocument } from "../../../domain/documents/document.ts";
import { type Instant, NEVER } from "../../../domain/instant.ts";
import { isLanguage, LANGUAGES, type PartlyLocalisedText } from "../../../domain/language.ts";
import { storedValue } from "../../../storage/dynamodb/stored-value.ts";
import { completeBody } from "../../../storage/newsroom/complete-body.ts";
import type { Ledger, LedgerRecord } from "../../../storage/newsroom/ledger.ts";
import type { NewsroomWriter } from "../../../storage/newsroom/newsroom-writer.ts";
import { isHeadAt } from "../../../storage/newsroom/parse-key.ts";
import type { Unit } from "../../content/index/compile-context.ts";
import type { StoredUnits } from "../../content/index/stored-units.ts";
import type { HeldUnit } from "../../held-unit.ts";
import { type HeldRecord, heldRecords } from "./held-records.ts";
import { storedUnit } from "./stored-unit.ts";

interface Stores {
  readonly ledger: Ledger;
  readonly writer: NewsroomWriter;
}

/**
 * What a newsroom holds of units, as others show them: links to one that cannot be published as it is now go on
 * showing what was published of it.
 * @param now until then what was not out may be withheld
 */
export async function storedUnits({ ledger, writer }: Stores, now: Instant): Promise<StoredUnits> {
  const records = await ledger.records();
  const found = new Map<string, HeldRecord | undefined>();
  const recordOf = (unit: HeldUnit): HeldRecord | undefined => {
    if (!found.has(unit.folder))
      found.set(unit.folder, [...heldRecords([unit], records, new Set()).matched.values()][0]);
    return found.get(unit.folder);
  };
  return {
    has: (unit) => isReadable(recordOf(unit)?.record),
    load: async (unit) => {
      const record = recordOf(unit);
      return record && shownUnit({ ledger, writer }, record, now);
    },
  };
}

/** A unit as others show what is stored of it; undefined for one that has left, or is no publication and no page. */
export async function shownUnit(stores: Stores, each: HeldRecord, now: Instant): Promise<Unit | undefined> {
  return hasLeft(each) ? undefined : unitIn(await documentsOf(stores, each), each, now);
}

/** What was withdrawn can still be read. */
function isReadable(record: LedgerRecord | undefined): boolean {
  return record !== undefined && (record.left === undefined || record.left.verb === "withdraw");
}

function hasLeft({ record, held: { retraction } }: HeldRecord): boolean {
  return record.left !== undefined || (retraction !== "unreadable" && retraction?.leaving !== undefined);
}

interface Shown {
  readonly document: Extract<NewsroomDocument, { kind: HeldUnit["kind"] }>;
  readonly publishAt: Instant;
}

/** Its page in each language that it has. */
async function documentsOf(stores: Stores, { unit, record }: HeldRecord): Promise<Shown[]> {
  const { documents } = await storedUnit(stores, unit, record);
  return documents.flatMap(({ path, items, parts }): Shown[] => {
    const head = items.find(({ key }) => isHeadAt(key, path));
    if (!head || !isLanguage(path.split("/")[1] ?? "")) return [];
    const document = storedValue(NewsroomDocument, completeBody(head, parts), head.key);
    const { publishAt } = head;
    switch (document.kind) {
      case "release":
      case "event":
      case "kit":
      case "page":
        return [{ document, publishAt }];
      default:
        return [];
    }
  });
}

function unitIn(shown: readonly Shown[], { held }: HeldRecord, now: Instant): Unit | undefined {
  const [any] = shown;
  if (!any) return undefined;
  const { id, slug, kind } = any.document;
  const inOrder = LANGUAGES.flatMap(
    (language) => shown.find(({ document }) => document.language === language) ?? [],
  );
  const titles: PartlyLocalisedText = {};
  for (const { document } of inOrder) titles[document.language] = document.title;
  const source = held.source ?? inOrder[0]?.document.language ?? any.document.language;
  return {
    kind,
    slug,
    facts: {
      id,
      source,
      titles,
      publishAt: shownFrom(any.publishAt, held, now),
      topics: [],
      contacts: [],
      goals: [],
      licences: [],
      related: [],
      ...editionOf(any),
      figures: figuresOf(inOrder),
      statements: [],
      downloads: [],
    },
  };
}

/** As its file withholds it by now, where it is not out. */
function shownFrom(publishAt: Instant, { retraction }: HeldUnit, now: Instant): Instant {
  if (publishAt <= now || retraction === undefined) return publishAt;
  const withheld = retraction === "unreadable" ? NEVER : (retraction.withheldUntil ?? publishAt);
  return withheld > publishAt ? withheld : publishAt;
}

function editionOf({ document }: Shown): Pick<Unit["facts"], "edition"> {
  if (document.kind !== "event") return {};
  const { start, end, series } = document;
  return { edition: { start, end, ...(series && { series: series.id }) } };
}

function figuresOf(shown: readonly Shown[]): Unit["facts"]["figures"] {
  const figures = new Map<string, PartlyLocalisedText>();
  for (const { document } of shown)
    for (const { id, value } of document.kind === "release" ? document.figures : [])
      figures.set(id, { ...figures.get(id), [document.language]: value });
  return [...figures].map(([id, values]) => ({ id, values }));
}
