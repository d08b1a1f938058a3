import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundleFunction } from "../../../infra/aws/functions/bundle.ts";
import { stackTemplate, synthesised } from "../../worlds/aws/stack.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";

const STAGE = { stage: "prod", mailReplies: "calendar@replies.example.org" };

test("synthesising a stage twice gives the same template", () => {
  expect(synthesised(STAGE).toJSON()).toEqual(stackTemplate(STAGE).toJSON());
});

test("bundling a function twice gives the same bytes", async () => {
  const folder = temporaryFolder();
  const bytes = [];
  for (const time of ["first", "second"]) {
    await bundleFunction("download", join(folder, time));
    bytes.push(readFileSync(join(folder, time, "index.js")));
  }
  expect(bytes[1]).toEqual(bytes[0]);
});
