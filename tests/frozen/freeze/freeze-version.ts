import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { HeadObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { toInstant } from "../../../functions/domain/instant.ts";
import { hiddenStore } from "../../../functions/storage/buckets/hidden-store.ts";
import { mediaPurge } from "../../../functions/storage/buckets/media-purge.ts";
import { mediaStore } from "../../../functions/storage/buckets/media-store.ts";
import { originalsStore } from "../../../functions/storage/buckets/originals-store.ts";
import { createTables } from "../../../functions/storage/dynamodb/tables.ts";
import { newsroomLedger } from "../../../functions/storage/newsroom/ledger.ts";
import { newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import { newsroomWriter } from "../../../functions/storage/newsroom/newsroom-writer.ts";
import { noticeBoard } from "../../../functions/storage/newsroom/notices.ts";
import { publishLease } from "../../../functions/storage/newsroom/publish-lease.ts";
import { placeCapacities } from "../../../functions/storage/registrations/place-capacities.ts";
import { announce } from "../../../functions/workflows/announce/announce.ts";
import { publishedSites } from "../../../functions/workflows/announce/published-sites.ts";
import { openContent } from "../../../functions/workflows/content/open-content.ts";
import { performEmergency } from "../../../functions/workflows/emergency/perform-emergency.ts";
import { performOrder } from "../../../functions/workflows/emergency/perform-order.ts";
import { publish } from "../../../functions/workflows/publish/publish.ts";
import { findSubject } from "../../../functions/workflows/takedown/find-subject.ts";
import { heldFiles } from "../../../functions/workflows/takedown/held-files.ts";
import { renderingHash } from "../../../infra/cli/publishing/rendering-hash.ts";
import { localDynamoDbClient, localS3Client } from "../../../infra/local/clients.ts";
import { startDynamoDbLocal } from "../../../infra/local/machine/dynamodb-local.ts";
import { createBucket, startLocalS3 } from "../../../infra/local/s3/s3.ts";
import type { Question } from "../answers.ts";
import { writeAnswers } from "../frozen-files.ts";
import { ADDRESS, type FrozenStores, newsroomIn } from "../stores.ts";
import { dumpOf, itemsIn } from "../table-dump.ts";
import { CONTENT_STORY, LAST_EDITS, TAKEN_DOWN } from "./content-story.ts";
import { tellEarly } from "./early-story.ts";
import { everyAnswer } from "./every-address.ts";
import { type FrozenPeople, tellAutumn, tellErased, tellSummer } from "./people-story.ts";

/** The time at which the answers are frozen. */
const FROZEN_AT = "2026-12-01T06:00:00Z";

/** Writes the fixture of this version into a folder. @throws Error where the folder is there */
export async function freeze(folder: string): Promise<void> {
  mkdirSync(folder); // fails where it is there
  const scratch = mkdtempSync(join(tmpdir(), "dateline-freeze-"));
  const dynamodb = await startDynamoDbLocal();
  const s3 = await startLocalS3(join(scratch, "s3"));
  try {
    await freezeInto(folder, scratch, dynamodb.endpoint, s3.endpoint);
  } finally {
    await Promise.all([dynamodb.stop(), s3.stop()]);
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function freezeInto(folder: string, scratch: string, dynamodb: string, s3: string): Promise<void> {
  const key = (of: string) => createHash("sha256").update(`frozen ${of}`).digest();
  const stores: FrozenStores = {
    client: localDynamoDbClient(dynamodb),
    newsroom: "newsroom",
    registrations: "registrations",
    keys: { link: key("link"), seal: key("seal") },
  };
  await createTables(stores.client, { newsroom: "newsroom", registrations: "registrations" });
  const bucket = localS3Client(s3);
  await createBucket(bucket, "media");
  await createBucket(bucket, "originals");
  const content = join(scratch, "content");
  cpSync("content", content, { recursive: true });

  const time = { now: 0 };
  const clock = () => new Date(time.now);
  const writer = newsroomWriter(stores.client, stores.newsroom);
  const publishAt = async (
    at: string,
    { only, invalidate = async () => {} }: { only?: string; invalidate?: () => Promise<void> } = {},
  ) => {
    time.now = Date.parse(at);
    const { manifest, problems } = await openContent(content, {
      address: ADDRESS,
      rendering: renderingHash(new URL("../../../functions/", import.meta.url)),
      now: at,
      cache: join(scratch, "cache"),
    });
    if (!manifest) throw new Error(JSON.stringify(problems, undefined, 2));
    const asked = {
      manifest,
      ...(only !== undefined && { only: [only], allowHide: true, forgetFormer: true }),
    };
    await publish(asked, {
      writer,
      media: mediaStore(bucket, "media"),
      ledger: newsroomLedger(stores.client, stores.newsroom),
      places: placeCapacities(stores.client, stores.registrations),
      lease: publishLease(stores.client, stores.newsroom, {
        holder: { name: "press@desk", machine: "desk", process: 1 },
        clock,
      }),
      invalidate,
      clock,
    });
  };
  const announceAt = async (at: string) => {
    time.now = Date.parse(at);
    await announce({
      board: noticeBoard(stores.client, stores.newsroom),
      sites: () => publishedSites(newsroomReader(stores.client, stores.newsroom)),
      invalidate: async () => {},
      ping: async () => {
        throw new Error("The hub is away.");
      },
      clock,
      report: () => {},
    });
  };

  for (const [n, { at, edit }] of CONTENT_STORY.entries()) {
    edit(content);
    await publishAt(at);
    if (n === 0) await tellSummer(stores, { now: Date.parse(at) + 60_000 });
  }
  await announceAt("2026-11-09T06:00:00Z");
  await tellErased(stores, { now: Date.parse("2026-11-09T06:00:00Z") });
  time.now = Date.parse(TAKEN_DOWN.at);
  const listed = TAKEN_DOWN.listed(content);
  const { kit } = TAKEN_DOWN;
  const ledger = newsroomLedger(stores.client, stores.newsroom);
  const records = await ledger.records();
  const held = await heldFiles(writer, records);
  const { what, hashes } = await findSubject({ writer, records, held }, `${kit}/${listed.id}`);
  const { remove, takeBack } = mediaPurge(bucket, "media");
  const everyVersion = { remove, takeBack };
  const told = { what, at: TAKEN_DOWN.at, by: "press@desk", reason: "asked for", kit, asset: listed.id };
  await performEmergency(
    {
      writer,
      ledger,
      lease: publishLease(stores.client, stores.newsroom, {
        holder: { name: "press@desk", machine: "desk", process: 1 },
        clock,
      }),
      media: { ...mediaStore(bucket, "media"), ...everyVersion },
      hidden: hiddenStore(bucket, { media: "media", originals: "originals" }),
      originals: originalsStore(bucket, "originals"),
      invalidate: async () => {},
      clock,
    },
    { verb: "takedown", ...told, hashes: [...hashes] },
    "press@desk",
    performOrder,
  );
  TAKEN_DOWN.edit(content);
  await publishAt(TAKEN_DOWN.at, { only: `kit/${listed.kitId}` });
  const people = await tellAutumn(stores, { now: Date.parse("2026-11-12T06:00:00Z") }, FROZEN_AT);
  const early = await tellEarly(stores, FROZEN_AT);
  await announceAt("2026-11-30T23:00:00Z");
  for (const { at, edit } of LAST_EDITS) {
    edit(content);
    const away = new Error("The edge is away.");
    const publishing = publishAt(at, {
      invalidate: at === LAST_EDITS.at(-1)?.at ? () => Promise.reject(away) : undefined,
    });
    await publishing.catch((error) => {
      if (error !== away) throw error; // its notices wait, and no cache was told
    });
  }
  time.now = Date.parse(FROZEN_AT);

  const site = newsroomIn(stores, () => Date.parse(FROZEN_AT));
  for (const reader of ["Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", "curl/8.0"])
    await site.ask("/downloads/world-day-2020/blue-heart.jpg", { headers: { "User-Agent": reader } });

  // The tables are frozen before they are asked, since some answers are counted.
  const newsroom = await dumpOf(stores.client, stores.newsroom);
  const registrations = await dumpOf(stores.client, stores.registrations);
  const answers = await everyAnswer(site.ask, {
    address: ADDRESS,
    stored: [...new Set(itemsIn(newsroom).map(({ pk }) => pk?.S ?? ""))].filter((pk) => pk.startsWith("/")),
    people: addressesOf(people, early),
  });

  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write("newsroom.jsonl", newsroom);
  write("registrations.jsonl", registrations);
  write("objects.jsonl", await objectsIn(bucket));
  writeAnswers(folder, answers);
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  write(
    "opens.json",
    `${JSON.stringify(
      {
        frozenAt: FROZEN_AT,
        keys: { link: hex(stores.keys.link), seal: hex(stores.keys.seal) },
        ...people,
        early,
      },
      undefined,
      2,
    )}\n`,
  );
  const openapi = answers.find(({ address }) => address === "/api/openapi.json");
  write("openapi.json", `${JSON.stringify(JSON.parse(openapi?.body ?? ""), undefined, 2)}\n`);
  const binaries: string[] = [];
  for (const entry of readdirSync(content, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const name = file.slice(content.length + 1);
    const bytes = readFileSync(file);
    if (/\.(ya?ml|md|vtt|svg)$/.test(name)) write(join("content", name), bytes.toString());
    else binaries.push(JSON.stringify({ name, sha256: createHash("sha256").update(bytes).digest("hex") }));
  }
  write("content-binaries.jsonl", `${binaries.sort().join("\n")}\n`);
  process.stdout.write(`${answers.length} answers, as of ${toInstant(clock())}: ${folder}\n`);
}

/** What people ask for: each registration in one language, early access in all. */
function addressesOf(people: FrozenPeople, early: Awaited<ReturnType<typeof tellEarly>>): Question[] {
  const languages = ["en", "ru", "kk"];
  const registrations = Object.values(people.registrations).flatMap(({ link, newAddressLink }, n) => {
    const page = `/${languages[n % 3]}${link}`;
    return [
      page,
      `${page}/data.json`,
      `${page}/calendar.ics`,
      ...(newAddressLink ? [`/en${newAddressLink}`] : []),
    ];
  });
  const browsers = Object.values(people.browsers).map(({ cookie, event }, n) => ({
    address: `/${languages[n % 3]}/register/${event}/sent`,
    cookie,
  }));
  const forms = ["autumn-meeting", "world-day-2027", "summer-meeting", "embargoed-meeting"].flatMap((event) =>
    languages.map((language) => `/${language}/register/${event}`),
  );
  const paths = [
    "contents",
    "releases/embargoed-notice",
    "releases/draft-notice",
    "events/embargoed-meeting",
  ];
  const open = languages.flatMap((language) =>
    paths.map((path) => ({
      address: `/${language}/early/${early.open.token}/${path}`,
      cookie: early.open.cookie,
    })),
  );
  const closed = [early.revoked, early.expired].map(({ token, cookie }) => ({
    address: `/ru/early/${token}/contents`,
    cookie,
  }));
  const doors = Object.values(early).map(({ token }) => `/kk/early/${token}`);
  return [
    ...[...registrations, ...forms, ...doors, people.invitation].map((address) => ({ address })),
    ...browsers,
    ...open,
    ...closed,
  ];
}

/** The objects of the bucket, one a line: what they are, without their bytes. */
async function objectsIn(bucket: ReturnType<typeof localS3Client>): Promise<string> {
  const { Contents = [] } = await bucket.send(new ListObjectsV2Command({ Bucket: "media" }));
  const lines: string[] = [];
  for (const { Key = "" } of Contents) {
    const head = await bucket.send(new HeadObjectCommand({ Bucket: "media", Key }));
    lines.push(
      JSON.stringify({
        key: Key,
        sha256: /\/([0-9a-f]{64})\//.exec(Key)?.[1],
        bytes: head.ContentLength,
        mediaType: head.ContentType,
        disposition: head.ContentDisposition,
        ...(head.CacheControl !== undefined && { cacheControl: head.CacheControl }),
        metadata: head.Metadata,
      }),
    );
  }
  return `${lines.sort().join("\n")}\n`;
}
