import { renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentFolder, openFolder } from "../../../worlds/content/content.ts";

test.each([
  ["releases/first/ru.txt", ["releases/first"]],
  ["releases/linked", ["releases/linked"]],
  ["linked", []],
])("a symbolic link at %s holds %j and nothing else", async (name, held) => {
  const directory = await contentFolder();
  symlinkSync("/etc", join(directory, name));
  const content = await openFolder(directory);
  expect(content.held.map(({ folder }) => folder)).toEqual(held);
  expect(content.manifest?.units.map(({ folder }) => folder)).toContain("events/press-day");
  expect(content.problems.map((each) => each.message).join("\n")).toContain("a symbolic link");
});

test("a symbolic link in place of all releases keeps everything from being published", async () => {
  const links = await contentFolder();
  renameSync(join(links, "releases"), join(links, "elsewhere"));
  symlinkSync(join(links, "elsewhere"), join(links, "releases"));
  expect((await openFolder(links)).manifest).toBeUndefined();
});
