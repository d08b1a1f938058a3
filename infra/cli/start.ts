import { relative, resolve } from "node:path";
import { SiteDocument } from "../../functions/domain/documents/site.ts";
import type { Clock } from "../../functions/domain/instant.ts";
import { DEFAULT_LANGUAGE } from "../../functions/domain/language.ts";
import { Refusal } from "../../functions/domain/refusal.ts";
import { readApp } from "../../functions/http/read-app.ts";
import { type NewsroomReader, newsroomReader } from "../../functions/storage/newsroom-reader.ts";
import { readItem } from "../../functions/storage/read-item.ts";
import { startAnnouncer } from "../local/announcer.ts";
import { localDownloads } from "../local/downloads.ts";
import { localEarly } from "../local/early.ts";
import { startEdge } from "../local/edge.ts";
import { Endings, untilToldToEnd } from "../local/endings.ts";
import { startInbox } from "../local/mail/inbox-server.ts";
import { startMailCatcher } from "../local/mail/mail-catcher.ts";
import { smtpSender } from "../local/mail/smtp-sender.ts";
import { localRegistration, startMailWork } from "../local/registration.ts";
import { localReplies } from "../local/replies.ts";
import { clockFrom, shownTime } from "../local/shown-time.ts";
import { type StateDirectory, takeState } from "../local/state-directory.ts";
import { type Stores, startStores } from "../local/stores.ts";
import { watchFolder } from "../local/watch-folder.ts";
import { runCommand, type Values } from "./command.ts";
import { CONTENT_OPTION, STATE_OPTION } from "./folder-options.ts";
import { type FolderPublisher, folderPublisher } from "./folder-publisher.ts";
import { editedLine, type Greeting, greeting, problemTeller, publishedLine } from "./start-words.ts";

const OPTIONS = {
  port: { type: "string", env: "PORT", value: "PORT", help: "Where it listens on this machine; 8787" },
  content: CONTENT_OPTION,
  state: STATE_OPTION,
  at: {
    type: "string",
    env: "DATELINE_AT",
    value: "TIME",
    help: "Shows the newsroom as it will be, or was, at 2027-07-30T10:00 on its own clock, or with an offset",
  },
  fresh: { type: "boolean", env: "DATELINE_FRESH", help: "Forgets what was published here before" },
} as const;

const DEFAULT_PORT = 8787;
const systemClock: Clock = () => new Date();
const problemsOf = problemTeller();

await runCommand({
  name: "npm start",
  summary:
    "Runs the newsroom on this machine, publishes its content and publishes it again when it is edited.",
  options: OPTIONS,
  run: async (values) => {
    const endings = new Endings();
    const told = untilToldToEnd();
    process.stdout.on("error", () => {}); // a terminal that was closed is no reason to leave things running
    try {
      await Promise.race([serve(values, endings), told]);
      await told;
    } finally {
      await endings.end();
    }
    return 0;
  },
});

/** Starts everything, in the order in which each needs the one before, and answers when readers can come. */
async function serve(values: Values<typeof OPTIONS>, endings: Endings): Promise<void> {
  const port = portOf(values.port);
  if (values.at !== undefined) shownTime(values.at, "UTC"); // nonsense is refused before anything starts
  const content = resolve(values.content ?? "content");
  const state = await takeState(values.state ?? ".dateline");
  await endings.add(() => state.release());
  if (state.isOutdated)
    process.stdout.write(
      "An earlier version stored its files here in another form: everything is published anew.\n",
    );
  if (values.fresh || state.isOutdated) state.empty();

  const stores = await startStores(state, endings);
  const reader = newsroomReader(stores.dynamodb.client, stores.dynamodb.table);
  let clock = systemClock;
  const app = readApp({ reader, clock: () => clock(), preview: values.at !== undefined });
  const shown = { state: state.path, clock: () => clock(), preview: values.at !== undefined };
  const edge = await startEdge({
    port,
    fetch: app.fetch,
    media: { client: stores.s3.client, bucket: stores.s3.mediaBucket },
    downloads: localDownloads(stores.dynamodb, shown),
    people: localEarly(stores, shown),
    registration: localRegistration(stores, shown),
    clock: () => clock(),
  });
  await endings.add(() => edge.stop());

  const publisher = folderPublisher({
    content,
    cache: state.cache,
    stores,
    address: edge.address,
    clock: systemClock,
    screen: process.stdout,
  });
  await endings.add(() => publisher.stop());
  await publishAtStart(publisher, reader);
  const zone = await zoneOf(reader);
  const at = values.at === undefined ? undefined : shownTime(values.at, zone);
  if (at !== undefined) clock = clockFrom(at, systemClock);
  else await endings.add(announcer(stores.dynamodb).stop); // of a time that is only looked at, nobody is told
  const mail = await startMail(stores, edge.address, { ...shown, mail: state.mail }, endings);
  await endings.add(await watchFolder(content, (files) => publishAgain(publisher, files, endings)));
  tellOthers(state, stores, edge.address);
  process.stdout.write(greeting({ address: edge.address, ...mail, content: nameOf(content), at, zone }));
}

