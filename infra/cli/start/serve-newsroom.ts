import { relative } from "node:path";
import { SiteDocument } from "../../../functions/domain/documents/site.ts";
import type { Clock, Instant } from "../../../functions/domain/instant.ts";
import { DEFAULT_LANGUAGE } from "../../../functions/domain/language.ts";
import { readApp } from "../../../functions/http/apps/read-app.ts";
import { readItem } from "../../../functions/storage/dynamodb/read-item.ts";
import { type NewsroomReader, newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import { startAnnouncer } from "../../local/announcer.ts";
import { localDownloads } from "../../local/downloads.ts";
import { localEarly } from "../../local/early.ts";
import { startEdge } from "../../local/edge/edge.ts";
import { type DiskRoom, diskRoom } from "../../local/machine/disk-room.ts";
import { failureLog } from "../../local/machine/failure-log.ts";
import { clockFrom, shownTime } from "../../local/machine/shown-time.ts";
import type { StateDirectory } from "../../local/machine/state-directory.ts";
import { watchFolder } from "../../local/machine/watch-folder.ts";
import { localRegistration } from "../../local/registration.ts";
import { openStores, type Stores } from "../../local/stores.ts";
import { say } from "../console/say.ts";
import { folderPublisher } from "../publishing/folder-publisher.ts";
import { editedLine, openedLine, startedLines } from "../publishing/start-words.ts";
import { contentPublishing } from "./publish-at-start.ts";
import type { ServedNewsroom } from "./start-mail.ts";
import type { Started } from "./started.ts";

const systemClock: Clock = () => new Date();

/**
 * Serves what was published before, publishes, and answers when everything is out. A newsroom into which nothing was
 * ever published opens as soon as its site is there, while the rest follows.
 *
 * @throws Refusal of a first publication that failed
 */
export async function serveNewsroom(started: Started): Promise<void> {
  const { content, state, door, database, progress, endings } = started;
  let isServing = state.wasPublished;
  const disk = diskRoom(state.path, (line) => {
    if (isServing) process.stderr.write(line); // a first publication that fails names it as its end
  });
  const stores = await openStores(database, state.s3, endings, disk);
  const reader = newsroomReader(stores.dynamodb.client, stores.dynamodb.table);
  const clock = shownClock(started.at);
  const shown = { state: state.path, clock: clock.now, preview: started.at !== undefined };
  const open = openOnce(async () => {
    const zone = await zoneOf(reader);
    if (zone === undefined) return false;
    clock.set(zone);
    await openEdge(started, stores, reader, shown, disk);
    return true;
  });
  await open();
  const openEarly = async () => {
    const isNew = await open().catch(() => false); // it is tried again with the next unit, and when all is published
    if (isNew && progress.publishing()) say(openedLine(door.address));
  };

  const publisher = folderPublisher({
    content,
    cache: state.cache,
    stores,
    address: door.address,
    clock: systemClock,
    screen: process.stdout,
    report: (event) => {
      progress.report(event);
      if (event.kind === "unit") void openEarly();
    },
  });
  await endings.add(() => publisher.stop());
  const publishing = contentPublishing(publisher, disk, progress.done);
  await publishing.atStart(state);
  isServing = true;
  await open();
  const zone = (await zoneOf(reader)) ?? "UTC";
  const at = clock.set(zone);
  if (at === undefined) await endings.add(announcer(stores.dynamodb, disk).stop); // of a time that is only looked at, nobody is told
  const { startMail } = await import("./start-mail.ts"); // readers come before mail, whose programs take time to load
  const mail = await startMail(stores, door.address, { ...shown, mail: state.mail }, endings, disk);
  const edited = async (files: readonly string[]) => {
    say(editedLine(files));
    await publishing.again(() => endings.ended);
  };
  await endings.add(await watchFolder(content, edited));
  try {
    tellOthers(state, stores, door.address);
  } catch (error) {
    if (disk.explain(error) === undefined) throw error; // readers can come, although other commands do not find it
  }
  say(startedLines({ address: door.address, ...mail, content: nameOf(content), at, zone }));
}

/** Tries until it has succeeded once. @returns whether it was this time */
function openOnce(open: () => Promise<boolean>): () => Promise<boolean> {
  let isOpen = false;
  let trying: Promise<boolean> | undefined;
  return async () => {
    while (trying) await trying.catch(() => {});
    if (isOpen) return false;
    trying = open()
      .then((opened) => {
        isOpen = opened;
        return opened;
      })
      .finally(() => {
        trying = undefined;
      });
    return trying;
  };
}

/** The clock that readers see: the real one, or that of `--at`, whose zone is known once there is a site. */
function shownClock(text: string | undefined): {
  now: Clock;
  set(zone: string): Instant | undefined;
} {
  let clock = systemClock;
  return {
    now: () => clock(),
    set: (zone) => {
      if (text === undefined) return undefined;
      const at = shownTime(text, zone);
      clock = clockFrom(at, systemClock);
      return at;
    },
  };
}

async function openEdge(
  { door, progress: { publishing } }: Started,
  stores: Stores,
  reader: NewsroomReader,
  { state, clock, preview }: ServedNewsroom,
  disk: DiskRoom,
): Promise<void> {
  const shown = { state, clock, preview, publishing };
  const failed = failureLog("A download could not be counted:", disk);
  await startEdge({
    port: door,
    fetch: readApp({ reader, ...shown }).fetch,
    media: { client: stores.s3.client, bucket: stores.s3.mediaBucket },
    downloads: localDownloads(stores.dynamodb, { ...shown, failed }),
    people: localEarly(stores, shown),
    registration: localRegistration(stores, shown),
    clock,
    publishing,
  });
}

/** A folder within this one by its relative path, any other in full. */
function nameOf(folder: string): string {
  const within = relative(process.cwd(), folder);
  return within === "" || within.startsWith("..") ? folder : `${within}/`;
}

/** Undefined as long as nothing was published. */
async function zoneOf(reader: NewsroomReader): Promise<string | undefined> {
  const site = await reader.site(DEFAULT_LANGUAGE);
  return site && readItem(SiteDocument, site).value.zone;
}

function announcer({ client, table }: Stores["dynamodb"], disk: DiskRoom) {
  const tell = (line: string) => process.stderr.write(line);
  const failed = failureLog("This could not be announced:", disk);
  return startAnnouncer({ client, table, clock: systemClock, tell, failed });
}

function tellOthers(state: StateDirectory, { dynamodb, s3 }: Stores, address: string): void {
  state.tell({
    address,
    dynamodb: dynamodb.endpoint,
    dynamodbPid: dynamodb.pid,
    s3: s3.endpoint,
    table: dynamodb.table,
    registrations: dynamodb.registrations,
    mediaBucket: s3.mediaBucket,
    originalsBucket: s3.originalsBucket,
  });
}
