import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../../infra/local/browser.ts";
import { freshWorkplace } from "../worlds/fresh-workplace.ts";
import { npmStart } from "../worlds/started-newsroom.ts";

const workplace = freshWorkplace();
const newsroom = npmStart(workplace);
let address: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [{ address }, browser] = await Promise.all([newsroom.opened(), openBrowser()]);
  page = await (await browser.newContext()).newPage();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await newsroom.interrupt();
  workplace.remove();
});

/** What a browser with nothing kept fetches until nothing more comes: each address with its bytes as sent. */
async function fetched(path: string, viewport: { width: number; height: number }) {
  const bytes = new Map<string, number>();
  const addresses = new Map<string, string>();
  const session = await page.context().newCDPSession(page);
  session.on("Network.responseReceived", ({ requestId, response }) => addresses.set(requestId, response.url));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    bytes.set(addresses.get(requestId) ?? requestId, encodedDataLength),
  );
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.setViewportSize(viewport);
  await page.goto(address + path, { waitUntil: "networkidle" });
  await session.detach();
  return bytes;
}

test.each([
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
])(
  "before scrolling, a kit costs at most 60 KB on a screen of $width by $height",
  async (screen) => {
    for (const language of ["en", "ru", "kk"]) {
      const bytes = await fetched(`/${language}/kits/world-day-2020`, screen);
      const pictures = [...bytes.keys()].filter((url) => /\.(webp|jpg|png)$/.test(url));
      expect(pictures).not.toHaveLength(0);
      expect(pictures.filter((url) => !url.endsWith("-thumbnail.webp"))).toEqual([]);
      expect(sum(bytes.values())).toBeLessThanOrEqual(60_000);
    }
  },
  60_000,
);

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, each) => total + each, 0);
}
