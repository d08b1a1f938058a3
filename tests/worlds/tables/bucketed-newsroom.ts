import { mediaPurge } from "../../../functions/storage/buckets/media-purge.ts";
import { mediaStore } from "../../../functions/storage/buckets/media-store.ts";
import { type ContentNewsroom, contentNewsroom } from "../content/content-newsroom.ts";
import type { ContentFiles } from "../content/small-newsroom.ts";
import { freshBucket } from "./tables.ts";

/** A content folder that is published into a table and a bucket. */
export interface BucketedNewsroom extends ContentNewsroom {
  readonly media: ReturnType<typeof mediaPurge>;
  /** Object keys in the bucket, sorted; of those that hold this text in their name. */
  keys(part?: string): Promise<string[]>;
}

export async function bucketedNewsroom(
  changes: ContentFiles = {},
  options: Parameters<typeof contentNewsroom>[1] = {},
): Promise<BucketedNewsroom> {
  const newsroom = await contentNewsroom(changes, options);
  const { client, bucket } = await freshBucket();
  const media = mediaPurge(client, bucket);
  return {
    ...newsroom,
    media,
    publish: (now, other = {}) => newsroom.publish(now, { media: mediaStore(client, bucket), ...other }),
    keys: async (part = "") => {
      const found: string[] = [];
      for await (const { key } of media.objects()) if (key.includes(part)) found.push(key);
      return found.sort();
    },
  };
}
