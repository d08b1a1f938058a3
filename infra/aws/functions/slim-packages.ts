import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

const REGIONS = /"regions": \{(?:[^{}]|\{[^{}]*\})*\}/g;

/**
 * Of the SDK a bundle gets no more than it uses. Of its package.json the version alone, which its clients name in the
 * `User-Agent`: a client imports the whole file, 2 kB of names and scripts. Of the partitions of AWS no list of regions
 * with what they are called: an endpoint follows from the pattern of their names.
 */
export const SLIM_PACKAGES: Plugin = {
  name: "slim-packages",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@aws-sdk[\\/]client-[\w-]+[\\/]package\.json$/ }, async ({ path }) => {
      const { version }: { version: string } = JSON.parse(await readFile(path, "utf8"));
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
    onLoad({ filter: /[\\/]util-endpoints[\\/]lib[\\/]aws[\\/]partitions\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replaceAll(REGIONS, '"regions": {}'),
    }));
  },
};
