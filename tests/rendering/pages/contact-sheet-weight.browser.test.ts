import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LANGUAGES, type Language } from "../../../functions/domain/language.ts";
import { kitPage } from "../../../functions/rendering/pages/kit/kit-page.tsx";
import { openBrowser } from "../../../infra/local/machine/browser.ts";
import { kitDocument, releaseDocument } from "../../worlds/documents/documents.ts";
import { kitAssets, pictureRenditions } from "../../worlds/documents/kit-assets.ts";
import { pageContext } from "../../worlds/reading/every-page.ts";

/** As heavy as a thumbnail that carries its rights gets. */
const THUMBNAIL_BYTES = 5_200;
let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  const picture = await sharp({
    create: { width: 400, height: 267, channels: 3, background: "#5b7fa6" },
  })
    .webp()
    .toBuffer();
  const thumbnail = Buffer.concat([picture, Buffer.alloc(THUMBNAIL_BYTES - picture.length)]);
  server = createServer(({ url = "" }, answer) => {
    if (url.startsWith("/media/")) return answer.setHeader("Content-Type", "image/webp").end(thumbnail);
    answer.setHeader("Content-Encoding", "gzip").setHeader("Content-Type", "text/html; charset=utf-8");
    answer.end(gzipSync(pageOf24(LANGUAGES.find((each) => url === `/${each}`) ?? "en")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  if (typeof bound !== "object" || !bound) throw new Error("The server has no port.");
  address = `http://127.0.0.1:${bound.port}`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** A kit of 24 photographs with words and hashes that no compressor knows. */
function pageOf24(language: Language): string {
  const known = releaseDocument(language)
    .html.replace(/<[^>]+>/g, " ")
    .split(/\s+/);
  const words = (seed: number, count: number) =>
    Array.from(
      { length: count },
      (_, n) => known[(n * n * 31 + n * 7 * seed + seed * 13) % known.length],
    ).join(" ");
  const [first] = kitAssets(language);
  if (!first) throw new Error("The kit has no photograph.");
  const assets = Array.from({ length: 24 }, (_, n) => ({
    ...first,
    id: `picture-${n}`,
    headline: words(n + 1, 5),
    caption: words(n + 2, 25),
    alt: words(n + 3, 15),
    created: `2026-0${1 + (n % 9)}-1${n % 10}`,
    renditions: pictureRenditions(`picture-${n}`).map((each) => ({
      ...each,
      bytes: each.bytes + n * 7919,
      path: each.path.replace(/[0-9a-f]{64}/, createHash("sha256").update(each.path).digest("hex")),
    })),
  }));
  return kitPage(pageContext(language), kitDocument(language, { assets, assetCount: 24 }), {
    page: 1,
    pages: 1,
  });
}

test.each([
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
])(
  "before scrolling, 24 photographs cost at most 60 KB on a screen of $width by $height",
  async (viewport) => {
    const page = await browser.newPage({ viewport });
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    for (const language of LANGUAGES) {
      let bytes = 0;
      let asked = 0;
      let loaded = 0;
      const begin = () => asked++;
      const count = ({ encodedDataLength }: { encodedDataLength: number }) => {
        bytes += encodedDataLength;
        loaded++;
      };
      session.on("Network.requestWillBeSent", begin);
      session.on("Network.loadingFinished", count);
      await page.goto(`${address}/${language}`, { waitUntil: "networkidle" });
      // A busy machine may lay the page out, and ask for its pictures, after a moment of idleness.
      await page.waitForFunction(firstPictureIsLoaded);
      await expect.poll(() => loaded, { timeout: 10_000 }).toBe(asked);
      session.off("Network.requestWillBeSent", begin);
      session.off("Network.loadingFinished", count);
      expect(loaded).toBeGreaterThan(1);
      expect(bytes).toBeLessThanOrEqual(60_000);
    }
  },
);

/** Runs in the page: whether its first picture, which browsers load before it is in sight, is there. */
function firstPictureIsLoaded(): boolean {
  const [first] = document.images;
  return first?.complete === true && first.naturalWidth > 0;
}
