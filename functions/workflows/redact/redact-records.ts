import type { Detail } from "../../domain/detail.ts";
import type { NewsroomItem, StoredItem } from "../../storage/dynamodb/item.ts";
import type { Operation } from "../../storage/dynamodb/transaction.ts";
import { type HiddenRecord, hiddenItem, readHidden } from "../../storage/newsroom/fence.ts";
import { parseNewsroomKey } from "../../storage/newsroom/parse-key.ts";
import {
  type EmergencyOrder,
  type PendingEmergency,
  pendingItem,
  readPending,
} from "../../storage/newsroom/pending-emergencies.ts";
import { readTakedown, type TakedownRecord, takedownItem } from "../../storage/newsroom/takedowns.ts";
import { unnamed } from "./names.ts";

/**
 * Takes the words out of what is kept of emergencies, which names what each was about: paths, slugs, names of files, and
 * why. Who did what when stays on record, and so do the hashes that keep files from coming back.
 *
 * @returns steps in their order; none for any other item
 */
export function redactedRecord(item: StoredItem, detail: Detail, replacement: string): Operation[] {
  const after = recordWithout(
    item,
    (path) => unnamed(path, detail),
    (text) => detail.removedFrom(text, replacement),
  );
  if (!after || after.hash === item.hash) return [];
  const put: Operation = { put: { ...item, ...after } };
  return after.key.sk === item.key.sk ? [put] : [put, { remove: item.key }];
}

type Without = (text: string) => string;

function recordWithout(item: StoredItem, path: Without, text: Without): NewsroomItem | undefined {
  switch (parseNewsroomKey(item.key)?.kind) {
    case "takedown":
      return takedownItem(takedownWithout(readTakedown(item), path, text));
    case "pending":
      return pendingItem(pendingWithout(readPending(item), path, text));
    case "hidden":
      return hiddenItem(hiddenWithout(readHidden(item), path));
    default:
      return undefined;
  }
}

function takedownWithout(record: TakedownRecord, path: Without, text: Without): TakedownRecord {
  const { reason, kit, asset, removed } = record;
  return { ...record, reason: text(reason), kit: path(kit), asset: path(asset), removed: removed.map(path) };
}

function hiddenWithout(record: HiddenRecord, path: Without): HiddenRecord {
  return { ...record, what: path(record.what), objects: record.objects.map(path) };
}

function pendingWithout(pending: PendingEmergency, path: Without, text: Without): PendingEmergency {
  return { ...pending, order: orderWithout(pending.order, path, text) };
}

function orderWithout(order: EmergencyOrder, path: Without, text: Without): EmergencyOrder {
  switch (order.verb) {
    case "redact":
      return { ...order, folders: order.folders.map(path) };
    case "hide":
    case "unhide":
      return { ...order, what: path(order.what) };
    case "takedown": {
      const { what, reason, kit, asset } = order;
      return { ...order, what: path(what), reason: text(reason), kit: path(kit), asset: path(asset) };
    }
    default: {
      const { folder, note } = order;
      const words = Object.entries(note ?? {}).map(([language, words]) => [language, words && text(words)]);
      return { ...order, folder: path(folder), ...(note && { note: Object.fromEntries(words) }) };
    }
  }
}
