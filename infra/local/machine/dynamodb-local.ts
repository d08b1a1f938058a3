import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { guardChild } from "./child-guard.ts";
import { freePort } from "./free-port.ts";
import { defaultJava, javaMissing, javaRefusal } from "./java.ts";

export interface DynamoDbLocal {
  /** `http://127.0.0.1:{port}`; any credentials and any region reach the same tables. */
  readonly endpoint: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface DynamoDbLocalOptions {
  /** Where the tables are kept; in memory when absent. */
  readonly directory?: string;
  /** Names the port for each attempt; a free one when absent. */
  readonly port?: () => Promise<number>;
  /** The Java program; by default that of `JAVA_HOME`, else the first one in the path. */
  readonly java?: string;
  /** How long one attempt may take to answer. */
  readonly limitMs?: number;
  /** Is called once Java runs the program: it is new enough then. */
  readonly onRunning?: () => void;
  /** Ends the start: the child is ended, and the start throws the signal's reason. */
  readonly signal?: AbortSignal;
}

const EMULATOR = join(
  dirname(createRequire(import.meta.url).resolve("amplify-dynamodb-simulator/package.json")),
  "emulator",
);
const ATTEMPTS = 3;
/** An idle machine needs one second, a busy one ten. */
const LIMIT_MS = 20_000;
/** Of one request: a server that accepts and never answers must not use up the whole attempt. */
const REQUEST_MS = 2_000;
const ASK_EVERY_MS = 20;

/**
 * Starts DynamoDB Local as a child that never outlives this process, and answers when it takes requests. A port that
 * was taken a moment after it was chosen, or a Java that does not answer, is left for another port, three times in all.
 *
 * @throws Refusal `java-missing` when there is no Java, or one older than 17
 * @throws Refusal `dynamodb-unreachable` when no attempt succeeded
 */
export async function startDynamoDbLocal(options: DynamoDbLocalOptions = {}): Promise<DynamoDbLocal> {
  if (options.directory !== undefined) mkdirSync(options.directory, { recursive: true });
  const failures: Error[] = [];
  while (failures.length < ATTEMPTS) {
    const port = await (options.port ?? freePort)();
    options.signal?.throwIfAborted();
    try {
      return await startOn(port, options);
    } catch (error) {
      options.signal?.throwIfAborted();
      if (error instanceof Refusal || !(error instanceof Error)) throw error;
      failures.push(error);
    }
  }
  throw unreachable(failures);
}

async function startOn(port: number, options: DynamoDbLocalOptions): Promise<DynamoDbLocal> {
  const { directory, java = defaultJava(), limitMs = LIMIT_MS, signal } = options;
  const own = `http://${randomUUID()}.invalid`;
  const child = spawn(java, javaArguments(port, directory, own), {
    cwd: directory ?? tmpdir(),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // Ctrl-C reaches us alone, so that the reading of tables ends before the tables do
  });
  child.stdout.once("data", () => options.onRunning?.()).resume();
  const failed = failureOf(child, java, port);
  failed.catch(() => {}); // heard only while starting
  const { pid } = child;
  if (pid === undefined) return failed;
  const stop = guardChild(child);
  const endpoint = `http://127.0.0.1:${port}`;
  const over = new AbortController();
  const until = AbortSignal.any([over.signal, AbortSignal.timeout(limitMs), ...(signal ? [signal] : [])]);
  try {
    const ready = untilReady(endpoint, own, until);
    if (!(await Promise.race([ready, failed])))
      throw new Error(`it did not answer at port ${port} within ${limitMs / 1_000} s`);
  } catch (error) {
    await stop();
    throw error;
  } finally {
    over.abort();
  }
  return { endpoint, pid, stop };
}

function javaArguments(port: number, directory: string | undefined, origin: string): string[] {
  return [
    // Half the start: it lives for minutes, not for months.
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-XX:-UsePerfData",
    `-Djava.library.path=${join(EMULATOR, "DynamoDBLocal_lib")}`,
    "-jar",
    join(EMULATOR, "DynamoDBLocal.jar"),
    "-port",
    String(port),
    "-disableTelemetry",
    ...(directory === undefined ? ["-inMemory"] : ["-dbPath", directory]),
    "-sharedDb",
    // The default is `*`, which would let any page in the developer's browser read the tables.
    "-cors",
    origin,
  ];
}

/** Rejects when the child ends, or says that it has no port: then its process stays, and never answers. */
function failureOf(child: ChildProcess, java: string, port: number): Promise<never> {
  return new Promise((_, reject) => {
    let complaint = "";
    child.stderr?.on("data", (chunk) => {
      complaint = (complaint + chunk).slice(-4_000);
      if (/Failed to bind|BindException/.test(complaint)) reject(new Error(`port ${port} is taken`));
    });
    child.once("error", (cause) => reject(javaMissing(`${java} could not be run`, cause)));
    child.once("close", (code) =>
      reject(javaRefusal(complaint) ?? new Error(`it ended with code ${code}: ${lastLine(complaint)}`)),
    );
  });
}

const lastLine = (text: string): string => text.trim().split("\n").at(-1) ?? "";

/** Asks for the tables until the DynamoDB Local with this origin answers. @returns whether it did before the signal */
async function untilReady(endpoint: string, origin: string, until: AbortSignal): Promise<boolean> {
  while (!until.aborted) {
    if (await isDynamoDbLocal(endpoint, { origin, signal: until })) return true;
    await pause(ASK_EVERY_MS);
  }
  return false;
}

/**
 * Whether a DynamoDB Local takes requests at this address.
 *
 * @param origin of another page's that only our own DynamoDB Local lets in: another process that has taken the port a
 * moment earlier may be a DynamoDB Local as well, with somebody else's tables
 */
export async function isDynamoDbLocal(
  endpoint: string,
  { origin, signal }: { readonly origin?: string; readonly signal?: AbortSignal } = {},
): Promise<boolean> {
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": "DynamoDB_20120810.ListTables",
        authorization:
          "AWS4-HMAC-SHA256 Credential=local/20200730/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
        ...(origin !== undefined && { origin }),
      },
      body: "{}",
      signal: AbortSignal.any([AbortSignal.timeout(REQUEST_MS), ...(signal ? [signal] : [])]),
    });
    await response.arrayBuffer();
    const isOurs = origin === undefined || response.headers.get("access-control-allow-origin") === origin;
    return response.ok && isOurs;
  } catch {
    return false;
  }
}

function unreachable(failures: readonly Error[]): Refusal {
  return new Refusal(
    "dynamodb-unreachable",
    500,
    `DynamoDB Local could not be started, although it was tried ${failures.length} times: ${failures.map(({ message }) => message).join("; ")}.`,
    "Look whether this machine has memory left and lets programs listen at 127.0.0.1, then start it again.",
    { cause: failures.at(-1) },
  );
}
