import type { MediaStore } from "../../storage/buckets/media-store.ts";
import { inFlight } from "../in-flight.ts";
import type { MediaObject } from "../manifest.ts";
import type { PublishEvent } from "./publish-events.ts";

/** Sees to it that objects are in the bucket. */
export type UploadMedia = (objects: readonly MediaObject[]) => Promise<void>;

/** Uploads at once for each unit: few, since each may hold three parts of a large file in memory. */
const UPLOADS_AT_ONCE = 3;

/** From which on an upload tells how far it is. */
const LARGE_BYTES = 50_000_000;

/**
 * Uploads what the bucket does not hold yet, and breaks off when it is aborted. Objects are named by their bytes, so none is ever replaced by another,
 * and one that several units show is uploaded once: the others wait for it.
 */
export function mediaUpload(
  media: MediaStore,
  {
    dryRun,
    report,
    signal,
  }: { dryRun: boolean; report: (event: PublishEvent) => void; signal?: AbortSignal | undefined },
): UploadMedia {
  const arrivals = new Map<string, Promise<void>>();

  async function bring(object: MediaObject): Promise<void> {
    if (await media.has(object.key, object.bytes)) return;
    signal?.throwIfAborted();
    const onProgress = object.bytes > LARGE_BYTES ? uploading(object) : undefined;
    if (!dryRun) await media.upload(object, { onProgress, signal });
    report({ kind: "uploaded", key: object.key, bytes: object.bytes });
  }

  const uploading =
    ({ key, bytes }: MediaObject) =>
    (bytesSoFar: number) =>
      report({ kind: "uploading", key, bytes, bytesSoFar });

  return (objects) =>
    inFlight(objects, UPLOADS_AT_ONCE, (object) => {
      const arrival = arrivals.get(object.key) ?? bring(object);
      arrivals.set(object.key, arrival);
      return arrival;
    });
}
