import { describe, expect, test } from "vitest";
import type { NewsroomDocument } from "../../../functions/domain/documents/document.ts";
import { type Asset, KitDocument } from "../../../functions/domain/documents/kit.ts";
import type { Picture } from "../../../functions/domain/documents/parts.ts";
import { storedValue } from "../../../functions/storage/dynamodb/stored-value.ts";
import { entryKey, formKey, partKey, siteKey } from "../../../functions/storage/newsroom/keys.ts";
import { bodyHash, documentItems, item } from "../../../functions/storage/newsroom/parts.ts";
import { inPages } from "../../../functions/workflows/content/compile/kit-pages.ts";
import type { ManifestDocument, ManifestUnit } from "../../../functions/workflows/manifest.ts";
import { asPublic } from "../../../functions/workflows/media/public-bytes.ts";
import { withoutFiles } from "../../../functions/workflows/publish/without/without-files.ts";
import {
  eventDocument,
  kitDocument,
  pageDocument,
  releaseDocument,
  siteDocument,
} from "../../worlds/documents/documents.ts";
import { kitAssets } from "../../worlds/documents/kit-assets.ts";
import { sha256 } from "../../worlds/documents/parts.ts";

const PATH = `/media/1596096000-/${sha256("7")}/hall.jpg`;
const OTHER = `/media/1596096000-/${sha256("8")}/yard.jpg`;
const isHidden = (path: string) => path === PATH;
const shown = (path: string): Picture => ({
  path,
  mediaType: "image/jpeg",
  bytes: 9,
  width: 3,
  height: 2,
  alt: "A hall",
});
const img = (path: string) => `<img src="${path}" width="3" height="2" alt="A hall" loading="lazy">`;

function documentOf(document: NewsroomDocument, more: Partial<ManifestDocument> = {}): ManifestDocument {
  const { head, parts } = documentItems(document.path, JSON.stringify(document), document.publishAt);
  return {
    path: document.path,
    changes: [],
    alsoAt: [],
    ...more,
    items: [head, ...(more.items ?? [])],
    parts: [...parts, ...(more.parts ?? [])],
  };
}

const unitOf = (documents: ManifestDocument[], more: Partial<ManifestUnit> = {}): ManifestUnit => ({
  id: "release/1",
  folder: "releases/first",
  fingerprint: "1",
  documents,
  media: [],
  sitemap: [],
  ...more,
});

/** Everything that a unit says. */
const saidBy = ({ documents, sitemap }: ManifestUnit) =>
  [...documents.flatMap(({ items, parts, changes }) => [...items, ...parts, ...changes]), ...sitemap]
    .map(({ body }) => body)
    .join("\n");

function headOf(unit: ManifestUnit, path: string) {
  const found = unit.documents.find((document) => document.path === path);
  return JSON.parse(found?.items[0]?.body ?? "null");
}

