import { expect, test } from "vitest";
import { documentItems } from "../../../functions/storage/newsroom/parts.ts";
import { isOneOf } from "../../../functions/workflows/emergency/taken-files.ts";
import { shownFiles } from "../../../functions/workflows/takedown/shown-file.ts";
import { kitDocument } from "../../worlds/documents/documents.ts";
import { sha256 } from "../../worlds/documents/parts.ts";

test("a file is told as a person knows it: name, kind, size, pixels and caption, and each page that shows it", () => {
  const kit = kitDocument();
  const { head } = documentItems(kit.path, JSON.stringify(kit), kit.publishAt);
  const other = documentItems("/en/kits/other", JSON.stringify({ kind: "gone" }), kit.publishAt).head;
  const document = { parts: [], changes: [], alsoAt: [] };
  const unit = {
    id: "kit/1",
    folder: "media-kits/world-day",
    fingerprint: "1",
    documents: [
      { ...document, path: kit.path, items: [head] },
      { ...document, path: "/en/kits/other", items: [other] },
    ],
    media: [],
    sitemap: [],
    stored: { media: [] },
  };
  const isOne = isOneOf({ hashes: new Set([sha256("2")]), objects: [], archives: [] });
  const { files, pages } = shownFiles(unit, isOne);
  expect(pages).toEqual([kit.path]);
  expect(files).toEqual([
    {
      path: `/media/${sha256("2")}/heart-web.jpg`,
      mediaType: "image/jpeg",
      bytes: 310_120,
      width: 1600,
      height: 1067,
      words: kit.assets[0]?.caption,
    },
  ]);
});
