import { expect, test } from "vitest";
import { type Asset, KitDocument } from "../../../functions/domain/documents/kit.ts";
import { NEVER } from "../../../functions/domain/instant.ts";
import { storedValue } from "../../../functions/storage/dynamodb/stored-value.ts";
import { completeBody } from "../../../functions/storage/newsroom/complete-body.ts";
import { bodyHash, item } from "../../../functions/storage/newsroom/parts.ts";
import { inPages } from "../../../functions/workflows/content/compile/kit-pages.ts";
import { kitWithout } from "../../../functions/workflows/publish/stored/stored-kit.ts";
import type { StoredUnit } from "../../../functions/workflows/publish/stored/stored-unit.ts";
import { compiled } from "../../worlds/content/compiled.ts";

const PATH = "/en/kits/photos";
const ZIP = "/downloads/photos/photos.zip";

/** The kit of the small newsroom as stored, with its one asset a hundred times. */
async function manyAssets(): Promise<{ unit: StoredUnit; ids: string[] }> {
  const { media, documents, ...kit } = await compiled("media-kits/photos");
  const english = documents.find(({ path }) => path === PATH);
  const [head] = english?.items ?? [];
  if (!english || !head) throw new Error("There is no kit.");
  const document = storedValue(KitDocument, head.body, head.key);
  const [asset] = document.assets;
  const ids = Array.from({ length: 100 }, (_, i) => `asset-${i}`);
  const assets = ids.flatMap((id): Asset[] => (asset ? [{ ...asset, id }] : []));
  const whole = inPages({ ...document, assetCount: 100, totalBytes: 100, assets });
  const body = JSON.stringify(whole.document);
  const many = {
    ...english,
    items: [item(head.key, body, head.publishAt), ...english.items.slice(1)],
    parts: whole.parts,
  };
  const unit = {
    ...kit,
    media: [],
    stored: { media: media.map(({ key }) => key) },
    documents: documents.map((each) => (each === english ? many : each)),
  };
  return { unit, ids };
}

function kitIn({ documents }: StoredUnit) {
  const document = documents.find(({ path }) => path === PATH);
  const [head] = document?.items ?? [];
  if (!document || !head) throw new Error("There is no kit.");
  const kit = storedValue(KitDocument, completeBody(head, document.parts), head.key);
  const further = document.parts.flatMap(({ body }): Asset[] => JSON.parse(body));
  return { kit, head, ids: [...kit.assets, ...further].map(({ id }) => id) };
}

test("a kit of which nothing goes is the very same", async () => {
  const { unit } = await manyAssets();
  expect(kitWithout(unit, [], () => true)).toBe(unit);
});

test("an asset of a later page goes from its page, and what comes after it moves up", async () => {
  const { unit, ids } = await manyAssets();
  const left = kitIn(kitWithout(unit, [], ({ id }) => id !== "asset-60"));
  expect(left.ids).toEqual(ids.filter((id) => id !== "asset-60"));
  expect(left.kit.assetCount).toBe(99);
  expect(left.kit.pages?.count).toBe(3);
  const few = kitIn(kitWithout(unit, [], ({ id }) => id < "asset-2"));
  expect(few.ids).toEqual(ids.filter((id) => id < "asset-2"));
  expect(few.kit.pages).toBeUndefined();
});

test("an archive that holds what goes, goes; one that does not, stays", async () => {
  const { unit } = await manyAssets();
  const archives = kitIn(unit).kit.archives;
  expect(archives.length).toBeGreaterThan(0);
  const files = (assets: string[]) =>
    archives.map(({ path }) => ({ kind: "media-file" as const, key: path.slice(1), assets }));
  const without = (assets: string[]) => kitWithout(unit, files(assets), ({ id }) => id !== "asset-7");
  expect(kitIn(without(["asset-7"])).kit.archives).toEqual([]);
  expect(without(["asset-7"]).documents.map(({ path }) => path)).not.toContain(ZIP);
  expect(kitIn(without(["asset-8"])).kit.archives).toEqual(archives);
  expect(without(["asset-8"]).documents.map(({ path }) => path)).toContain(ZIP);
});

test("what is stored out of sight stays out of sight", async () => {
  const { unit } = await manyAssets();
  const hidden = {
    ...unit,
    documents: unit.documents.map((document) => ({
      ...document,
      items: document.items.map((each) => ({ ...each, publishAt: NEVER })),
      parts: document.parts.map((each) => ({ ...each, publishAt: NEVER })),
    })),
  };
  const left = kitWithout(hidden, [], ({ id }) =>
    id === "asset-3" ? { until: "2027-01-01T00:00:00Z" } : id !== "asset-4",
  );
  expect(kitIn(left).ids).not.toContain("asset-4");
  for (const { items, parts } of left.documents)
    for (const { publishAt, hash, body } of [...items, ...parts]) {
      expect(publishAt).toBe(NEVER);
      expect(hash).toBe(bodyHash(body));
    }
});

test("lists and sitemaps tell as much as the kit does", async () => {
  const { unit } = await manyAssets();
  const left = kitWithout(unit, [], () => false);
  const entries = left.documents.flatMap(({ items, changes }) => [
    ...items.filter(({ key }) => key.pk.startsWith("list#")),
    ...changes,
  ]);
  expect(entries.length).toBeGreaterThan(3);
  for (const { body } of entries) expect(JSON.parse(body)).toMatchObject({ assetCount: 0, totalBytes: 0 });
  for (const { body } of left.sitemap) expect(body).not.toContain("steppe");
});
