import { beforeAll, describe, expect, test } from "vitest";
import { mediaPath } from "../../../functions/domain/addresses.ts";
import { partKey } from "../../../functions/storage/newsroom/keys.ts";
import { kitDocument } from "../../worlds/documents/documents.ts";
import { kitAssets } from "../../worlds/documents/kit-assets.ts";
import { RELEASED, uuid } from "../../worlds/documents/parts.ts";
import { type AskedNewsroom, askedNewsroom, smallNewsroom } from "../../worlds/reading/api-newsroom.ts";
import { stored, storedPublication } from "../../worlds/tables/stored.ts";

const NOW = "2026-10-01T00:00:00Z";
const SITE = "https://newsroom.example";

let newsroom: AskedNewsroom;
beforeAll(async () => {
  newsroom = await askedNewsroom(smallNewsroom());
});

describe("a kit", () => {
  test("tells licence, credit, origin and every rendition of each file, with its checksum", async () => {
    const { assets } = await (await newsroom.ask(`/api/v1/kits/${uuid(4)}`, NOW)).json();
    expect(assets[0]).toMatchObject({
      uri: `${SITE}/en/kits/world-day#asset-heart`,
      type: "picture",
      licence: { id: "cc-by-4.0", href: "https://creativecommons.org/licenses/by/4.0/" },
      usageTerms: kitAssets("en")[0]?.usageTerms,
      copyrightHolder: "Dateline",
      copyrightNotice: "© 2026 Dateline",
      infoSources: [{ name: "Dateline" }],
      located: "Astana, Kazakhstan",
      places: [{ name: "Kazakhstan", rel: "country", literal: "KZ" }],
      digitalSourceType: { uri: "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia" },
      renditions: [
        {
          name: "original",
          href: `${SITE}/downloads/world-day/heart.jpg`,
          sizeInBytes: 2_412_345,
          sha256: "1".repeat(64),
        },
        { name: "web-jpeg", href: `${SITE}/downloads/world-day/heart-web.jpg`, width: 1600, height: 1067 },
        { name: "web-webp", href: `${SITE}/downloads/world-day/heart-web.webp`, contentType: "image/webp" },
        {
          name: "thumbnail",
          href: `${SITE}/media/${"e".repeat(64)}/heart-thumbnail.webp`,
          contentType: "image/webp",
          width: 400,
          height: 267,
          sizeInBytes: 6_120,
          sha256: "e".repeat(64),
        },
      ],
    });
  });

  test("tells how long a clip is, and where its poster and captions are", async () => {
    const { assets } = await (await newsroom.ask(`/api/v1/kits/${uuid(4)}`, NOW)).json();
    expect(assets[3].renditions).toMatchObject([
      { name: "original", duration: 30.04 },
      { name: "thumbnail" },
      { name: "poster", href: `${SITE}/media/${"d".repeat(64)}/clip-poster.jpg`, sha256: "d".repeat(64) },
      { name: "captions-en", contentType: "text/vtt" },
      { name: "captions-ru" },
      { name: "captions-kk" },
    ]);
  });

  test("tells its ZIPs as they are now, and what was taken down", async () => {
    const kit = kitDocument("en", { takenDown: [{ id: "portrait", at: "2026-09-12T05:00:00Z" }] });
    const [whole] = kit.archives;
    if (!whole) throw new Error("The kit has no ZIP.");
    const later = {
      ...whole,
      publishAt: "2040-01-01T00:00:00Z",
      path: mediaPath("7".repeat(64), "world-day.zip"),
    };
    const archives = [{ ...whole, until: later.publishAt }, later];
    const other = await askedNewsroom([...smallNewsroom(), ...storedPublication({ ...kit, archives })]);
    const told = await (await other.ask(`/api/v1/kits/${uuid(4)}`, NOW)).json();
    expect(told.archives).toEqual([
      {
        name: "kit",
        href: `${SITE}/downloads/world-day/world-day.zip`,
        contentType: "application/zip",
        sizeInBytes: whole.bytes,
        sha256: "8".repeat(64),
        fileCount: 4,
      },
    ]);
    expect(told.takenDown).toEqual([{ id: "portrait", removedAt: "2026-09-12T05:00:00Z" }]);
  });

  test("of several pages is walked through its links", async () => {
    const { assets, path } = kitDocument();
    const kit = kitDocument("en", { assetCount: 52, pages: { hash: "5f", count: 2 } });
    const other = await askedNewsroom([
      ...smallNewsroom(),
      ...storedPublication(kit),
      stored(partKey(path, "5f", 2), assets.slice(0, 1), RELEASED),
    ]);
    const address = `${SITE}/api/v1/kits/${uuid(4)}?language=en`;
    const first = await (await other.ask(`/api/v1/kits/${uuid(4)}`, NOW)).json();
    expect(first.links).toMatchObject({ self: address, next: `${address}&page=2` });
    const second = await (await other.ask(first.links.next.replace(SITE, ""), NOW)).json();
    expect(second.links).toMatchObject({ self: `${address}&page=2`, prev: address });
    expect(second.assets).toHaveLength(1);
    expect((await other.ask(`/api/v1/kits/${uuid(4)}?page=3`, NOW)).status).toBe(400);
  });
});
