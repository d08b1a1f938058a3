import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTables } from "../../functions/storage/dynamodb/tables.ts";
import { newsroomLedger } from "../../functions/storage/newsroom/ledger.ts";
import { newsroomWriter } from "../../functions/storage/newsroom/newsroom-writer.ts";
import { publishLease } from "../../functions/storage/newsroom/publish-lease.ts";
import { publish } from "../../functions/workflows/publish/publish.ts";
import { progressOn } from "../../infra/cli/console/publish-words.ts";
import { localDynamoDbClient } from "../../infra/local/clients.ts";
import { startDynamoDbLocal } from "../../infra/local/machine/dynamodb-local.ts";
import { manifestOfMany } from "../worlds/content/manifest.ts";

/** How long publishing an archive takes, and how much memory: all of it, one change, nothing. */
export async function benchPublishing(count: number): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "dateline-bench-"));
  const server = await startDynamoDbLocal({ directory });
  try {
    process.stdout.write(`${count} releases in three languages\n`);
    for (const line of await measure(count, server.endpoint)) process.stdout.write(`  ${line}\n`);
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true });
  }
}

async function measure(count: number, endpoint: string): Promise<string[]> {
  const client = localDynamoDbClient(endpoint);
  const table = `bench-${randomUUID()}`;
  await createTables(client, { newsroom: table, registrations: `${table}-registrations` });
  const clock = () => new Date();
  const holder = { name: "bench", machine: "bench", process: process.pid };
  const lines: string[] = [];

  async function timed(what: string, title: (n: number) => string): Promise<void> {
    const manifest = manifestOfMany(count, (n) => ({ n, title: title(n), figures: 2, weight: 3_000 }));
    const progress = progressOn(process.stderr);
    const begin = performance.now();
    let highest = 0;
    const watch = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage.rss());
    }, 100);
    await publish(
      { manifest },
      {
        writer: newsroomWriter(client, table),
        media: {
          has: async () => true,
          upload: async () => {},
          remove: async () => {},
          takeBack: async () => {},
        },
        ledger: newsroomLedger(client, table),
        lease: publishLease(client, table, { holder, clock }),
        invalidate: async () => {},
        clock,
        report: progress.report,
      },
    );
    clearInterval(watch);
    highest = Math.max(highest, process.memoryUsage.rss());
    progress.end();
    const seconds = ((performance.now() - begin) / 1000).toFixed(2).padStart(8);
    lines.push(`${what.padEnd(24)} ${seconds} s   at most ${Math.round(highest / 1e6)} MB`);
  }

  await timed("everything", () => "First");
  await timed("nothing", () => "First");
  await timed("one change", (n) => (n === 7 ? "Second" : "First"));
  await timed("one more", (n) => (n === 8 || n === 7 ? "Second" : "First"));
  client.destroy();
  return lines;
}
