import { fork } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { copyFile, mkdir, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32 } from "node:zlib";
import { fileChunks } from "../../functions/storage/buckets/file-chunks.ts";
import { mediaStore } from "../../functions/storage/buckets/media-store.ts";
import { hashOfStream } from "../../functions/workflows/archive/archive-hash.ts";
import { type ZipEntry, zipLayout } from "../../functions/workflows/archive/zip-layout.ts";
import type { MediaObject } from "../../functions/workflows/manifest.ts";
import { asPublic } from "../../functions/workflows/media/public-bytes.ts";
import { mediaUpload } from "../../functions/workflows/publish/media-upload.ts";
import { localS3Client } from "../../infra/local/clients.ts";
import { createBucket } from "../../infra/local/s3/s3.ts";

/** Like those of a kit: photographs, and a video that is a third of the whole. */
const PHOTOGRAPH_BYTES = 12_000_000;
const CHUNK_BYTES = 1024 * 1024;

interface KitFile {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
}

/**
 * How fast files of a kit and their archive are read, laid out and uploaded, beside copying and hashing the same
 * files, and with how much memory. The cleaning of files, which each needs once, is not in it.
 */
export async function benchKit(gigabytes: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-bench-kit-"));
  try {
    const files = await generate(join(folder, "kit"), gigabytes * 1e9);
    const before = await timed(() => copyAndHash(files, join(folder, "copies")));
    await rm(join(folder, "copies"), { recursive: true });
    const { made, uploaded, bytes } = await publish(files, join(folder, "s3"));
    const both = made + uploaded;
    const speed = (seconds: number, of: number) => `${Math.round(of / 1e6 / seconds)} MB/s`;
    const total = gigabytes * 1e9;
    const ratio = (of: number, seconds: number) => (of / seconds / (total / before)).toFixed(2);
    console.log(`  copy and hash                ${before.toFixed(1)} s   ${speed(before, total)}`);
    console.log(`  hash files, lay out and hash the archive ${made.toFixed(1)} s   ${speed(made, total)}`);
    console.log(`  upload files and archive     ${uploaded.toFixed(1)} s   ${speed(uploaded, bytes)}`);
    console.log(`  both, in bytes stored a second, of copy and hash ${ratio(bytes, both)}`);
    console.log(`  both, in bytes of the kit a second               ${ratio(total, both)} (demanded: 0.33)`);
    console.log(`  memory at most               ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function generate(folder: string, bytes: number): Promise<KitFile[]> {
  await mkdir(folder);
  const video = Math.round(bytes / 3);
  const photographs = Math.ceil((bytes - video) / PHOTOGRAPH_BYTES);
  const sizes = [video, ...Array.from({ length: photographs }, () => PHOTOGRAPH_BYTES)];
  const noise = randomBytes(CHUNK_BYTES);
  const files: KitFile[] = [];
  for (const [n, size] of sizes.entries()) {
    const name = n === 0 ? "clip.mp4" : `photograph-${n}.jpg`;
    const handle = await open(join(folder, name), "w");
    for (let left = size; left > 0; left -= noise.length) {
      noise.writeDoubleLE(Math.random());
      await handle.write(noise, 0, Math.min(left, noise.length));
    }
    await handle.sync();
    await handle.close();
    files.push({ name, file: join(folder, name), bytes: size });
  }
  return files;
}

async function copyAndHash(files: readonly KitFile[], to: string): Promise<void> {
  await mkdir(to);
  for (const { name, file } of files) {
    await copyFile(file, join(to, name));
    await hashOfStream(() => fileChunks(file));
  }
}

async function publish(files: readonly KitFile[], folder: string) {
  const server = fork(fileURLToPath(new URL("s3-process.ts", import.meta.url)), [folder]);
  const [endpoint] = await once(server, "message");
  const client = localS3Client(String(endpoint));
  await createBucket(client, "media");
  let objects: MediaObject[] = [];
  const made = await timed(async () => {
    objects = await compile(files);
  });
  const upload = mediaUpload(mediaStore(client, "media"), { dryRun: false, report: () => {} });
  const uploaded = await timed(() => upload(objects));
  client.destroy();
  server.disconnect();
  await once(server, "exit");
  return { made, uploaded, bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0) };
}

async function compile(files: readonly KitFile[]): Promise<MediaObject[]> {
  const entries: ZipEntry[] = [];
  const objects: MediaObject[] = [];
  for (const { name, file, bytes } of files) {
    const hash = createHash("sha256");
    let checksum = 0;
    for await (const chunk of fileChunks(file)) {
      hash.update(chunk);
      checksum = crc32(chunk, checksum);
    }
    const key = `media/1596085200-/${hash.digest("hex")}/${name}`;
    objects.push(asPublic({ key, file, bytes, mediaType: "image/jpeg", disposition: "attachment" }));
    entries.push({ name: `bench/${name}`, bytes, crc32: checksum, content: { file } });
  }
  const { bytes, open: stream } = zipLayout(entries, { year: 2020, month: 7, day: 30 });
  const { sha256 } = await hashOfStream(stream);
  const file = "bench.zip";
  const key = `media/1596085200-/${sha256}/${file}`;
  const zip = { key, file, stream, bytes, mediaType: "application/zip", disposition: "attachment" };
  return [...objects, asPublic(zip)];
}

/** Seconds. */
async function timed(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}
