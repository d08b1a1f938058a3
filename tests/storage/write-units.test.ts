import { expect, test } from "vitest";
import { heldBy } from "../../functions/storage/dynamodb/condition.ts";
import { itemBytes, writeUnits } from "../../functions/storage/dynamodb/write-units.ts";
import { item } from "../../functions/storage/newsroom/parts.ts";

const NOW = "2026-01-01T00:00:00Z";
const note = (body: string) => ({ ...item({ pk: "p", sk: "s" }, body, NOW), writtenAt: NOW });
const EMPTY =
  "pkp".length +
  "sks".length +
  "body".length +
  "hash".length +
  32 +
  "publishAt".length +
  20 +
  "writtenAt".length +
  20;

test("an item weighs the bytes of its names and values", () => {
  expect(itemBytes(note(""))).toBe(EMPTY);
  expect(itemBytes(note("қазақша"))).toBe(EMPTY + 14);
});

test("a transaction costs two units for every begun KB of each item, checks and removals included", () => {
  const full = note("x".repeat(1024 - EMPTY));
  const more = note("x".repeat(1025 - EMPTY));
  const key = { pk: "p", sk: "s" };

  expect(writeUnits([{ put: full }])).toBe(2);
  expect(writeUnits([{ put: more }])).toBe(4);
  expect(writeUnits([{ put: more }, { remove: key }, { check: key, condition: heldBy("me") }])).toBe(8);
});
