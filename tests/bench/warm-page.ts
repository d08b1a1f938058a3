import type { Instant } from "../../functions/domain/instant.ts";
import { readApp } from "../../functions/http/apps/read-app.ts";
import { newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { localDynamoDbClient } from "../../infra/local/clients.ts";
import type { StoredNewsroom } from "./cold-start.ts";

const NOW: Instant = "2026-11-23T09:00:00Z";
const REQUESTS = 500;
const PAGES = [
  "/en/",
  "/en/releases",
  "/ru/releases/world-day-2020-25-years",
  "/kk/events/world-day-2027",
  "/en/kits/world-day-2020",
  "/en/feed.atom",
];

/** Processor time of a warm page: reading is answered from memory, so what is left is ours. The budget is 2 ms. */
export async function benchWarmPage({ dynamodb, table }: StoredNewsroom): Promise<void> {
  const client = localDynamoDbClient(dynamodb);
  const reader = remembering(newsroomReader(client, table));
  const app = readApp({ reader, clock: () => new Date(NOW), preview: false });
  for (const page of PAGES) {
    for (let n = 0; n < REQUESTS; n++) await (await app.request(page)).text();
    const before = process.cpuUsage();
    for (let n = 0; n < REQUESTS; n++) await (await app.request(page)).text();
    const { user, system } = process.cpuUsage(before);
    console.log(`${page.padEnd(38)} ${((user + system) / 1000 / REQUESTS).toFixed(2)} ms`);
  }
  client.destroy();
}

type Reader = ReturnType<typeof newsroomReader>;

/** A reader that asks the table once for each thing. */
function remembering(reader: Reader): Reader {
  const once = <Arguments extends unknown[], Answer>(ask: (...args: Arguments) => Promise<Answer>) => {
    const known = new Map<string, Promise<Answer>>();
    return (...args: Arguments): Promise<Answer> => {
      const key = JSON.stringify(args);
      const answer = known.get(key) ?? ask(...args);
      known.set(key, answer);
      return answer;
    };
  };
  return {
    document: once(reader.document),
    form: once(reader.form),
    site: once(reader.site),
    item: once(reader.item),
    list: once(reader.list),
    listState: once(reader.listState),
    partition: once(reader.partition),
  };
}
