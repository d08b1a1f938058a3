import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { detailOf } from "../../../functions/domain/detail.ts";
import type { MediaPurge, MediaVersion } from "../../../functions/storage/buckets/media-purge.ts";
import { redactLogs } from "../../../functions/workflows/redact/redact-logs.ts";
import { redactMedia } from "../../../functions/workflows/redact/redact-media.ts";
import { fileSearch } from "../../../functions/workflows/redact/search/search-file.ts";
import { ShownMedia } from "../../../functions/workflows/redact/shown.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";

type Held = MediaVersion & { readonly text: string };

/** A bucket that keeps versions, in memory. */
function bucketOf(...held: readonly (readonly [key: string, version: string, text: string])[]) {
  const latest = new Map(held.map(([key, version]) => [key, version]));
  let objects: Held[] = held.map(([key, version, text]) => ({
    key,
    version,
    text,
    bytes: text.length,
    current: latest.get(key) === version,
  }));
  const isSame = (a: Pick<Held, "key" | "version">, b: Held) => a.key === b.key && a.version === b.version;
  const purge: MediaPurge = {
    async *objects() {
      yield* [...objects];
    },
    open: async (object) => Readable.from([objects.find((each) => isSame(object, each))?.text ?? ""]),
    removeVersion: async (object) => {
      objects = objects.filter((each) => !isSame(object, each));
    },
    remove: async (key) => {
      objects = objects.filter((each) => each.key !== key);
    },
    versionsOf: async (key) =>
      objects.filter((each) => each.key === key).map(({ version }) => ({ version, isDeletion: false })),
    takeBack: async (key) => purge.remove(key),
  };
  return { purge, names: () => objects.map(({ key, version }) => `${key} ${version}`) };
}

const detail = detailOf(["Omarova", "Ann"]);
const search = fileSearch(detail, temporaryFolder());

test("of a file that is shown former versions with the words go, and the present one is named", async () => {
  const bucket = bucketOf(
    ["media/shown.txt", "1", "said Omarova"],
    ["media/shown.txt", "2", "said Omarova again"],
    ["media/corrected.txt", "1", "said Omarova"],
    ["media/corrected.txt", "2", "said nobody"],
    ["media/gone.txt", "1", "clean"],
    ["media/gone.txt", "2", "said Omarova"],
    ["media/clean.txt", "1", "clean"],
  );
  const shown = new ShownMedia();
  shown.note({ key: { pk: "/en/a", sk: "document" }, body: '"/media/shown.txt" "/media/corrected.txt"' });

  const { removed, left, unknown } = await redactMedia(bucket.purge, detail, shown, search);

  expect(bucket.names()).toEqual(["media/shown.txt 2", "media/corrected.txt 2", "media/clean.txt 1"]);
  expect(removed.toSorted()).toEqual(["/media/corrected.txt", "/media/gone.txt", "/media/shown.txt"]);
  expect({ left, unknown }).toEqual({ left: [{ path: "/media/shown.txt", parts: ["text"] }], unknown: [] });
});

test("what may be an accident of bytes is left, and named for somebody to look at", async () => {
  const bucket = bucketOf(["media/data.bin", "1", "\0\0Ann\0"]);
  const { removed, left, unknown } = await redactMedia(bucket.purge, detail, new ShownMedia(), search);
  expect({ removed, left, unknown }).toEqual({
    removed: [],
    left: [],
    unknown: [{ path: "/media/data.bin", parts: ["UTF-8", "format"] }],
  });
});

test("access logs that name a file with the words in it are removed, and no others", async () => {
  const line = (key: string) => `owner bucket [01/Mar/2026] - REST.GET.OBJECT ${key} "GET /${key}" 200\n`;
  const bucket = bucketOf(
    ["media/2026-03-01-a", "1", line("media/0/omarova.jpg")],
    ["media/2026-03-01-b", "1", line("media/0/%4Fmarova.jpg")],
    ["media/2026-03-01-c", "1", line("media/0/heart.jpg")],
  );
  expect(await redactLogs(bucket.purge, detail, search)).toBe(2);
  expect(bucket.names()).toEqual(["media/2026-03-01-c 1"]);
});
