import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { BUNDLE_FILE, bundleFunction } from "../../infra/aws/functions/bundle.ts";
import { PACKED_OPENAPI } from "../../infra/aws/functions/packed-openapi.ts";
import { functionUrlEvent } from "../worlds/aws/function-url-event.ts";

const RUNS = 31;
const PAGE = "/en/releases/world-day-2020-25-years";
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where the sample content is stored. */
export interface StoredNewsroom {
  /** Endpoint of DynamoDB Local. */
  readonly dynamodb: string;
  /** Name of the Newsroom table. */
  readonly table: string;
}

/**
 * From the start of a process to its first page, over a process that does nothing: our bundle against the same
 * application on Hono's default adapter with the SDK bundled as modules, both against the same DynamoDB Local, in
 * turns. Prints the medians, the ratio and the sizes.
 */
export async function benchColdStart({ dynamodb, table }: StoredNewsroom): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "dateline-bench-"));
  try {
    const environment = {
      AWS_REGION: "local",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
      NEWSROOM_TABLE: table,
    };
    const ours = join(directory, "ours");
    mkdirSync(ours);
    const { bytes } = await bundleFunction("read", ours);
    const baseline = join(directory, "baseline.mjs");
    await bundleBaseline(baseline);
    const event = JSON.stringify(functionUrlEvent(PAGE));
    const scripts = {
      bare: script(directory, "bare.mjs", ""),
      ours: script(
        directory,
        "run-ours.cjs",
        `require(${JSON.stringify(join(ours, BUNDLE_FILE))}).handler(${event}).then(check);`,
      ),
      baseline: script(
        directory,
        "run-baseline.mjs",
        `const { handler } = await import(${JSON.stringify(baseline)}); check(await handler(${event}));`,
      ),
    };
    const times: Record<keyof typeof scripts, number[]> = { bare: [], ours: [], baseline: [] };
    for (let run = 0; run < RUNS; run++) {
      for (const name of ["bare", "ours", "baseline"] as const)
        times[name].push(timeProcess(scripts[name], environment));
    }
    const [bare, own, plain] = [median(times.bare), median(times.ours), median(times.baseline)];
    console.log(`bundle            ${(bytes / 1024).toFixed(0)} KB`);
    console.log(`bare process      ${bare.toFixed(0)} ms`);
    console.log(`ours, over bare   ${(own - bare).toFixed(0)} ms`);
    console.log(`plain, over bare  ${(plain - bare).toFixed(0)} ms`);
    console.log(`ratio             ${((own - bare) / (plain - bare)).toFixed(2)} (budget 0.6)`);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const CHECK = `const check = (answer) => { if (answer.statusCode !== 200) { console.error(answer); process.exit(1); } process.exit(0); };\n`;

function script(directory: string, name: string, body: string): string {
  const path = join(directory, name);
  writeFileSync(path, CHECK + body);
  return path;
}

function timeProcess(path: string, environment: NodeJS.ProcessEnv): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [path], {
    env: { ...process.env, ...environment },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${path} ended with ${status}: ${stderr}`);
  return performance.now() - started;
}

/** The same application as anyone would deploy it first. */
async function bundleBaseline(outfile: string): Promise<void> {
  await build({
    stdin: {
      contents: `
        import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
        import { handle } from "hono/aws-lambda";
        import { readApp } from "./functions/http/apps/read-app.ts";
        import { newsroomReader } from "./functions/storage/newsroom/newsroom-reader.ts";
        const reader = newsroomReader(new DynamoDBClient({}), process.env.NEWSROOM_TABLE);
        export const handler = handle(readApp({ reader, clock: () => new Date(), preview: false }));`,
      resolveDir: ROOT,
      loader: "ts",
    },
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node24",
    format: "esm",
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    plugins: [PACKED_OPENAPI],
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    logLevel: "error",
  });
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