describe("a file leaves", () => {
  test("a release: above it, its text, its forms, its entries, its changes, the sitemap", () => {
    const html = `<p>Before.</p>\n<p>${img(PATH)}</p>\n<p>After.</p>\n`;
    const release = releaseDocument("en", { image: shown(PATH), html, notes: `<p>${img(PATH)}</p>` });
    const { path, publishAt } = release;
    const entry = { kind: "release", image: shown(PATH), title: "x" };
    const feed = { kind: "feed-entry", image: shown(PATH), html };
    const before = unitOf(
      [
        documentOf(release, {
          items: [
            item(formKey(path, "md"), `# T\n\n![A hall](${PATH})\n\nAfter.\n`, publishAt),
            item(formKey(path, "txt"), "A hall\n\nAfter.\n", publishAt),
            item(entryKey("en", "releases", publishAt, release.id), JSON.stringify(entry), publishAt),
            item(entryKey("en", "feed", publishAt, release.id), JSON.stringify(feed), publishAt),
          ],
          changes: [
            {
              language: "en",
              list: "changes:releases",
              id: release.id,
              publishAt,
              body: JSON.stringify(entry),
            },
          ],
        }),
      ],
      {
        media: [
          asPublic({
            key: PATH.slice(1),
            file: "hall.jpg",
            bytes: 9,
            mediaType: "image/jpeg",
            disposition: "inline",
          }),
        ],
        sitemap: [
          {
            id: release.id,
            kind: "release",
            year: 2020,
            publishAt,
            body: JSON.stringify({ images: [PATH, OTHER] }),
          },
        ],
      },
    );
    const after = withoutFiles(before, isHidden);
    expect(saidBy(after)).not.toMatch(/hall/i);
    expect(headOf(after, path)).toEqual({
      ...JSON.parse(JSON.stringify(release)),
      image: undefined,
      html: "<p>Before.</p>\n<p>After.</p>\n",
      notes: "",
    });
    expect(after.sitemap[0]?.body).toContain(OTHER);
    expect(after.media).toEqual([]);
    expect(withoutFiles(after, isHidden)).toEqual(after);
    expect(after.documents[0]?.items.every(({ hash, body }) => hash === bodyHash(body))).toBe(true);
  });

  test("an event and a page of the organisation", () => {
    const event = eventDocument("ru", { image: shown(PATH) });
    const page = pageDocument("kk", { html: `<p>${img(PATH)}</p>\n<p>${img(OTHER)}</p>\n` });
    const after = withoutFiles(unitOf([documentOf(event), documentOf(page)]), isHidden);
    expect(headOf(after, event.path).image).toBeUndefined();
    expect(headOf(after, page.path).html).toBe(`<p>${img(OTHER)}</p>\n`);
  });

  test("the site, which then has none", () => {
    const body = JSON.stringify(siteDocument("en", { image: shown(PATH) }));
    const document = {
      path: "/en/",
      items: [item(siteKey("en"), body, "0000")],
      parts: [],
      changes: [],
      alsoAt: [],
    };
    const after = withoutFiles(unitOf([document]), isHidden);
    expect(saidBy(after)).not.toContain("image");
  });

  test("a very long text, which stands in parts", () => {
    const html = `<p>${img(PATH)}</p>\n<p>${"Long. ".repeat(60_000)}</p>\n`;
    const release = releaseDocument("en", { html });
    const before = documentOf(release);
    expect(before.parts.length).toBeGreaterThan(1);
    const [after] = withoutFiles(unitOf([before]), isHidden).documents;
    const body = after?.parts.map((part) => part.body).join("") ?? "";
    expect(JSON.parse(body).html).toBe(html.slice(html.indexOf("\n") + 1));
    expect(after?.items[0]?.body).toContain(bodyHash(body));
  });

  test("its download, whose address answers 410, and a ZIP only for as long as it holds it", () => {
    const path = "/downloads/kit/hall.jpg";
    const zip = "/downloads/kit/kit.zip";
    const publishAt = "2020-07-30T08:00:00Z";
    const download = { kind: "download" as const, publishAt, rendition: "original" as const };
    const after = withoutFiles(
      unitOf([
        documentOf({ ...download, path, targets: [{ publishAt, to: PATH }] }),
        documentOf({
          ...download,
          path: zip,
          targets: [
            { publishAt, to: PATH },
            { publishAt: "2021-01-01T00:00:00Z", to: OTHER },
          ],
        }),
      ]),
      isHidden,
    );
    expect(headOf(after, path)).toEqual({ kind: "gone", path, publishAt });
    expect(headOf(after, zip).targets).toEqual([{ publishAt: "2021-01-01T00:00:00Z", to: OTHER }]);
  });

  test("a recording: its still, and its captions in one language", () => {
    const kit = kitDocument();
    const assets = kit.assets.map(
      (asset): Asset => ({
        ...asset,
        poster: PATH,
        captions: [
          { language: "en", path: PATH },
          { language: "ru", path: OTHER },
        ],
      }),
    );
    const after = withoutFiles(unitOf([documentOf({ ...kit, assets })]), isHidden);
    const left: KitDocument = headOf(after, kit.path);
    expect(left.assetCount).toBe(kit.assetCount);
    for (const { poster, captions } of left.assets)
      expect([poster, captions]).toEqual([undefined, [{ language: "ru", path: OTHER }]]);
  });
});

