import type { Detail } from "../../domain/detail.ts";
import type { Instant } from "../../domain/instant.ts";
import { unitKindOf } from "../../domain/kinds.ts";
import type { StoredItem } from "../../storage/dynamodb/item.ts";
import { storedValue } from "../../storage/dynamodb/stored-value.ts";
import { readFence, redactedItem } from "../../storage/newsroom/fence.ts";
import { Holding } from "../../storage/newsroom/ledger.ts";
import { parseNewsroomKey } from "../../storage/newsroom/parse-key.ts";
import type { EmergencyAtWork, EmergencyOutcome } from "../emergency/emergency-newsroom.ts";
import { publishStored } from "../emergency/publish-stored.ts";
import { addressesOfDocument } from "../publish/changes/changed-addresses.ts";
import { keyText } from "../publish/stored/held-items.ts";
import type { StoredUnit } from "../publish/stored/stored-unit.ts";
import { redactedUnit, standInTexts } from "./redacted-unit.ts";
import { PartedBodies } from "./shown.ts";
import { standsIn, wordsStandIn } from "./stored-words.ts";

/** What is to be taken out of what is published. */
export interface PresentOrder {
  readonly detail: Detail;
  readonly replacement: string;
  /** Folders of content, or `site.yaml`; undefined stands for all. */
  readonly folders: readonly string[] | undefined;
  /** Units of these whose content changes, published or not. */
  readonly units: readonly string[];
  /** The time that their files will note. */
  readonly at: Instant;
}

/**
 * Takes the words out of the texts of everything that is published from these folders, before anything else and
 * whatever is wrong with the content. From then on no publication brings back content that does not note the redaction.
 */
export async function redactPresent(
  newsroom: EmergencyAtWork,
  items: () => AsyncIterable<StoredItem>,
  { detail, replacement, folders, units, at }: PresentOrder,
): Promise<EmergencyOutcome> {
  const records = await newsroom.ledger.records();
  const standing = await unitsWithWords(items, detail);
  const isMeant = (folder: string) => folders?.includes(folder) ?? true;
  for (const unit of units) await fenceOff(newsroom, unit, at);
  const addresses: EmergencyOutcome["addresses"][number][] = [];
  for (const unit of standing) {
    const folder = records.get(unit)?.folder;
    if (folder === undefined || !isMeant(folder)) continue;
    if (canNote(unit)) await fenceOff(newsroom, unit, at);
    const done = await publishStored(newsroom, unit, `redacted ${at}`, (stored) =>
      redactedUnit(stored, detail, replacement),
    );
    if (done) addresses.push(...changedAddresses(done, detail).map(answering));
  }
  return { addresses: [...new Map(addresses.map((each) => [each.address, each])).values()] };
}

/** Before its time an address answers 404, and what is gone 410. */
const answering = (address: string) => ({ address, answers: [200, 404, 410] });

/** Those with a file of their own: a series is part of site.yaml. */
const canNote = (unit: string) => unit === "site" || unitKindOf(unit) !== undefined;

/** Adds a redaction to those that content must note to be published. */
export async function fenceOff(
  { writer, held }: Pick<EmergencyAtWork, "writer" | "held">,
  unit: string,
  at: Instant,
): Promise<void> {
  const former = (await readFence(writer)).redactions.get(unit) ?? [];
  if (former.includes(at)) return;
  const row = redactedItem(unit, [...former, at].sort());
  await writer.transact([held.guard(0), { put: { ...row, writtenAt: at } }]);
}

/** Units in whose documents, lists and other items the words stand now. */
async function unitsWithWords(items: () => AsyncIterable<StoredItem>, detail: Detail): Promise<Set<string>> {
  const unitOf = new Map<string, string>();
  const named = new Set<string>();
  const parted = new PartedBodies();
  for await (const item of items()) {
    const key = parseNewsroomKey(item.key);
    if (key?.kind === "holding") {
      const holding = storedValue(Holding, item.body, item.key);
      for (const each of [...holding.items, ...holding.parts]) unitOf.set(keyText(each), key.unit);
    } else if (!parted.add(item) && standsIn(item, detail)) named.add(keyText(item.key));
  }
  for (const { body, parts } of parted.all())
    if (wordsStandIn(body, detail)) for (const { key } of parts) named.add(keyText(key));
  return new Set([...named].flatMap((name) => unitOf.get(name) ?? []));
}

/**
 * Addresses of the documents of which something changed. Where ids or names of files hold the words, they are left to
 * the content, and so are these addresses.
 */
function changedAddresses(
  { before, after }: { before: StoredUnit; after: StoredUnit },
  detail: Detail,
): string[] {
  const addressesOf = (documents: StoredUnit["documents"]) =>
    documents.flatMap(addressesOfDocument).filter((address) => !address.includes("*"));
  const isLeft = ({ items, parts }: StoredUnit["documents"][number]) =>
    [...items, ...parts].some(({ body }) => standInTexts(body, detail));
  const left = new Set(addressesOf(after.documents.filter(isLeft)));
  const changed = after.documents.filter((document, i) => document !== before.documents[i]);
  return addressesOf(changed).filter((address) => !left.has(address));
}
