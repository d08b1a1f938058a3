import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "../../functions/domain/refusal.ts";
import { guardChild } from "./child-guard.ts";
import { freePort } from "./free-port.ts";

export interface DynamoDbLocal {
  /** `http://127.0.0.1:{port}`; any credentials and any region reach the same tables. */
  readonly endpoint: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface DynamoDbLocalOptions {
  /** Where the tables are kept; in memory when absent. */
  readonly directory?: string;
  /** A free one when absent. */
  readonly port?: number;
  /** The Java program; by default that of `JAVA_HOME`, else the first one in the path. */
  readonly java?: string;
}

const EMULATOR = join(
  dirname(createRequire(import.meta.url).resolve("amplify-dynamodb-simulator/package.json")),
  "emulator",
);
const START_LIMIT_MS = 60_000;
const ASK_EVERY_MS = 20;

/**
 * Starts DynamoDB Local as a child that never outlives this process, and answers when it takes requests.
 *
 * @throws Refusal `java-missing` when there is no Java, or one older than 17
 */
export async function startDynamoDbLocal(options: DynamoDbLocalOptions = {}): Promise<DynamoDbLocal> {
  const java = options.java ?? defaultJava();
  if (options.directory !== undefined) mkdirSync(options.directory, { recursive: true });
  const port = options.port ?? (await freePort());
  const child = spawn(java, javaArguments(port, options.directory), {
    cwd: options.directory ?? tmpdir(),
    stdio: ["ignore", "ignore", "pipe"],
    detached: true, // Ctrl-C reaches us alone, so that the reading of tables ends before the tables do
  });
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint = (complaint + chunk).slice(-4_000);
  });
  const ended = new Promise<never>((_, reject) => {
    child.once("error", (cause) => reject(javaMissing(`${java} could not be run`, cause)));
    child.once("close", (code) => reject(explain(complaint, code)));
  });
  ended.catch(() => {}); // heard only while starting
  const { pid } = child;
  if (pid === undefined) return ended;
  const stop = guardChild(child);
  const endpoint = `http://127.0.0.1:${port}`;
  const started = new AbortController();
  try {
    await Promise.race([untilReady(endpoint, started.signal), ended]);
  } catch (error) {
    await stop();
    throw error;
  } finally {
    started.abort();
  }
  return { endpoint, pid, stop };
}

function javaArguments(port: number, directory: string | undefined): string[] {
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
    `http://127.0.0.1:${port}`,
  ];
}

function defaultJava(): string {
  const home = process.env.JAVA_HOME;
  return home ? join(home, "bin", "java") : "java";
}

/** Asks for the tables until DynamoDB Local answers. */
async function untilReady(endpoint: string, stopped: AbortSignal): Promise<void> {
  const limit = AbortSignal.any([stopped, AbortSignal.timeout(START_LIMIT_MS)]);
  while (!limit.aborted) {
    if (await answers(endpoint, limit)) return;
    await pause(ASK_EVERY_MS);
  }
  if (!stopped.aborted) throw new Error(`DynamoDB Local did not answer within ${START_LIMIT_MS / 1000} s.`);
}

/** Whether a DynamoDB Local takes requests at this address. */
export async function answers(endpoint: string, signal?: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": "DynamoDB_20120810.ListTables",
        authorization:
          "AWS4-HMAC-SHA256 Credential=local/20200730/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
      },
      body: "{}",
      ...(signal && { signal }),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function explain(complaint: string, code: number | null): Error {
  if (/UnsupportedClassVersionError|Unrecognized VM option/.test(complaint))
    return javaMissing("the Java found here is older", complaint);
  if (/Unable to locate a Java Runtime/.test(complaint)) return javaMissing("there is none here", complaint);
  return new Error(`DynamoDB Local ended with code ${code} before it was ready:\n${complaint}`);
}

function javaMissing(found: string, cause: unknown): Refusal {
  return new Refusal(
    "java-missing",
    500,
    `DynamoDB Local needs Java 17 or newer: ${found}.`,
    `Install a JRE (Debian, Ubuntu: \`sudo apt install default-jre-headless\`; macOS: \`brew install openjdk\`) and put java into the path or set JAVA_HOME.`,
    { cause },
  );
}