describe("a kit without an asset", () => {
  /** A kit of so many photographs, the n-th of which is hidden; some come later than the others. */
  function kitOf(count: number, language: "en" | "ru" = "en") {
    const [photograph] = kitAssets(language);
    if (!photograph) throw new Error("There is no photograph.");
    const assets = Array.from(
      { length: count },
      (_, n): Asset => ({
        ...photograph,
        id: `a-${n}`,
        renditions: photograph.renditions.map((each) => ({
          ...each,
          bytes: n + 1,
          path: n === 3 ? PATH : OTHER,
        })),
        publishAt: n % 5 === 3 ? "2031-01-01T00:00:00Z" : photograph.publishAt,
      }),
    );
    const kit = { ...kitDocument(language), archives: [], assets };
    return whole(kit);
  }

  /** As compiling makes it: counted, and spread over pages. */
  function whole(kit: KitDocument): { document: ManifestDocument; kit: KitDocument } {
    const at = kit.assets.flatMap(({ publishAt }, n) => (publishAt > "2030" ? [n] : []));
    const bytesOf = (n: number) => kit.assets[n]?.renditions[0]?.bytes ?? 0;
    const own = {
      publishAt: "2031-01-01T00:00:00Z",
      assetCount: at.length,
      totalBytes: at.reduce((sum, n) => sum + bytesOf(n), 0),
      at,
    };
    const { ownTimes: _, ...rest } = kit;
    const counted = Object.fromEntries(
      Object.entries(rest).flatMap(([name, value]): [string, unknown][] => {
        if (name === "assetCount") return [[name, kit.assets.length]];
        if (name !== "totalBytes") return [[name, value]];
        const totalBytes = kit.assets.reduce((sum, __, n) => sum + bytesOf(n), 0);
        return [
          [name, totalBytes],
          ...(at.length > 0 ? [["ownTimes", [own]] satisfies [string, unknown]] : []),
        ];
      }),
    );
    const all = storedValue(KitDocument, JSON.stringify(counted), { pk: kit.path, sk: "document" });
    const { document, parts } = inPages(all);
    return { kit: all, document: documentOf(document, { parts }) };
  }

  test.each([4, 48, 49, 97, 120])("of %i is what compiling the others comes to, page by page", (count) => {
    const { kit, document } = kitOf(count);
    const [after] = withoutFiles(unitOf([document]), isHidden).documents;
    const others = whole({ ...kit, assets: kit.assets.filter(({ id }) => id !== "a-3") });
    expect(after).toEqual(others.document);
  });

  test("counts in lists of every language what the kit does", () => {
    const { kit, document } = kitOf(60);
    const { assetCount, totalBytes, ownTimes } = kit;
    const entry = JSON.stringify({
      kind: "kit",
      title: "K",
      assetCount,
      totalBytes,
      ownTimes: ownTimes?.map(({ at: _, ...each }) => each),
    });
    const listed = item(entryKey("ru", "kits", kit.publishAt, kit.id), entry, kit.publishAt);
    const beside = {
      path: "/ru/kits/kit",
      items: [listed],
      parts: [],
      changes: [
        {
          language: "ru" as const,
          list: "changes:kits" as const,
          id: kit.id,
          publishAt: kit.publishAt,
          body: entry,
        },
      ],
      alsoAt: [],
    };
    const after = withoutFiles(unitOf([document, beside]), isHidden);
    const left: KitDocument = headOf(after, kit.path);
    for (const body of [after.documents[1]?.items[0]?.body, after.documents[1]?.changes[0]?.body])
      expect(JSON.parse(body ?? "")).toEqual({
        kind: "kit",
        title: "K",
        assetCount: 59,
        totalBytes: left.totalBytes,
        ownTimes: left.ownTimes?.map(({ at: _, ...each }) => each),
      });
  });

  test("that is a draft stays one on every page", () => {
    const { document } = kitOf(60);
    const never = "9999-12-31T23:59:59Z";
    const draft = {
      ...document,
      items: document.items.map((each) => ({ ...each, publishAt: never })),
      parts: document.parts.map((each) => ({ ...each, publishAt: never })),
    };
    const [after] = withoutFiles(unitOf([draft]), isHidden).documents;
    for (const each of [...(after?.items ?? []), ...(after?.parts ?? [])]) expect(each.publishAt).toBe(never);
    expect(after?.parts[0]?.key).toEqual(
      partKey(document.path, JSON.parse(after?.items[0]?.body ?? "").pages.hash, 2),
    );
  });
});

test("what shows none of the files stays as it is, byte by byte", () => {
  const release = releaseDocument("en", {
    image: shown(OTHER),
    html: `<p>${img(OTHER)}</p><p><a href="/en/about">x</a></p>`,
  });
  const before = unitOf([
    documentOf(release, {
      items: [item(formKey(release.path, "md"), `![x](${OTHER}) [a](/en/about)`, release.publishAt)],
    }),
    documentOf(kitDocument()),
  ]);
  expect(withoutFiles(before, isHidden)).toEqual(before);
});
