import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { Instant } from "../../domain/instant.ts";
import { copyObject } from "./copy-object.ts";
import { currentObject, putGoneObject } from "./gone-object.ts";
import { mediaPurge } from "./media-purge.ts";

/**
 * Where hidden bytes lie until they are shown again or destroyed: in the bucket of originals, which no role of a
 * function can read, under the id of the hiding.
 *
 *     hidden/{id}/objects/media/{window}/{sha256}/{name}     as it stood in the media bucket
 *     hidden/{id}/units/release/{uuid}                       a unit as it was stored
 */
export interface HiddenStore {
  /**
   * Takes an object out of the media bucket, in every version, and keeps its bytes; its address then answers 410.
   * Repeated, it goes on where it was.
   */
  hide(id: string, key: string, at: Instant): Promise<void>;
  /** Puts the bytes back where they were; whether there are any is all one. */
  show(id: string, key: string): Promise<void>;
  /** Gives the bytes of an object to another hiding of it, unless that has them or there are none. */
  handOver(id: string, other: string, key: string): Promise<void>;
  /** Keeps a text, unless one is kept already: it is that of before. */
  keep(id: string, name: string, text: string): Promise<void>;
  kept(id: string, name: string): Promise<string | undefined>;
  /** Destroys the bytes of one object. */
  destroyObject(id: string, key: string): Promise<void>;
  /** Destroys all that is kept of a hiding. */
  destroy(id: string): Promise<void>;
}

/** Under this prefix the bucket forgets by itself, should nobody come to destroy what is kept. */
export const HIDDEN_PREFIX = "hidden/";

const objectKey = (id: string, key: string) => `${HIDDEN_PREFIX}${id}/objects/${key}`;
const textKey = (id: string, name: string) => `${HIDDEN_PREFIX}${id}/units/${name}`;

export function hiddenStore(
  client: S3Client,
  { media, originals }: { readonly media: string; readonly originals: string },
): HiddenStore {
  const shown = mediaPurge(client, media);
  const hidden = mediaPurge(client, originals);

  /** The version that readers had, if the bucket keeps versions: what was deleted earlier nobody had. */
  async function formerVersion(key: string, words: string): Promise<string | undefined> {
    const versions = await shown.versionsOf(key);
    const [former] = versions.slice(versions.findIndex(({ version }) => version === words) + 1);
    return former?.isDeletion ? undefined : former?.version;
  }

  async function keepBytes(id: string, key: string, version?: string): Promise<void> {
    const from = await currentObject(client, media, key, version);
    const to = objectKey(id, key);
    if (!from || from.isGone || (await currentObject(client, originals, to))?.bytes === from.bytes) return;
    await copyObject(client, { bucket: media, key, version }, { bucket: originals, key: to });
  }

  return {
    hide: async (id, key, at) => {
      const current = await currentObject(client, media, key);
      const isVersioned = current?.version !== undefined;
      if (!isVersioned) await keepBytes(id, key); // else the former version stays until it was copied
      const words = current?.isGone ? current.version : await putGoneObject(client, media, key, at);
      if (words === undefined) return;
      const former = await formerVersion(key, words);
      if (former !== undefined) await keepBytes(id, key, former);
      await shown.takeBack(key, at);
    },
    show: async (id, key) => {
      const from = objectKey(id, key);
      if (!(await currentObject(client, originals, from))) return;
      await copyObject(client, { bucket: originals, key: from }, { bucket: media, key });
      const current = await currentObject(client, media, key);
      for (const { version } of await shown.versionsOf(key))
        if (version !== current?.version) await shown.removeVersion({ key, ...(version && { version }) });
    },
    handOver: async (id, other, key) => {
      const [from, to] = [objectKey(id, key), objectKey(other, key)];
      if (!(await currentObject(client, originals, from)) || (await currentObject(client, originals, to)))
        return;
      await copyObject(client, { bucket: originals, key: from }, { bucket: originals, key: to });
    },
    keep: async (id, name, text) => {
      const key = textKey(id, name);
      if (await currentObject(client, originals, key)) return;
      await client.send(
        new PutObjectCommand({ Bucket: originals, Key: key, Body: text, ContentType: "application/json" }),
      );
    },
    kept: async (id, name) => {
      try {
        const { Body } = await client.send(
          new GetObjectCommand({ Bucket: originals, Key: textKey(id, name) }),
        );
        return await Body?.transformToString();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    destroyObject: (id, key) => hidden.remove(objectKey(id, key)),
    destroy: async (id) => {
      const keys = new Set<string>();
      for await (const { key } of hidden.objects(`${HIDDEN_PREFIX}${id}/`)) keys.add(key);
      for (const key of keys) await hidden.remove(key);
    },
  };
}