/** @throws Refusal `option-invalid` */
function portOf(text: string | undefined): number {
  const port = text === undefined ? DEFAULT_PORT : Number(text);
  if (/^\d+$/.test(text ?? "0") && port <= 65_535) return port;
  throw new Refusal(
    "option-invalid",
    400,
    `--port: ${text} is no port.`,
    "Give a number up to 65535; 0 takes a free one.",
  );
}

/**
 * Publishes before the first reader comes. What is wrong with the content keeps only that from being published:
 * the newsroom shows what it showed before, if there is anything.
 *
 * @throws Refusal `content-invalid` when there is nothing to show
 */
async function publishAtStart(publisher: FolderPublisher, reader: NewsroomReader): Promise<void> {
  if (await publishOnce(publisher)) return;
  if (await reader.site(DEFAULT_LANGUAGE)) {
    process.stderr.write("The newsroom opens with what was published before.\n");
    return;
  }
  throw new Refusal(
    "content-invalid",
    400,
    "Nothing could be published.",
    "Correct what is said above, then start again; `npm run check` shows it without starting.",
  );
}

/** Answers whether it was published; says what it came to, or what was wrong. */
async function publishOnce(publisher: FolderPublisher): Promise<boolean> {
  try {
    const { problems, publication } = await publisher.publish();
    process.stderr.write(problemsOf(problems));
    if (publication) process.stdout.write(publishedLine(publication));
    else process.stderr.write("Not published until this is corrected.\n");
    return publication !== undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`Not published. ${error.message} ${error.help}\n`);
    return false;
  }
}

/** After an edit. Whatever goes wrong, the newsroom stays open with what was published before. */
async function publishAgain(
  publisher: FolderPublisher,
  files: readonly string[],
  endings: Endings,
): Promise<void> {
  process.stdout.write(editedLine(files));
  try {
    await publishOnce(publisher);
  } catch (error) {
    if (!endings.ended) console.error("This could not be published:", error);
  }
}

/** A folder within this one by its relative path, any other in full. */
function nameOf(folder: string): string {
  const within = relative(process.cwd(), folder);
  return within === "" || within.startsWith("..") ? folder : `${within}/`;
}

async function zoneOf(reader: NewsroomReader): Promise<string> {
  const site = await reader.site(DEFAULT_LANGUAGE);
  return site ? readItem(SiteDocument, site).value.zone : "UTC";
}

function announcer({ client, table }: Stores["dynamodb"]) {
  const tell = (line: string) => process.stderr.write(line);
  return startAnnouncer({ client, table, clock: systemClock, tell });
}

/** Mail goes to a catcher with an inbox of its own, beside the newsroom's port; what people answer comes there, too. */
async function startMail(
  stores: Stores,
  address: string,
  { mail, preview, ...shown }: { mail: string; state: string; clock: Clock; preview: boolean },
  endings: Endings,
): Promise<Pick<Greeting, "inbox" | "smtp">> {
  const catcher = await startMailCatcher({ folder: mail, take: localReplies(stores, shown) });
  await endings.add(() => catcher.stop());
  const sender = smtpSender(catcher.port);
  await endings.add(() => sender.close());
  for (const work of startMailWork(stores, { ...shown, address, send: sender.send, housekeeping: !preview }))
    await endings.add(() => work.stop());
  const inbox = await startInbox(catcher, Number(new URL(address).port) + 1);
  await endings.add(() => inbox.stop());
  return { inbox: inbox.address, smtp: catcher.port };
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
