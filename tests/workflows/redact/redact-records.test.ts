import { expect, test } from "vitest";
import { detailOf } from "../../../functions/domain/detail.ts";
import type { NewsroomItem, StoredItem } from "../../../functions/storage/dynamodb/item.ts";
import { hiddenItem, readHidden } from "../../../functions/storage/newsroom/fence.ts";
import { availabilityKey } from "../../../functions/storage/newsroom/keys.ts";
import { item } from "../../../functions/storage/newsroom/parts.ts";
import { type EmergencyOrder, pendingItem } from "../../../functions/storage/newsroom/pending-emergencies.ts";
import { takedownItem } from "../../../functions/storage/newsroom/takedowns.ts";
import { pendingEmergency } from "../../../functions/workflows/emergency/perform-emergency.ts";
import { redactedPast } from "../../../functions/workflows/redact/redact-past.ts";
import { redactedRecord } from "../../../functions/workflows/redact/redact-records.ts";

const AT = "2026-03-01T10:00:00Z";
const HASH = "ada0".repeat(16);
const detail = detailOf(["Omarova", "Ada"]);
const stored = (item: NewsroomItem): StoredItem => ({ ...item, writtenAt: AT });

const pending = (order: EmergencyOrder) => stored(pendingItem(pendingEmergency(order, "Dana", AT)));
const hidden = stored(
  hiddenItem({
    kind: "hidden",
    id: "ada00000-0000-4000-8000-000000000000",
    at: AT,
    until: "2026-03-04T10:00:00Z",
    by: "Dana",
    what: "media-kits/omarova/portrait-of-omarova.jpg",
    hashes: [HASH],
    objects: [`media/1-/${HASH}/PortraitOmarova.jpg`],
    units: ["kit/1"],
  }),
);
const takedown = (kit: string, asset: string) =>
  stored(
    takedownItem({
      kind: "takedown-record",
      at: AT,
      by: "Dana",
      reason: "Omarova asked",
      removed: [],
      kit,
      asset,
    }),
  );
const file = { at: AT, by: "Dana", hashes: [HASH] };

test.each<[string, StoredItem]>([
  ["a hiding", hidden],
  ["a takedown", takedown("photos", "portrait")],
  ["a takedown of what is called so", takedown("omarova", "omarova-2")],
  ["an order to redact", pending({ verb: "redact", folders: ["releases/omarova-speaks"] })],
  ["an order to hide", pending({ verb: "hide", id: "1", what: "photos/omarova", until: AT, ...file })],
  ["an order to show again", pending({ verb: "unhide", id: "1", what: "photos/omarova" })],
  [
    "an order to take down",
    pending({
      verb: "takedown",
      what: "photos/omarova",
      reason: "Omarova",
      kit: "omarova",
      asset: "omarova",
      ...file,
    }),
  ],
  [
    "an order to withdraw",
    pending({
      verb: "withdraw",
      unit: "release/1",
      folder: "releases/omarova",
      at: AT,
      note: { en: "Omarova" },
    }),
  ],
])("the record of %s is kept without the words, and rewritten once", (_, item) => {
  const steps = redactedRecord(item, detail, "[…]");
  const [put, remove] = steps;
  if (!put || !("put" in put)) throw new Error("Nothing is rewritten.");

  expect(`${put.put.key.pk} ${put.put.key.sk} ${put.put.body}`).not.toMatch(/omarova/i);
  expect(remove).toEqual(put.put.key.sk === item.key.sk ? undefined : { remove: item.key });
  expect(redactedRecord({ ...put.put }, detail, "[…]")).toEqual([]);
});

test("hashes stay, whatever letters are in them, so that no file comes back", () => {
  const [put] = redactedRecord(hidden, detail, "[…]");
  if (!put || !("put" in put)) throw new Error("Nothing is rewritten.");
  expect(readHidden(put.put)).toMatchObject({
    what: "media-kits/removed/portrait-of-removed.jpg",
    hashes: [HASH],
    objects: [`media/1-/${HASH}/removed`],
  });
});

test("a level of seats at a place that is called so is removed, for housekeeping to write it anew; others stay", () => {
  const levels = (place: string) =>
    stored(
      item(
        availabilityKey("1"),
        JSON.stringify({ kind: "availability", places: [{ place, level: "few", since: AT }] }),
        AT,
      ),
    );
  const step = (place: string) => redactedPast(levels(place), detail, "[…]", () => AT);
  expect(step("omarova-hall")).toEqual({ remove: availabilityKey("1") });
  expect(step("hall")).toBeUndefined();
});
