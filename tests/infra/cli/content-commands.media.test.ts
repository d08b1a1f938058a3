import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { problemLine, problemSummary } from "../../../infra/cli/console/problem-lines.ts";
import { command } from "../../worlds/commands/command.ts";
import { contentFolder, openFolder } from "../../worlds/content/content.ts";
import { SMALL_NEWSROOM, writeFile } from "../../worlds/content/small-newsroom.ts";

const read = (directory: string, name: string) => readFileSync(join(directory, name), "utf8");

describe("check", () => {
  it("prints every problem in order, a summary, and ends with 1 when one is an error", async () => {
    const directory = await contentFolder({
      "releases/first/kk.md": null,
      "pages/about/en.md": String(SMALL_NEWSROOM["pages/about/en.md"]).replace(
        "Who we are.",
        "<b>Who</b> we are.",
      ),
    });
    const { code, stdout } = await command("check", "--content", directory);
    const shown = relative(process.cwd(), directory);
    expect(code).toBe(1);
    expect(stdout.split("\n")).toEqual([
      `${shown}/pages/about/en.md:6: raw HTML </b>; expected Markdown only`,
      `${shown}/pages/about/en.md:6: raw HTML <b>; expected Markdown only`,
      expect.stringContaining(`${shown}/pages/about/kk.md:4: warning: en.md has changed`),
      expect.stringContaining(`${shown}/pages/about/ru.md:4: warning: en.md has changed`),
      `${shown}/releases/first/release.yaml:1: warning: kk.md is missing, so readers are sent to the other languages; expected a translation of en.md`,
      "2 problems and 3 warnings in 18 files.",
      "",
    ]);
  });

  it("ends with 0 when there is nothing to say, and with one line for a folder that is not there", async () => {
    expect(await command("check", "--content", await contentFolder())).toMatchObject({
      code: 0,
      stdout: "No problems in 19 files.\n",
    });
    const { code, stderr } = await command("check", "--content", "/nowhere");
    expect([code, stderr]).toEqual([
      1,
      "There is no folder /nowhere. `--content DIR` names the folder that holds site.yaml.\n",
    ]);
  });

  it("annotates the lines of a pull request", () => {
    const problem = {
      file: "content/a,b.md",
      line: 3,
      message: "100%; expected\nless",
      severity: "error",
    } as const;
    expect(problemLine(problem, "github")).toBe(
      "::error file=content/a%2Cb.md,line=3::100%25; expected%0Aless",
    );
    expect(problemSummary([problem], 1)).toBe("1 problem in 1 file.");
  });
});

describe("new", () => {
  const filled: Record<string, (text: string) => string> = {
    "release.yaml": (text) =>
      text
        .replace("publishAt:", "publishAt: 2026-03-01T10:00")
        .replace("topics: []", "topics: [data]")
        .replace("contacts: []", "contacts: [press]"),
    "en.md": (text) =>
      text.replace("title:", "title: A").replace("summary:", "summary: A").replace("city:", "city: A"),
  };

  it("makes a folder that passes check once it is filled in", async () => {
    const directory = await contentFolder();
    const { code, stdout } = await command("new", "release", "second", "--content", directory);
    expect([code, stdout]).toEqual([0, expect.stringContaining("release.yaml")]);
    expect((await openFolder(directory)).held.map(({ folder }) => folder)).toEqual(["releases/second"]);
    for (const [name, fill] of Object.entries(filled))
      writeFile(directory, `releases/second/${name}`, fill(read(directory, `releases/second/${name}`)));
    const { problems, manifest } = await openFolder(directory);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(manifest?.units).toHaveLength(7);
  });

  it("leaves alone what is there and refuses what cannot be an address", async () => {
    const directory = await contentFolder();
    const taken = await command("new", "page", "about", "--content", directory);
    expect([taken.code, taken.stderr]).toEqual([
      1,
      expect.stringContaining("is already there. Choose another name"),
    ]);
    const reserved = await command("new", "page", "topics", "--content", directory);
    expect([reserved.code, reserved.stderr]).toEqual([
      2,
      expect.stringContaining('"topics" cannot be the address of a page.'),
    ]);
  });
});

it("reviewed marks a stale translation, and check is content with it", async () => {
  const directory = await contentFolder();
  const source = String(SMALL_NEWSROOM["pages/about/en.md"]).replace("Who we are.", "Who we are now.");
  writeFile(directory, "pages/about/en.md", source);
  const files = ["ru", "kk"].map((language) => join(directory, `pages/about/${language}.md`));
  const { code, stdout } = await command("reviewed", ...files);
  expect([code, stdout.split("\n").length]).toEqual([0, 3]);
  expect(stdout).toContain("ru.md now says that it agrees with en.md (translationOf: ");
  expect((await openFolder(directory)).problems).toEqual([]);
  expect((await command("reviewed", join(directory, "pages/about/en.md"))).stderr).toContain(
    "is the source text itself",
  );
});
