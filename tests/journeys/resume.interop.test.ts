import { createHash, randomBytes } from "node:crypto";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { expect, onTestFinished } from "vitest";
import { mediaPath } from "../../functions/domain/addresses.ts";
import { tallyOf } from "../../functions/domain/downloads/tally.ts";
import type { Instant } from "../../functions/domain/instant.ts";
import { startEdge } from "../../infra/local/edge/edge.ts";
import { DOWNLOAD_TOOLS, downloadWith } from "../worlds/commands/download-tools.ts";
import { testWith } from "../worlds/commands/programs.ts";
import { downloadsWorld, storedDownload } from "../worlds/documents/downloads.ts";
import { fc } from "../worlds/documents/fast-check.ts";
import { cuttingProxy } from "../worlds/tables/cutting-proxy.ts";
import { freshBucket } from "../worlds/tables/tables.ts";

const NOW: Instant = "2027-08-01T12:00:00Z";
const LIFT: Instant = "2027-07-30T06:00:00Z";
const END: Instant = "2027-09-30T06:00:00Z";
const MEGABYTES = 20;
const SEED = 3;

/** A newsroom at its edge with one ZIP of 20 MB, which may be had until its window ends. */
async function kitOnAnEdge() {
  const bytes = randomBytes(MEGABYTES * 1024 * 1024);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const to = mediaPath(sha256, "world-day.zip", { from: LIFT, until: END });
  const { client, bucket } = await freshBucket();
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: to.slice(1), Body: bytes }));
  const window = { publishAt: LIFT, until: END };
  const world = await downloadsWorld([
    storedDownload("world-day.zip", { ...window, rendition: "kit", targets: [{ ...window, to }] }),
  ]);
  const { address, stop } = await startEdge({
    port: 0,
    fetch: () => new Response(null, { status: 404 }),
    downloads: (request) => world.at(NOW).fetch(request),
    media: { client, bucket },
    clock: () => new Date(NOW),
  });
  onTestFinished(stop);
  return { address, sha256, counted: async () => tallyOf(await world.counts(NOW.slice(0, 10))) };
}

/** Where a poor line breaks: the same places in every run. */
const offsets = fc.sample(fc.integer({ min: 100_000, max: 5_000_000 }), { seed: SEED, numRuns: 12 });

for (const tool of DOWNLOAD_TOOLS)
  testWith(tool)(
    `${tool} gets a ZIP whole over a line that breaks again and again, and that is one download`,
    async () => {
      const { address, sha256, counted } = await kitOnAnEdge();
      const line = await cuttingProxy(address, offsets);
      const got = await downloadWith(tool, `${line.address}/downloads/world-day/world-day.zip`);
      expect(got.sha256).toBe(sha256);
      expect(line.cuts()).toBeGreaterThan(3);
      const { readers, robots } = await counted();
      expect(readers + robots).toBe(1);
    },
  );
