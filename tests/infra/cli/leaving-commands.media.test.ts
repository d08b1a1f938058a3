import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command } from "../../worlds/commands/command.ts";
import { contentFolder, openFolder } from "../../worlds/content/content.ts";
import { SMALL_NEWSROOM } from "../../worlds/content/small-newsroom.ts";

const YAML = "releases/first/release.yaml";
const NOTE = ["--note-en", "Why", "--note-ru", "Почему", "--note-kk", "Неге"];
const read = (directory: string) => readFileSync(join(directory, YAML), "utf8");
const now = () => ({ now: new Date().toISOString().replace(/\.\d+Z$/, "Z") });

describe("leaving", () => {
  it("is written below what stands there, on the clock of the newsroom, and check finds nothing wrong", async () => {
    const directory = await contentFolder();
    const at = ["--at", "2026-01-15T12:00"];
    const run = await command(
      "withdraw",
      "releases/first",
      "--later",
      "--content",
      directory,
      ...NOTE,
      ...at,
    );

    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(read(directory)).toBe(
      `${SMALL_NEWSROOM[YAML]}leaving:\n  verb: withdraw\n  at: 2026-01-15T12:00:00+05:00\n  note:\n    en: Why\n    ru: Почему\n    kk: Неге\n`,
    );
    expect((await openFolder(directory, now())).problems).toEqual([]);
  });

  it("is taken back by republish, which notes why for readers", async () => {
    const directory = await contentFolder();
    await command("gone", "releases/first", "--later", "--content", directory);
    const run = await command("republish", `${directory}/releases/first/`, "--content", directory, ...NOTE);

    expect(run.code).toBe(0);
    expect(read(directory)).toMatch(/corrections:\n {2}- at: .*\n {4}note:\n {6}en: Why\n/);
    expect(read(directory)).not.toContain("leaving");
    expect((await openFolder(directory, now())).problems).toEqual([]);
  });

  it("leads to a folder, which may be named by its address", async () => {
    const directory = await contentFolder();
    await command("redirect", "/ru/releases/first", "--to", "/ru/kits/photos", "--content", directory);
    expect(read(directory)).toMatch(/verb: redirect\n {2}at: .*\n {2}to: media-kits\/photos\n/);
  });

  it.each([
    [
      "withdraw",
      ["releases/firs", ...NOTE],
      "There is no folder releases/firs in",
      "Did you mean releases/first?",
    ],
    ["gone", ["pages/about"], "pages/about is a page of the organisation", "npm run takedown"],
    ["withdraw", ["releases/first"], "The note to readers is missing.", "--note-kk"],
    [
      "gone",
      ["releases/first", "--note-en", "Why"],
      "The note is missing in Русский and Қазақша.",
      "--note-ru",
    ],
    ["gone", ["releases/first", "--at", "2999-01-01T10:00"], "is far from our time", "1900 and 2199"],
    ["gone", ["releases/first", "--at", "2199-01-01T10:00"], "lies ahead", "takes effect at once"],
    ["gone", [], "No folder was named.", "releases/my-release"],
    ["redirect", ["releases/first"], "--to: no folder was named.", "releases/my-release"],
  ])("%s %j is refused in one line, and nothing is written", async (name, args, ...said) => {
    const directory = await contentFolder();
    const later = name === "redirect" ? [] : ["--later"];
    const { code, stderr } = await command(name, ...args, ...later, "--content", directory);

    expect([code, stderr.split("\n").length]).toEqual([2, 2]);
    for (const part of said) expect(stderr).toContain(part);
    expect(read(directory)).toBe(SMALL_NEWSROOM[YAML]);
  });

  it("cannot be taken back where nothing has left", async () => {
    const directory = await contentFolder();
    const { code, stderr } = await command("republish", "releases/first", ...NOTE, "--content", directory);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^releases\/first does not say that it has left\. .*\n$/);
  });
});
