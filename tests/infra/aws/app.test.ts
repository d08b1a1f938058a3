import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundleFunction } from "../../../infra/aws/functions/bundle.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";

test("bundling a function twice gives the same bytes", async () => {
  const folder = temporaryFolder();
  const bytes = [];
  for (const time of ["first", "second"]) {
    await bundleFunction("download", join(folder, time));
    bytes.push(readFileSync(join(folder, time, "index.js")));
  }
  expect(bytes[1]).toEqual(bytes[0]);
});
