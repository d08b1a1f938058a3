import { expect, test } from "vitest";
import type { HeldFile } from "../../../functions/workflows/takedown/held-files.ts";
import { sameFile } from "../../../functions/workflows/takedown/same-file.ts";
import { sha256 } from "../../worlds/documents/parts.ts";

const file = (unit: string, digit: string, name: string, more: Partial<HeldFile> = {}): HeldFile => ({
  kind: "media-file",
  unit,
  key: `media/0-/${sha256(digit)}/${name}`,
  assets: [],
  ...more,
});

const original = file("kit/1", "1", "a.jpg", { assets: ["a"], sources: [sha256("f")] });
const web = file("kit/1", "2", "a-web.jpg", { assets: ["a"], sources: [sha256("f")] });
const other = file("kit/1", "3", "b.jpg", { assets: ["b"], sources: [sha256("e")] });
const zip = file("kit/1", "4", "kit.zip", { assets: ["a", "b"], sources: [sha256("f"), sha256("e")] });
const copied = file("release/1", "f", "lead.jpg");
const held = [original, web, other, zip, copied];

test("published bytes lead to the file that they were made of, and from there to all else that was, in any unit", () => {
  const found = sameFile([sha256("2")], held);
  expect(found.objects).toEqual([original, web, copied]);
  expect(found.archives).toEqual([zip]);
  expect([...found.hashes].sort()).toEqual(["1", "2", "f"].map(sha256));
});

test("what an archive is made of beside it is not the same file", () => {
  expect(sameFile([sha256("e")], held).objects).toEqual([other]);
});

test("of what 0.1 noted without sources, all that was made of the asset is the same file", () => {
  const former = held.map(({ sources: _, ...each }): HeldFile => each);
  const found = sameFile([sha256("2")], former);
  expect(found.objects.map(({ key }) => key)).toEqual([original, web].map(({ key }) => key));
  expect(found.archives.map(({ key }) => key)).toEqual([zip.key]);
});

test("an asset of the same id in another kit is another file", () => {
  const former = [
    file("kit/1", "1", "a.jpg", { assets: ["a"] }),
    file("kit/2", "2", "a.jpg", { assets: ["a"] }),
  ];
  expect(sameFile([sha256("1")], former).objects).toEqual([former[0]]);
});

test("a hash that nothing has is known all the same, so that it cannot come", () => {
  expect(sameFile([sha256("9")], held)).toEqual({
    hashes: new Set([sha256("9")]),
    objects: [],
    archives: [],
  });
});
