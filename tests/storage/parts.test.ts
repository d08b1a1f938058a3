import { expect, it } from "vitest";
import type { StoredItem } from "../../functions/storage/dynamodb/item.ts";
import type { Key } from "../../functions/storage/dynamodb/key.ts";
import { documentItems, PART_BYTES, readParts } from "../../functions/storage/newsroom/parts.ts";

const PATH = "/en/releases/long";
const PUBLISH_AT = "2020-07-30T06:00:00Z";

/** A reader over the items of a document, as they would be stored. */
function stored(body: string) {
  const { head, parts } = documentItems(PATH, body, PUBLISH_AT);
  const items = [head, ...parts].map((item): StoredItem => ({ ...item, writtenAt: PUBLISH_AT }));
  const read = async (key: Key) => items.find((item) => item.key.pk === key.pk && item.key.sk === key.sk);
  return { head: { ...head, writtenAt: PUBLISH_AT }, parts, read, items };
}

it("a document that fits an item is one", async () => {
  const { head, parts, read } = stored('{"kind":"page"}');
  expect(parts).toEqual([]);
  expect(await readParts(read, head)).toBe(head);
});

it.each([0, 1, 2, 3])(
  "a larger one comes back whole from its parts, cut after %i bytes of a letter",
  async (within) => {
    const before = '{"kind":"page","html":"';
    const padding = "a".repeat((PART_BYTES - within - before.length) % 4);
    const body = `${before}${padding}${"😀".repeat(PART_BYTES / 2)}"}`;
    expect((PART_BYTES - before.length - padding.length) % 4, "bytes of the letter before the cut").toBe(
      within,
    );
    const { head, parts, read } = stored(body);
    expect(parts).toHaveLength(3);
    for (const part of parts) expect(Buffer.byteLength(part.body)).toBeLessThanOrEqual(PART_BYTES);
    expect((await readParts(read, head))?.body).toBe(body);
  },
);

it("a missing part tells that the document was replaced meanwhile", async () => {
  const { head, read } = stored("x".repeat(PART_BYTES + 1));
  expect(
    await readParts((key) => (key.sk.endsWith("0002") ? Promise.resolve(undefined) : read(key)), head),
  ).toBeUndefined();
});

it("a document of just as many bytes as fit is one item, and one of a byte more has parts", () => {
  expect(stored("x".repeat(PART_BYTES)).parts).toEqual([]);
  expect(stored("x".repeat(PART_BYTES + 1)).parts.map(({ body }) => body.length)).toEqual([PART_BYTES, 1]);
});

it("an item carries its end where it has one, and no empty end", () => {
  const end = "2021-01-01T00:00:00Z";
  expect(documentItems(PATH, "{}", PUBLISH_AT, end).head).toMatchObject({
    until: end,
    publishAt: PUBLISH_AT,
  });
  expect(documentItems(PATH, "{}", PUBLISH_AT).head).not.toHaveProperty("until");
});
