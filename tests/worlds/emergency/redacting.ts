import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { type Detail, detailOf } from "../../../functions/domain/detail.ts";
import { mediaPurge } from "../../../functions/storage/buckets/media-purge.ts";
import { mediaStore } from "../../../functions/storage/buckets/media-store.ts";
import { everyItem } from "../../../functions/storage/newsroom/table-scan.ts";
import type { Redaction } from "../../../functions/workflows/redact/redact-stored.ts";
import { redactStored } from "../../../functions/workflows/redact/redact-stored.ts";
import { fileSearch } from "../../../functions/workflows/redact/search/search-file.ts";
import { temporaryFolder } from "../commands/temporary-folder.ts";
import { type ContentNewsroom, contentNewsroom } from "../content/content-newsroom.ts";
import { freshBucket } from "../tables/tables.ts";

/** A newsroom with its files in a bucket, out of which words are to be taken. */
export interface RedactingWorld extends ContentNewsroom {
  readonly detail: Detail;
  redact(): Promise<Redaction>;
  /** Puts an object into the bucket by hand. */
  putObject(key: string, body: string | Buffer): Promise<void>;
  /** Every object of the bucket. */
  objects(): Promise<{ readonly key: string; open(): Promise<Readable> }[]>;
  /** Keys of items and objects in which the words stand. */
  where(): Promise<string[]>;
}

export async function redactingWorld(words: readonly string[]): Promise<RedactingWorld> {
  const newsroom = await contentNewsroom();
  const { world } = newsroom;
  const { client, bucket } = await freshBucket();
  const detail = detailOf(words);
  const media = mediaPurge(client, bucket);
  const { writer, publication } = world;
  return {
    ...newsroom,
    detail,
    publish: (now, other = {}) => newsroom.publish(now, { media: mediaStore(client, bucket), ...other }),
    redact: () =>
      redactStored(
        {
          items: () => everyItem(world.client, world.table),
          writer,
          media,
          search: fileSearch(detail, temporaryFolder()),
          lease: publication.lease,
          clock: publication.clock,
        },
        detail,
        "[…]",
      ),
    putObject: async (key, body) => {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
    },
    objects: async () => {
      const all = [];
      for await (const object of media.objects())
        all.push({ key: object.key, open: () => media.open(object) });
      return all;
    },
    where: async () => {
      const found: string[] = [];
      for await (const { key, body } of everyItem(world.client, world.table))
        if (detail.isIn(`${key.pk} ${key.sk} ${body}`)) found.push(`${key.pk} ${key.sk}`);
      for await (const object of media.objects())
        if (detail.isIn(`${object.key} ${(await buffer(await media.open(object))).toString("utf8")}`))
          found.push(object.key);
      return found;
    },
  };
}
