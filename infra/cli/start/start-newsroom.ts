import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause, setImmediate as turn } from "node:timers/promises";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { requirePerl } from "../../../functions/workflows/media/metadata/perl.ts";
import { openDoor } from "../../local/edge/door.ts";
import { Endings, untilStopSignal } from "../../local/endings.ts";
import { type DynamoDbLocal, startDynamoDbLocal } from "../../local/machine/dynamodb-local.ts";
import { takeState } from "../../local/machine/state-directory.ts";
import { say } from "../console/say.ts";
import { startProgress } from "./start-progress.ts";

/** What `npm start` was told. */
export interface StartValues {
  readonly port: string | undefined;
  readonly content: string | undefined;
  readonly state: string | undefined;
  readonly at: string | undefined;
  readonly fresh: boolean;
}

const DEFAULT_PORT = 8787;
/** How long the rest waits for it: a Java that is too old ends within tenths of a second. */
const JAVA_MS = 3_000;
/** Ctrl-C in a terminal ends the programs that work for us as well, and what they then report may be heard first. */
const ENDING_MS = 250;

/**
 * Runs the newsroom until it is told to end. What can be wrong with this machine is looked at first, from the state
 * folder to Java, while nothing heavy is loaded yet.
 *
 * @returns the exit code
 * @throws Refusal of the options, of this machine, or of a first publication that failed
 */
export async function startNewsroom(values: StartValues): Promise<number> {
  const endings = new Endings();
  const told = untilStopSignal();
  process.stdout.on("error", () => {}); // a terminal that was closed is no reason to leave things running
  const serving = start(values, endings).then(() => told);
  try {
    await Promise.race([serving, told]);
  } catch (error) {
    if (!(await Promise.race([told.then(() => true), pause(ENDING_MS, false)]))) throw error;
  } finally {
    await endings.end();
    await serving.catch(() => {}); // what fails while all is ending is no news
  }
  return 0;
}

async function start(values: StartValues, endings: Endings): Promise<void> {
  const port = portOf(values.port);
  if (values.at !== undefined) {
    const { shownTime } = await import("../../local/machine/shown-time.ts");
    shownTime(values.at, "UTC"); // nonsense is refused before anything starts
  }
  const content = resolve(values.content ?? "content");
  requireContent(content);
  const state = await takeState(values.state ?? ".dateline");
  await endings.add(() => state.release());
  if (state.isOutdated)
    say("An earlier version stored its files here in another form: everything is published anew.");
  if (values.fresh || state.isOutdated) state.empty();

  const progress = startProgress(process.stdout, "Starting DynamoDB Local");
  await endings.add(progress.end);
  const { startingListener } = await import("../../local/edge/still-publishing.ts");
  const door = await openDoor(port, startingListener(progress.publishing));
  await endings.add(() => door.stop());
  const { database, running } = startDatabase(state.dynamodb, endings);
  await Promise.race([running, database, pause(JAVA_MS, undefined, { ref: false })]);
  if (!state.wasPublished && !existsSync(state.cache) && hasKit(content)) requirePerl();
  const { serveNewsroom } = await loaded(database);
  const { at } = values;
  await serveNewsroom({ content, at, state, door, database, progress, endings });
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

/** @throws Refusal `content-invalid` */
function requireContent(content: string): void {
  if (existsSync(join(content, "site.yaml"))) return;
  throw new Refusal(
    "content-invalid",
    400,
    `There is no site.yaml in ${content}.`,
    "`--content DIR` names the folder that holds it.",
  );
}

/** Pictures of kits are cleaned by a program that needs Perl. */
function hasKit(content: string): boolean {
  const kits = join(content, "media-kits");
  return existsSync(kits) && readdirSync(kits).some((name) => existsSync(join(kits, name, "kit.yaml")));
}

/** Java starts while this process loads the rest. @returns also when Java has turned out to be new enough */
function startDatabase(directory: string, endings: Endings) {
  const ending = new AbortController();
  let onRunning = () => {};
  const running = new Promise<void>((resolve) => {
    onRunning = resolve;
  });
  const database = startDynamoDbLocal({ directory, onRunning, signal: ending.signal });
  const ended = database.then(
    ({ stop }) => stop,
    () => () => {},
  );
  void endings.add(async () => {
    ending.abort();
    await (await ended)();
  });
  return { database, running };
}

/**
 * Loads what serves the newsroom, in steps between which a Java that ended can be heard.
 * @throws Refusal of the database
 */
async function loaded(database: Promise<DynamoDbLocal>) {
  const failed = database.then(() => new Promise<never>(() => {}));
  const step = async <Module>(load: () => Promise<Module>): Promise<Module> => {
    const module = await Promise.race([load(), failed]);
    await Promise.race([turn(), failed]);
    return module;
  };
  await step(() => import("../../local/stores.ts"));
  await step(() => import("../../../functions/http/apps/read-app.ts"));
  return step(() => import("./serve-newsroom.ts"));
}
