import { createHash } from "node:crypto";
import { request } from "node:http";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { type MediaWindow, mediaPath } from "../../../functions/domain/addresses.ts";
import { originalOf } from "../../../functions/domain/documents/kit.ts";
import { ALWAYS, type Instant } from "../../../functions/domain/instant.ts";
import { readApp } from "../../../functions/http/apps/read-app.ts";
import { documentKey, formKey } from "../../../functions/storage/newsroom/keys.ts";
import { newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import { type Fetch, startEdge } from "../../../infra/local/edge/edge.ts";
import { kitDocument, releaseDocument } from "../documents/documents.ts";
import { downloadsWorld, storedDownload } from "../documents/downloads.ts";
import { uuid } from "../documents/parts.ts";
import { eventOf, placeOf } from "../registration/registration-events.ts";
import { type RegistrationSite, registrationSite } from "../registration/registration-site.ts";
import { stored, storedPublication, storeItems } from "../tables/stored.ts";
import { freshBucket, freshNewsroomTable } from "../tables/tables.ts";
import { smallNewsroom } from "./api-newsroom.ts";
import { earlyWorld, grantOf, SECRET, unitOf } from "./early.ts";
import { readingWorld } from "./reading.ts";

/** While registration is open and early access granted. */
const NOW: Instant = "2027-07-02T05:00:00Z";
const LIFT: Instant = "2027-07-09T05:00:00Z";
/** Names the application that shall answer in the place of the usual one. */
const ANOTHER = "x-another-app";

export const RELEASE = releaseDocument("en");
const signpost = (path: string, document: object) =>
  stored(documentKey(path), { path, publishAt: ALWAYS, ...document });
const READ = [
  ...smallNewsroom(1),
  stored(formKey(RELEASE.path, "md"), "# A release\n", RELEASE.publishAt),
  stored(formKey(RELEASE.path, "txt"), "A release\n", RELEASE.publishAt),
  signpost("/en/releases/former", { kind: "redirect", to: RELEASE.path }),
  signpost("/en/releases/gone", { kind: "gone" }),
  signpost("/en/releases/damaged", { kind: "release" }),
];
const DOWNLOADS = [
  storedDownload("heart.jpg"),
  signpost("/downloads/world-day/taken.jpg", { kind: "gone" }),
  signpost("/downloads/former/heart.jpg", { kind: "redirect", to: "/downloads/world-day/heart.jpg" }),
];

/** An answer as it came over the wire. */
export interface Received {
  readonly status: number;
  /** Names in lower case, in the order in which they came; a name may come twice. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  /** `Cache-Control` of the function, which the edge replaces; undefined where no function was asked. */
  readonly edgeCacheControl?: string | undefined;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A newsroom behind the local edge in which every kind of answer can be had. */
export interface AnsweringNewsroom {
  readonly address: string;
  stop(): Promise<void>;
  ask(path: string, asking?: Asking): Promise<Received>;
  /** As if the newsroom failed, held nothing yet, or could not be reached. */
  askAnother(app: "faulty" | "empty" | "broken", path: string): Promise<Received>;
  readonly site: RegistrationSite;
  /** Paths in the media bucket. */
  readonly media: { readonly picture: string; readonly drawing: string; readonly windowed: string };
  /** The link of early access to a kit, the page of the kit behind it, and one of its files; and a link to what is public. */
  readonly early: {
    readonly link: string;
    readonly kit: string;
    readonly file: string;
    readonly published: string;
  };
}

export async function answeringNewsroom(): Promise<AnsweringNewsroom> {
  const [reading, downloads, site, early, empty, bucket] = await Promise.all([
    readingWorld(READ),
    downloadsWorld(DOWNLOADS),
    registrationSite(eventOf([placeOf("hall", { capacity: 50 })]), { limit: 4 }),
    earlyNewsroom(),
    freshNewsroomTable(),
    freshBucket(),
  ]);
  const moved = { kind: "redirect", to: `/en/events/${site.event.slug}` };
  await storeItems(site.client, site.newsroom, [signpost("/en/events/former", moved)]);
  site.now = Date.parse(NOW);
  const clock = () => new Date(NOW);
  const others: Record<string, Fetch> = {
    faulty: readApp({ reader: newsroomReader(empty.client, "no-such-table"), clock, preview: false }).fetch,
    empty: readApp({ reader: newsroomReader(empty.client, empty.table), clock, preview: false }).fetch,
    broken: () => Promise.reject(new Error("It is not there.")),
  };
  let cacheControl: string | undefined;
  const recorded =
    (fetch: Fetch): Fetch =>
    async (sent) => {
      const answer = await (others[sent.headers.get(ANOTHER) ?? ""] ?? fetch)(sent);
      cacheControl = answer.headers.get("Cache-Control") ?? "";
      return answer;
    };
  const { address, stop } = await startEdge({
    port: 0,
    fetch: recorded(reading.at(NOW).fetch),
    downloads: recorded(downloads.at(NOW).fetch),
    people: { fetch: recorded(early.fetch), secret: SECRET },
    registration: { fetch: recorded(site.app.fetch), secret: SECRET },
    media: bucket,
    clock,
  });
  const ask = async (path: string, asking: Asking = {}) => {
    cacheControl = undefined;
    const received = await overTheWire(address, path, asking);
    return { ...received, edgeCacheControl: cacheControl };
  };
  const store = async (name: string, type: string, window?: MediaWindow) => {
    const bytes = Buffer.from(`The bytes of ${name}`);
    const path = mediaPath(createHash("sha256").update(bytes).digest("hex"), name, window);
    const Key = path.slice(1);
    await bucket.client.send(
      new PutObjectCommand({ Bucket: bucket.bucket, Key, Body: bytes, ContentType: type }),
    );
    return path;
  };
  return {
    address,
    stop,
    ask,
    askAnother: (app, path) => ask(path, { headers: { [ANOTHER]: app } }),
    site,
    media: {
      picture: await store("heart.jpg", "image/jpeg"),
      drawing: await store("logo.svg", "image/svg+xml"),
      windowed: await store("clip.mp4", "video/mp4", { from: NOW, until: LIFT }),
    },
    early: early.paths,
  };
}

/** Early access to an embargoed kit. */
async function earlyNewsroom() {
  const kit = kitDocument("en", { id: uuid(3), publishAt: LIFT, updated: LIFT });
  const [asset] = kit.assets;
  if (!asset) throw new Error("The kit has no asset.");
  const { download = "", path: to } = originalOf(asset);
  const document = { kind: "download", path: download, publishAt: LIFT, rendition: "original" };
  const world = await earlyWorld([
    ...storedPublication(kit),
    ...storedPublication(RELEASE),
    stored(documentKey(download), { ...document, targets: [{ publishAt: LIFT, to }] }, LIFT),
  ]);
  const grant = grantOf([unitOf(kit, LIFT)]);
  await world.grants.add(grant);
  const former = grantOf([unitOf(RELEASE, RELEASE.publishAt)]);
  await world.grants.add(former);
  const published = `/en/early/${await world.token(former)}`;
  const link = `/en/early/${await world.token(grant)}`;
  return {
    fetch: world.at(NOW).app.fetch,
    paths: { link, kit: `${link}/kits/world-day`, file: `${link}${download}`, published },
  };
}

/** Asks without tidying the path, and sees the headers as they are sent. */
function overTheWire(
  address: string,
  path: string,
  { method = "GET", headers = {}, body }: Asking,
): Promise<Received> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path, method, headers: { ...headers }, agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          const raw = answer.rawHeaders;
          const pairs = raw.flatMap((name, n) =>
            n % 2 === 0 ? [[name.toLowerCase(), raw[n + 1] ?? ""] as const] : [],
          );
          resolve({ status: answer.statusCode ?? 0, headers: pairs, body: Buffer.concat(chunks).toString() });
        });
        answer.on("error", reject);
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
