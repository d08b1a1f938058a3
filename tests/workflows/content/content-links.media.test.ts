import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openContent } from "../../../functions/workflows/content/open-content.ts";
import { writeContent } from "../../worlds/content.ts";
import { contentFolder } from "../../worlds/published-content.ts";

test.each(["releases/first/ru.txt", "releases/linked"])(
  "a symbolic link at %s stops publishing",
  async (name) => {
    const directory = contentFolder();
    await writeContent(directory);
    symlinkSync("/etc", join(directory, name));
    const content = await openContent(directory, {
      address: "https://newsroom.example.org",
      rendering: "test",
      now: "2026-11-23T09:00:00Z",
    });
    expect(content.manifest).toBeUndefined();
    expect(content.problems.map((each) => each.message).join("\n")).toContain("a symbolic link");
  },
);
