import { describe, expect, it, test } from "vitest";
import { EVENT, edited, found, KIT, RELEASE } from "../../../worlds/content/content-problems.ts";
import { type ContentFiles, SMALL_NEWSROOM } from "../../../worlds/content/small-newsroom.ts";

const FILES = [
  RELEASE,
  EVENT,
  KIT,
  "releases/first/en.md",
  "events/press-day/ru.md",
  "media-kits/photos/kk.md",
  "pages/about/en.md",
  "pages/about/page.yaml",
  "site.yaml",
];

/** The file with a line in it that nobody can read. */
const broken = (file: string): ContentFiles =>
  file.endsWith(".md")
    ? { [file]: String(SMALL_NEWSROOM[file]).replace("---\n", "---\n}{: ]\n") }
    : { [file]: `}{: ]\n${SMALL_NEWSROOM[file]}` };

describe("a file that cannot be read is one problem, without what follows from it", () => {
  it.each(FILES)("%s", async (file) => {
    const problems = (await found(broken(file))).filter((line) => !line.includes("en.md has changed"));
    expect(problems, problems.join("\n")).toHaveLength(1);
    expect(problems[0]).toContain(
      `${file}:${file.endsWith(".md") ? 2 : 1}: error the fields cannot be read from`,
    );
  });
});

test("a slip in a file is one problem, and every reference to the file is followed", async () => {
  expect(await found(edited(RELEASE, "  - id: cases", "  - id:cases"))).toEqual([
    `${RELEASE}:10: error there is no blank behind the colon of id; expected \`  - id: cases\``,
  ]);
});

test("a merge that was not finished is one problem of its file", async () => {
  const conflict = "<<<<<<< HEAD\nkit: photos\n=======\nkit: others\n>>>>>>> other\n";
  expect(await found(edited(RELEASE, "kit: photos\n", conflict))).toEqual([
    `${RELEASE}:7: error marks of a merge that was not finished, from <<<<<<< HEAD on; expected one of the versions between the marks, without the lines of <<<<<<<, ======= and >>>>>>>`,
  ]);
});
