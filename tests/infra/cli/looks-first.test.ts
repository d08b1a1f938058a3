import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandHere } from "../../worlds/commands/command-here.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";

const nowhere = temporaryFolder();
const NONE = ["--state", nowhere];
const content = join(nowhere, "content");
mkdirSync(join(content, "releases", "first"), { recursive: true });
writeFileSync(join(content, "site.yaml"), "zone: UTC\n");
writeFileSync(join(content, "releases", "first", "release.yaml"), "id: 1\n");

/** Arguments first, then the folder, then the newsroom; nothing is asked. */
test.each([
  [2, "publish", ["--stage", "staging", "--content", "/nowhere"], 'There is no stage "staging".'],
  [2, "publish", ["--minor", "--redact", ...NONE], "--minor and --redact exclude each other."],
  [1, "publish", ["--content", "/nowhere", ...NONE], "There is no folder /nowhere."],
  [1, "publish", ["--content", nowhere, ...NONE], `There is no site.yaml in ${nowhere}.`],
  [1, "publish", ["--content", content, ...NONE], `No newsroom runs on ${nowhere}.`],
  [2, "redact", ["releases/second", "--content", content, ...NONE], "There is no folder releases/second"],
  [1, "redact", ["releases/first", "--content", content, ...NONE], `No newsroom runs on ${nowhere}.`],
  [2, "takedown", ["a/b", "--content", "/nowhere"], "A takedown needs a reason."],
  [1, "takedown", ["a/b", "--reason", "x", ...NONE], `No newsroom runs on ${nowhere}.`],
  [2, "hide", NONE, "Nothing was named."],
  [1, "hide", ["a/b", "--content", "/nowhere", ...NONE], `No newsroom runs on ${nowhere}.`],
  [2, "unhide", ["a/b", "c/d", ...NONE], "c/d is one word too many."],
  [1, "versions", ["releases/first", "--content", content, ...NONE], `No newsroom runs on ${nowhere}.`],
  [2, "registrations", ["list", "world-day", ...NONE], "What is known of people is read for a reason."],
  [1, "registrations", ["counts", "world-day", ...NONE], `No newsroom runs on ${nowhere}.`],
  [2, "embargo", ["grant", ...NONE], "--to: nobody was named."],
  [1, "embargo", ["list", ...NONE], `No newsroom runs on ${nowhere}.`],
  [1, "downloads", NONE, `No newsroom runs on ${nowhere}.`],
  [2, "deploy", ["--context", "domainName"], "--context: domainName is no setting."],
  [1, "new", ["release", "first", "--content", nowhere], `There is no site.yaml in ${nowhere}.`],
])("ends with %i and one line: %s %j", async (exitCode, name, args, message) => {
  const { code, stdout, stderr } = await commandHere("infra/cli/dateline.ts", name, ...args);
  expect({ code, stdout, lines: stderr.split("\n").length }).toEqual({
    code: exitCode,
    stdout: "",
    lines: 2,
  });
  expect(stderr).toContain(message);
});

test("pictures of the docs are taken of a newsroom that runs, or not at all", async () => {
  const { code, stderr } = await commandHere("infra/cli/screenshots.ts", ...NONE);
  expect([code, stderr.split("\n").length]).toEqual([1, 2]);
  expect(stderr).toContain(`No newsroom runs on ${nowhere}.`);
});
