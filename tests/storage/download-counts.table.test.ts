import { once } from "node:events";
import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import type { CountedDownload } from "../../functions/domain/downloads/counted-download.ts";
import { type DownloadCount, tallyOf } from "../../functions/domain/downloads/tally.ts";
import {
  downloadCounter,
  downloadCounts,
  forgetCounts,
} from "../../functions/storage/newsroom/download-counts.ts";
import { documentKey } from "../../functions/storage/newsroom/keys.ts";
import { everyItem } from "../../functions/storage/newsroom/table-scan.ts";
import { localDynamoDbClient } from "../../infra/local/clients.ts";
import { stored, storeItems } from "../worlds/tables/stored.ts";
import { freshNewsroomTable } from "../worlds/tables/tables.ts";

const DAY = "2027-07-30";
const HEART: CountedDownload = {
  day: DAY,
  kit: "world-day",
  file: "heart.jpg",
  rendition: "original",
  by: "reader",
};
const WAIT_MS = 10_000;

async function counting() {
  const { client, table } = await freshNewsroomTable();
  return {
    client,
    table,
    count: downloadCounter(client, table, WAIT_MS),
    async counts(days: readonly string[], kit?: string): Promise<DownloadCount[]> {
      const found: DownloadCount[] = [];
      for await (const each of downloadCounts(client, table, { days, kit })) found.push(each);
      return found;
    },
  };
}

test("a hundred at the same moment are a hundred, on several shards", async () => {
  const { count, counts } = await counting();
  await Promise.all(Array.from({ length: 100 }, () => count(HEART)));
  const found = await counts([DAY]);
  expect(tallyOf(found).readers).toBe(100);
  expect(found.length).toBeGreaterThan(1);
});

test("readers and robots, renditions, kits and days are told apart", async () => {
  const { count, counts } = await counting();
  const downloads: CountedDownload[] = [
    HEART,
    { ...HEART, by: "robot" },
    { ...HEART, rendition: "web-jpeg", file: "heart-web.jpg" },
    { ...HEART, kit: "world-day-2", file: "a#b.jpg" },
    { ...HEART, day: "2027-07-31" },
  ];
  for (const each of downloads) await count(each);
  const ordered = (all: readonly CountedDownload[]) => all.map((each) => JSON.stringify(each)).sort();
  expect(ordered(await counts([DAY, "2027-07-31"]))).toEqual(
    ordered(downloads.map((each) => ({ ...each, count: 1 }))),
  );
  expect((await counts([DAY], "world-day")).length).toBe(3);
  expect(await counts(["2027-08-01"])).toEqual([]);
});

test("whoever reads all that is stored, to take words out of it, does not stumble over counts", async () => {
  const { client, table, count } = await counting();
  await count(HEART);
  await storeItems(client, table, [stored(documentKey("/en/page"), { kind: "page" })]);
  const found: string[] = [];
  for await (const { key } of everyItem(client, table)) found.push(key.pk);
  expect(found).toEqual(["/en/page"]);
});

test("of a table that does not answer, nobody waits long to be counted", async () => {
  const silent = createServer(() => {});
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  onTestFinished(() => {
    silent.closeAllConnections();
    silent.close();
  });
  const address = silent.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const client = localDynamoDbClient(`http://127.0.0.1:${port}`);
  await expect(downloadCounter(client, "any", 50)(HEART)).rejects.toThrow(/abort/i);
});

test("counts whose names endanger someone are forgotten, of every day, and no others", async () => {
  const { client, table, count, counts } = await counting();
  const omarova = { ...HEART, file: "omarova.jpg" };
  for (const each of [HEART, omarova, { ...omarova, day: "2027-07-31" }]) await count(each);
  expect(await forgetCounts(client, table, (name) => name.includes("omarova"))).toBe(2);
  const left = await counts([DAY, "2027-07-31"]);
  expect(left.map(({ file }) => file)).toEqual(["heart.jpg"]);
});
