import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { PACKED_OPENAPI } from "./packed-openapi.ts";
import { SLIM_PACKAGES } from "./slim-packages.ts";

const FUNCTIONS = new URL("../../../functions/", import.meta.url);

/** The deployed functions, by the name of their file in `functions/lambda`. */
export const FUNCTION_NAMES = [
  "read",
  "announce",
  "early",
  "download",
  "register",
  "deliver",
  "housekeep",
  "mail-feedback",
  "mail-replies",
] as const;
export type FunctionName = (typeof FUNCTION_NAMES)[number];

/** The folder of each function's bundle. */
export type Bundles = Readonly<Record<FunctionName, string>>;

export function bundlesIn(folderOf: (name: FunctionName) => string): Bundles {
  return {
    read: folderOf("read"),
    announce: folderOf("announce"),
    early: folderOf("early"),
    download: folderOf("download"),
    register: folderOf("register"),
    deliver: folderOf("deliver"),
    housekeep: folderOf("housekeep"),
    "mail-feedback": folderOf("mail-feedback"),
    "mail-replies": folderOf("mail-replies"),
  };
}

interface Bundle {
  readonly bytes: number;
  /** Files of which it holds code, by their path from the root of the project. */
  readonly sources: readonly string[];
}

/** File name of a bundle; Lambda calls its `handler`. */
export const BUNDLE_FILE = "index.js";

/**
 * Bundles one function into `{directory}/index.js`: CommonJS, which Node loads a third faster than modules, and
 * without the SDK's providers of credentials that Lambda never uses. The same sources give the same bytes.
 *
 * @returns its size, and what went into it
 */
export async function bundleFunction(name: FunctionName, directory: string): Promise<Bundle> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(`lambda/${name}.ts`, FUNCTIONS))],
    outfile: `${directory}/${BUNDLE_FILE}`,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node24",
    format: "cjs",
    charset: "utf8",
    mainFields: ["module", "main"],
    // The SDK imports node:http when it first needs it; as a module that would read WebSocket off it, and so load undici.
    supported: { "dynamic-import": false },
    alias: {
      "@aws-sdk/credential-provider-node": stub("environment-credentials"),
      "@aws-sdk/endpoint-cache": stub("no-endpoint-cache"),
      "@smithy/core/event-streams": stub("no-event-streams"),
    },
    plugins: [PACKED_OPENAPI, SLIM_PACKAGES],
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    legalComments: "none",
    metafile: true,
    logLevel: "error",
  });
  const [output] = Object.values(result.metafile.outputs);
  if (!output) throw new Error(`esbuild made no bundle of ${name}`);
  return { bytes: output.bytes, sources: Object.keys(output.inputs) };
}

/** What the bundle takes instead of a part of the SDK that it never uses. */
function stub(name: string): string {
  return fileURLToPath(new URL(`lambda/runtime/${name}.ts`, FUNCTIONS));
}
