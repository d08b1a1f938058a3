import { beforeAll, describe, expect, test } from "vitest";
import { type NewsroomReader, newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { inFlight } from "../../functions/workflows/in-flight.ts";
import { type Answer, answerTo } from "./answers.ts";
import { differencesBetween } from "./differences.ts";
import { FROZEN_VERSIONS, frozenFolder, openingsOf, readAnswers } from "./frozen-files.ts";
import { frozenStores } from "./frozen-world.ts";
import { isHtml, MEANT_DIFFERENCES } from "./meant-differences.ts";
import { withoutMarkedEntries } from "./removals-in-feeds.ts";
import { newsroomIn } from "./stores.ts";

/** Thousands of reads, mostly of the same items: each is read from the table once. */
function readOnce(reader: NewsroomReader): NewsroomReader {
  const known = new Map<string, Promise<unknown>>();
  const once =
    <Args extends unknown[], Value>(name: string, read: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      const key = JSON.stringify([name, args]);
      const found = known.get(key) ?? read(...args);
      known.set(key, found);
      return found as Promise<Value>;
    };
  return {
    document: once("document", reader.document),
    form: once("form", reader.form),
    site: once("site", reader.site),
    item: once("item", reader.item),
    list: once("list", reader.list),
    listState: once("listState", reader.listState),
    partition: once("partition", reader.partition),
  };
}

/** Asks eight at a time, in the order of what is asked. */
async function inLanes<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  await inFlight([...items.entries()], 8, async ([n, item]) => {
    results[n] = await work(item);
  });
  return results;
}

describe.each(FROZEN_VERSIONS)("over the tables of %s", (version) => {
  const meant = MEANT_DIFFERENCES[version] ?? [];
  let pairs: readonly { readonly former: Answer; readonly present: Answer }[];
  let ask: ReturnType<typeof newsroomIn>["ask"];

  beforeAll(async () => {
    const stores = await frozenStores(version);
    const frozenAt = Date.parse(openingsOf(version).frozenAt);
    const reader = readOnce(newsroomReader(stores.client, stores.newsroom));
    ({ ask } = newsroomIn(stores, () => frozenAt, reader));
    pairs = await inLanes(readAnswers(frozenFolder(version)), async (former) => ({
      former,
      present: await answerTo(ask, former),
    }));
  });

  test("every address is answered with the same status, headers and bytes, but for what is meant", () => {
    const differences = pairs.flatMap(({ former, present }) => differencesBetween(former, present, meant));
    expect(differences.slice(0, 10).join("\n\n"), `${differences.length} answers differ`).toBe("");
    expect(pairs.length).toBeGreaterThan(500);
  });

  test("every difference that is meant is met by an answer", () => {
    const stale = meant.filter((each) => {
      const others = meant.filter((other) => other !== each);
      return !pairs.some(({ former, present }) => differencesBetween(former, present, others).length > 0);
    });
    expect(stale.map(({ reason }) => reason)).toEqual([]);
  });

  test("every anchor that a page had is there still", () => {
    const idsIn = ({ body }: Answer) => [...body.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);
    const lost = pairs
      .filter(({ former }) => isHtml(former) && former.status === 200)
      .flatMap(({ former, present }) => {
        const still = new Set(idsIn(present));
        return idsIn(former)
          .filter((id) => !still.has(id))
          .map((id) => `${former.address}#${id}`);
      });
    expect(lost).toEqual([]);
  });

  test("every entry of a feed has the id that readers know it by, in the same order", () => {
    const feeds = pairs.filter(({ former }) => /feed\.(rss|atom|json)$/.test(former.address));
    for (const { former, present } of feeds)
      expect(idsOfEntries(withoutMarkedEntries(present)), former.address).toEqual(idsOfEntries(former));
    expect(feeds.flatMap(({ former }) => idsOfEntries(former)).length).toBeGreaterThan(300);
  });

  test("what a cache holds is still good: its validator answers 304, where the bytes are the same", async () => {
    const byType = new Map(
      pairs
        .filter(({ former, present }) => former.headers.etag !== undefined && former.body === present.body)
        .map(({ former }) => [former.headers["content-type"], former]),
    );
    for (const { address, headers } of byType.values()) {
      const answer = await ask(address, { headers: { "If-None-Match": headers.etag ?? "" } });
      expect(answer.status, address).toBe(304);
    }
    expect(byType.size).toBeGreaterThan(5);
  });
});

function idsOfEntries({ address, body }: Answer): string[] {
  if (address.endsWith(".json")) return JSON.parse(body).items.map(({ id }: { id: string }) => id);
  return [...body.matchAll(/<(?:guid|id)\b[^>]*>([^<]+)</g)].map(([, id = ""]) => id);
}
