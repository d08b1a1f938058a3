import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { detailOf } from "../../../functions/domain/detail.ts";
import { occurrences } from "../../../functions/workflows/redact/redact-files.ts";
import { redactFolder } from "../../../functions/workflows/redact/redact-folder.ts";
import { contentFolder, inThree, openFolder, words } from "../../worlds/content.ts";

const SPEAKER = { role: "Director", text: "It was said by Omarova." };

async function folderOfOmarova(): Promise<string> {
  const text = (language: string, translationOf?: string) =>
    words(
      {
        title: `Omarova: what she said (${language})`,
        summary: "Summary",
        translationOf,
        city: "Astana",
        figures: { cases: { value: "69", label: "cases", source: "Ministry" } },
        statements: { "omarova-2020": { speaker: "Aigerim Omarova", ...SPEAKER } },
      },
      "There were 69 cases, Omarova’s among them.\n",
    );
  const directory = await contentFolder(inThree("releases/first", text));
  const { writeFileSync } = await import("node:fs");
  const yaml = join(directory, "releases/first/release.yaml");
  writeFileSync(
    yaml,
    readFileSync(yaml, "utf8").replace("id: director", "id: omarova-2020 # Omarova herself"),
  );
  return directory;
}

test("words are replaced in texts, names and comments, ids stay ids, and the content stays valid", async () => {
  const directory = await folderOfOmarova();
  const detail = detailOf(["Aigerim", "Omarova"]);
  redactFolder(directory, "releases/first", "en.md", occurrences(directory, detail), {
    detail,
    replacement: "[…]",
  });

  expect(occurrences(directory, detail)).toEqual([]);
  const yaml = readFileSync(join(directory, "releases/first/release.yaml"), "utf8");
  expect(yaml).toContain("- id: removed-2020 # […] herself");
  const { problems } = await openFolder(directory);
  expect(problems).toEqual([]);
});

test("occurrences tell the folder and the file, in every kind of content", async () => {
  const directory = await folderOfOmarova();
  expect(occurrences(directory, detailOf(["Omarova"]))).toEqual(
    ["en.md", "kk.md", "release.yaml", "ru.md"].map((file) => ({
      folder: "releases/first",
      file,
      text: true,
    })),
  );
  expect(occurrences(directory, detailOf(["All are welcome"])).map(({ folder }) => folder)).toContain(
    "events/press-day",
  );
});
