import { createHash } from "node:crypto";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { Hono } from "hono";
import { onTestFinished } from "vitest";
import { type MediaWindow, mediaPath } from "../../../functions/domain/addresses.ts";
import { mediaPurge } from "../../../functions/storage/buckets/media-purge.ts";
import { startEdge } from "../../../infra/local/edge/edge.ts";
import { freshBucket } from "../tables/tables.ts";

/** A long page, so that it is worth compressing. */
export const LONG_PAGE = `<!doctype html><title>Long</title><p>${"Counter-trafficking. ".repeat(200)}</p>`;

/** An application of three addresses, which also says what reached it. */
function smallApplication(): Hono {
  return new Hono()
    .get("/en/", (c) =>
      c.html(LONG_PAGE, 200, { ETag: '"page"', "Cache-Control": "public, max-age=0, s-maxage=60" }),
    )
    .get("/en/feed.atom", (c) => c.body(LONG_PAGE, 200, { "Content-Type": "application/atom+xml" }))
    .notFound((c) => c.text(`nothing at ${c.req.path}`, 404));
}

/** A local edge in front of a small application and an empty bucket; it ends with the test. */
export async function smallEdge() {
  const { client, bucket } = await freshBucket();
  let time: Date | undefined;
  const { address, stop } = await startEdge({
    port: 0,
    fetch: smallApplication().fetch,
    media: { client, bucket },
    clock: () => time ?? new Date(),
  });
  onTestFinished(stop);
  return {
    address,
    ask: (path: string, init: RequestInit = {}) =>
      fetch(`${address}${path}`, { redirect: "manual", ...init }),
    setTime(instant: string) {
      time = new Date(instant);
    },
    /** Takes bytes back for good. */
    takeBack: (path: string) => mediaPurge(client, bucket).takeBack(path.slice(1), "2026-01-01T00:00:00Z"),
    /** Puts bytes where publishing would, and answers their address. */
    async store(bytes: Uint8Array, name: string, window?: MediaWindow): Promise<string> {
      const path = mediaPath(createHash("sha256").update(bytes).digest("hex"), name, window);
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: path.slice(1),
          Body: bytes,
          ContentType: "application/pdf",
          ContentDisposition: `attachment; filename*=UTF-8''${name}`,
        }),
      );
      return path;
    },
  };
}
