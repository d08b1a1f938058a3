import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { detailOf } from "../../../functions/domain/detail.ts";
import { changesKey } from "../../../functions/storage/newsroom/keys.ts";
import { item } from "../../../functions/storage/newsroom/parts.ts";
import { keptText } from "../../../functions/workflows/emergency/kept-unit.ts";
import { redactHidden } from "../../../functions/workflows/redact/redact-hidden.ts";
import { fileSearch } from "../../../functions/workflows/redact/search/search-file.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { illustratedFiles } from "../../worlds/content/illustrated.ts";
import { emergencyWorld, hideOrder } from "../../worlds/emergency/emergencies.ts";
import { drawn } from "../../worlds/media/pictures.ts";

const BEFORE = "2026-03-01T09:00:00Z";
const LATER = "2026-03-02T10:00:00Z";
const detail = detailOf(["Omarova"]);
const search = fileSearch(detail, temporaryFolder());

test("a hidden file and former documents that hold the words are destroyed, so that showing them again brings nothing back", async () => {
  const world = await emergencyWorld(await illustratedFiles());
  world.edit("media-kits/photos/en.md", (text) => text.replace("The dawn.", "Omarova at dawn."));
  await world.publish(BEFORE);
  const subject = await world.subject("photos/dawn");
  await world.order(hideOrder(world, subject));

  const { destroyed } = await redactHidden(world.hidden, detail, search);

  expect(destroyed).toBeGreaterThan(1);
  const left: string[] = [];
  for await (const { key } of world.hidden.objects()) left.push(key);
  expect(left.filter((key) => key.includes("/units/"))).toEqual([]);
  await world.order({ verb: "unhide", id: "first", what: subject.what });
  expect(await world.keys("dawn")).toEqual([]);
  world.edit("media-kits/photos/en.md", (text) => text.replace("Omarova at dawn", "A woman at dawn"));
  await world.publish(LATER, { answerRemoval: async () => "safety" });
  expect(await world.keys("dawn")).not.toEqual([]);
  expect(await (await world.at(LATER).request("/en/kits/photos")).text()).toContain("A woman at dawn");
});

test("former documents are destroyed that told of a change in which the words stand apart", async () => {
  const changes = { changes: [{ at: BEFORE, kind: "minor", paragraphs: [runs("Omar", "ova")] }] };
  const body = JSON.stringify({ kind: "changes", path: "/en/releases/first", language: "en", ...changes });
  const told = item(changesKey("/en/releases/first"), body, BEFORE);
  const document = { path: "/en/releases/first", items: [], parts: [], changes: [], alsoAt: [], told };
  const unit = { id: "1", folder: "releases/first", fingerprint: "1", documents: [document], media: [] };
  const kept = keptText({ ...unit, sitemap: [], stored: { media: [] } });
  const removed: string[] = [];
  const originals = {
    async *objects() {
      yield { key: "hidden/1/units/release/1", bytes: kept.length, current: true };
    },
    open: async () => Readable.from([kept]),
    remove: async (key: string) => void removed.push(key),
  };
  await redactHidden(originals, detail, search);
  expect(removed).toEqual(["hidden/1/units/release/1"]);
});

const runs = (...words: string[]) => words.map((text) => ({ type: "same", text }));

test("hidden files without the words stay, and what no search sees is named", async () => {
  const files = new Map<string, string | Buffer>([
    ["hidden/1/objects/media/a/clean.txt", "nobody"],
    ["hidden/1/objects/media/a/omarova.txt", "nobody"],
    ["hidden/1/objects/media/a/picture.png", await drawn().png().toBuffer()],
    ["hidden/1/units/release/1", '{"title":"<b>Omar</b>ova"}'],
    ["hidden/1/units/release/2", '{"title":"nobody"}'],
    ["0123", "Omarova"],
  ]);
  const originals = {
    async *objects(prefix = "") {
      for (const [key, content] of [...files])
        if (key.startsWith(prefix)) yield { key, bytes: content.length, current: true };
    },
    open: async ({ key }: { readonly key: string }) => Readable.from([files.get(key) ?? ""]),
    remove: async (key: string) => void files.delete(key),
  };
  const { destroyed, unknown } = await redactHidden(originals, detail, search);

  expect(destroyed).toBe(1);
  expect([...files.keys()]).not.toContain("hidden/1/objects/media/a/omarova.txt");
  expect(files.size).toBe(5);
  expect(unknown.map(({ path }) => path)).toEqual(["hidden/1/objects/media/a/picture.png"]);
});
