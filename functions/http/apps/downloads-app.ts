import type { Context } from "hono";
import { Hono } from "hono/quick";
import * as v from "valibot";
import {
  DownloadDocument,
  downloadTarget,
  GoneDocument,
  RedirectDocument,
} from "../../domain/documents/signpost.ts";
import { countedDownload } from "../../domain/downloads/counted-download.ts";
import { RANGE_HEADER } from "../../domain/edge-header.ts";
import { type Instant, toInstant } from "../../domain/instant.ts";
import { readVisible } from "../../storage/dynamodb/read-item.ts";
import type { CountDownload } from "../../storage/newsroom/download-counts.ts";
import { CORS_HEADERS } from "../answers/answer.ts";
import { goneRefusal } from "../answers/gone.ts";
import { isPlainPath, nothingHere } from "../answers/nothing-here.ts";
import { redirect } from "../answers/redirect.ts";
import { answerRefusals } from "../answers/refusals.ts";
import type { ReadDependencies } from "../request/dependencies.ts";

export interface DownloadDependencies extends ReadDependencies {
  readonly count: CountDownload;
  /** Is told why a download was not counted; the reader is not. */
  readonly uncounted: (cause: unknown, now: Instant) => void;
}

/** What can stand at an address of a download. */
const Signpost = v.variant("kind", [DownloadDocument, RedirectDocument, GoneDocument]);

/**
 * `/downloads/{kit}/{file}`: decides whether the file may be had at the time of the request, counts, and leads to its
 * bytes, none of which pass through here. What is embargoed or over answers like an address that never was.
 *
 * @example
 * const app = downloadsApp({ reader, count, uncounted, clock: () => new Date(), preview: false });
 * const answer = await app.request("/downloads/world-day/heart.jpg"); // 302, Location: /media/...
 */
export function downloadsApp(dependencies: DownloadDependencies): Hono {
  const { reader, clock } = dependencies;
  const app = new Hono();
  app.get("*", async (c) => {
    const now = toInstant(clock());
    const { path } = c.req;
    const stored = isPlainPath(path) ? await reader.document(path) : undefined;
    const document = readVisible(Signpost, stored, now)?.value;
    switch (document?.kind) {
      case undefined:
        throw nothingHere();
      case "gone":
        throw goneRefusal();
      case "redirect":
        return redirect(c, document.to);
      case "download": {
        const target = downloadTarget(document, now);
        if (target === undefined) throw nothingHere();
        await counted(dependencies, c, document, now);
        return redirect(c, target, 302, CORS_HEADERS);
      }
    }
  });
  answerRefusals(app, dependencies);
  return app;
}

/** Lambda stops when the answer is out, so it waits to be counted, as long as `CountDownload` takes at most. */
async function counted(
  { count, uncounted }: DownloadDependencies,
  c: Context,
  document: DownloadDocument,
  now: Instant,
): Promise<void> {
  const request = {
    method: c.req.method,
    range: c.req.header(RANGE_HEADER) ?? c.req.header("Range"),
    secPurpose: c.req.header("Sec-Purpose"),
    purpose: c.req.header("Purpose"),
    userAgent: c.req.header("User-Agent"),
  };
  const download = countedDownload(document, request, now);
  if (download) await count(download).catch((cause: unknown) => uncounted(cause, now));
}
