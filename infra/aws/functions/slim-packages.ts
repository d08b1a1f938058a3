import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/**
 * Of the SDK's package.json a bundle gets the version alone, which its clients name in the `User-Agent`: a client
 * imports the whole file, 2 kB of names and scripts.
 */
export const SLIM_PACKAGES: Plugin = {
  name: "slim-packages",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@aws-sdk[\\/]client-[\w-]+[\\/]package\.json$/ }, async ({ path }) => {
      const { version }: { version: string } = JSON.parse(await readFile(path, "utf8"));
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
  },
};
