import { cpSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { detailOf } from "../../../functions/domain/detail.ts";
import { markReviewed } from "../../../functions/workflows/content/mark-reviewed.ts";
import { translationHash } from "../../../functions/workflows/content/read/text-file.ts";
import { redactedContent } from "../../../functions/workflows/redact/redact-content.ts";
import { fileOccurrences, textOccurrences } from "../../../functions/workflows/redact/redact-files.ts";
import { replaceContent } from "../../../functions/workflows/redact/replace-content.ts";
import { fileSearch } from "../../../functions/workflows/redact/search/search-file.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { contentFolder, openFolder } from "../../worlds/content/content.ts";
import {
  type ContentFiles,
  inThree,
  SMALL_NEWSROOM,
  words,
  writeFile,
} from "../../worlds/content/small-newsroom.ts";
import { eventWithPlaces } from "../../worlds/documents/places.ts";

const YAML = "releases/first/release.yaml";
const read = (directory: string, file: string) => readFileSync(join(directory, file), "utf8");

/** Says of a translation of the event that it agrees with its source. */
function reviewed(directory: string, language: string): void {
  const hash = translationHash(read(directory, "events/press-day/en.md"));
  const file = `events/press-day/${language}.md`;
  writeFile(directory, file, markReviewed(read(directory, file), hash) ?? "");
}

const statement = (speaker: string) => ({ speaker, role: "Director", text: "It was said by Omarova." });

/** A release with two statements, whose ids hold the name in two forms. */
function releaseOfOmarova(): ContentFiles {
  const text = (language: string, translationOf?: string) =>
    words(
      {
        title: `Omarova: what she said (${language})`,
        summary: "Summary",
        translationOf,
        city: "Astana",
        figures: { cases: { value: "69", label: "cases", source: "Ministry" } },
        statements: { "omarova-2020": statement("Aigerim Omarova"), "aigerim-2020": statement("Aigerim") },
      },
      "There were 69 cases, [Omarova’s](/en/releases/first#statement-omarova-2020) among them.\n",
    );
  const yaml = String(SMALL_NEWSROOM[YAML]).replace(
    "id: director",
    "id: omarova-2020 # Omarova herself\n    kind: quote\n  - id: aigerim-2020",
  );
  return { [YAML]: yaml, ...inThree("releases/first", text) };
}

const found = async (directory: string, forms: readonly string[]) => [
  ...textOccurrences(directory, detailOf(forms)),
  ...(await fileOccurrences(directory, fileSearch(detailOf(forms), temporaryFolder()))),
];

async function redact(directory: string, forms: readonly string[], folders = ["releases/first"]) {
  const order = { detail: detailOf(forms), replacement: "[…]" };
  const redacted = redactedContent(directory, folders, order);
  await replaceContent(directory, redacted, join(temporaryFolder(), "copy"), (copy) => openFolder(copy));
  return redacted;
}

test("words go from texts, names and comments, each id gets a number everywhere, and the content stays valid", async () => {
  const directory = await contentFolder(releaseOfOmarova());
  const { remaining } = await redact(directory, ["Aigerim", "Omarova"]);

  const left = (await found(directory, ["Aigerim", "Omarova"])).filter(({ where }) => where !== "unsearched");
  expect({ remaining, left }).toEqual({ remaining: [], left: [] });
  expect(read(directory, YAML)).toContain("- id: removed-1 # […] herself");
  expect(read(directory, YAML)).toContain("- id: removed-2");
  expect(read(directory, "releases/first/ru.md")).toContain(
    "[[…]’s](/en/releases/first#statement-removed-1)",
  );
  expect((await openFolder(directory)).problems).toEqual([]);
});

test("a question to a person loses the name in its words, its id, its options and its places", async () => {
  const named = (text: string) => text.replaceAll("coffee", "omarova").replaceAll("stream", "aigerim-hall");
  const files = Object.entries(eventWithPlaces()).map(([name, text]) => [name, named(String(text))]);
  const options = (text: string) => text.replaceAll("tea", "with-omarova").replace("Tea?", "Omarova?");
  const asked = files.map(([name, text = ""]) => [name, options(text)]);
  const directory = await contentFolder(Object.fromEntries(asked));
  for (const language of ["ru", "kk"]) reviewed(directory, language);

  const { remaining } = await redact(directory, ["Aigerim", "Omarova"], ["events/press-day"]);

  expect(remaining).toEqual([]);
  const yaml = read(directory, "events/press-day/event.yaml");
  expect(yaml).not.toMatch(/omarova|aigerim/i);
  expect(yaml).toMatch(/options: \[removed-\d, none\]/);
  expect((await openFolder(directory)).problems).toEqual([]);
});

test.each(["Tate", "Aphra", "paraphrase", "Statements", "5f0c7b1e", "press"])(
  "fields, choices, ids that others use and UUIDs stay what they are: %j",
  async (form) => {
    const directory = await contentFolder();
    const before = read(directory, YAML);
    await redact(directory, [form]);
    expect(read(directory, YAML)).toBe(before);
  },
);

test("pages and site.yaml can be redacted, too", async () => {
  const directory = await contentFolder();
  await redact(directory, ["Who we are", "Weekdays"], ["pages/about", "site.yaml"]);
  expect(read(directory, "pages/about/kk.md")).toContain("[…].");
  expect(read(directory, "site.yaml")).toContain('hours: {en: "[…]"');
  expect((await openFolder(directory)).problems).toEqual([]);
});

test("files whose names hold the words get others, in the folder and wherever they are used", async () => {
  const kit = "media-kits/photos";
  const link = "[the file](/downloads/photos/omarova.png)";
  const directory = await contentFolder({
    [`${kit}/kit.yaml`]: `${String(SMALL_NEWSROOM[`${kit}/kit.yaml`]).replace("steppe.png", "omarova.png")}takenDown: [{ id: omarova-2, at: 2020-07-02T10:00, files: [omarova-2.png] }]\n`,
    [`${kit}/steppe.png`]: null,
    ...inThree("pages/about", (language, translationOf) =>
      words({ title: `About ${language}`, summary: "Us", translationOf }, `See ${link}.\n`),
    ),
  });
  writeFile(directory, `${kit}/omarova.png`, readFileSync(join(directory, "share.png")));
  const { remaining, renamed } = await redact(directory, ["Omarova"], [kit]);

  expect({ remaining, renamed }).toEqual({
    remaining: [],
    renamed: [{ from: `${kit}/omarova.png`, to: `${kit}/removed.png` }],
  });
  expect(read(directory, `${kit}/kit.yaml`)).toMatch(
    /file: removed\.png[\s\S]*id: removed-1,[\s\S]*files: \[removed-2\.png\]/,
  );
  expect(read(directory, "pages/about/ru.md")).toContain("/downloads/photos/removed.png");
  expect((await openFolder(directory)).problems).toEqual([]);
  expect((await found(directory, ["Omarova"])).filter(({ where }) => where !== "unsearched")).toEqual([]);
});

test("a folder whose name holds the words gets another, which every folder and every language follows", async () => {
  const directory = await contentFolder({
    ...releaseOfOmarova(),
    "pages/about/en.md": words({ title: "About", summary: "Us" }, "See [it](/en/releases/omarova-case).\n"),
  });
  renameSync(join(directory, "releases/first"), join(directory, "releases/omarova-case"));
  for (const language of ["en", "ru", "kk"]) {
    const file = `releases/omarova-case/${language}.md`;
    writeFile(directory, file, read(directory, file).replaceAll("/releases/first", "/releases/omarova-case"));
  }
  const site = read(directory, "site.yaml");
  const { renamed } = await redact(directory, ["Aigerim", "Omarova"], ["releases/omarova-case"]);

  expect(renamed).toEqual([{ from: "releases/omarova-case", to: "releases/removed-case" }]);
  expect(read(directory, "pages/about/en.md")).toContain("/en/releases/removed-case)");
  expect(read(directory, "releases/removed-case/kk.md")).toContain(
    "/releases/removed-case#statement-removed-1",
  );
  expect(read(directory, "site.yaml")).toBe(site);
  expect((await openFolder(directory)).problems.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("folders get names that nothing has, and those that were not named keep theirs", async () => {
  const directory = await contentFolder();
  for (const name of ["omarova-case", "removed-case"]) {
    cpSync(join(directory, "releases/first"), join(directory, "releases", name), { recursive: true });
    writeFile(directory, `releases/${name}/en.md`, "See [it](/en/releases/omarova-case), says Omarova.\n");
  }
  const order = { detail: detailOf(["Omarova"]), replacement: "[…]" };
  const named = redactedContent(directory, ["releases/omarova-case"], order);
  expect(named.renamed).toEqual([{ from: "releases/omarova-case", to: "releases/removed-case-2" }]);
  expect(named.files.get("releases/removed-case/en.md")?.after).toBe(
    "See [it](/en/releases/removed-case-2), says Omarova.\n",
  );
  const other = redactedContent(directory, ["releases/removed-case"], order);
  expect({ renamed: other.renamed, text: other.files.get("releases/removed-case/en.md")?.after }).toEqual({
    renamed: [],
    text: "See [it](/en/releases/omarova-case), says […].\n",
  });
});

test("anchors and escapes do not hide words", async () => {
  const directory = await contentFolder();
  writeFileSync(
    join(directory, YAML),
    `${read(directory, YAML)}corrections:
  - at: 2020-08-01T10:00
    note: { en: &note "\\u004fmarova is well", ru: *note, kk: *note }
`,
  );
  const texts = (await found(directory, ["Omarova"])).filter(({ where }) => where === "text");
  expect(texts.map(({ file }) => file)).toEqual(["release.yaml"]);
  await redact(directory, ["Omarova"]);
  expect(read(directory, YAML)).toContain('{en: "[…] is well", ru: "[…] is well", kk: "[…] is well"}');
});

test("errors that are there already stop nothing", async () => {
  const directory = await contentFolder(releaseOfOmarova());
  writeFile(directory, "site.yaml", `${read(directory, "site.yaml")}colour: red\n`);
  await redact(directory, ["Omarova"]);
  expect(read(directory, "releases/first/en.md")).not.toContain("Omarova");
});

test("nothing is written when an error would come of it", async () => {
  const directory = await contentFolder();
  const english = read(directory, "releases/first/en.md");
  const order = { detail: detailOf(["Release"]), replacement: "x".repeat(200) };
  const redacted = redactedContent(directory, ["releases/first"], order);
  const replaced = replaceContent(directory, redacted, join(temporaryFolder(), "copy"), (copy) =>
    openFolder(copy),
  );
  await expect(replaced).rejects.toThrow("releases/first/en.md:2 would have an error");
  expect(read(directory, "releases/first/en.md")).toBe(english);
});

test("nothing is written when YAML cannot be read", async () => {
  const directory = await contentFolder(releaseOfOmarova());
  const english = read(directory, "releases/first/en.md");
  writeFile(directory, YAML, `${read(directory, YAML)}a: [\n`);
  await expect(redact(directory, ["Omarova"])).rejects.toThrow("cannot be read");
  expect(read(directory, "releases/first/en.md")).toBe(english);
});

test("pages and site.yaml note the time, too", async () => {
  const directory = await contentFolder();
  const order = { detail: detailOf(["Who we are", "Weekdays"]), replacement: "[…]" };
  const places = ["pages/about", "site.yaml"];
  const { files } = redactedContent(directory, places, order, () => ["2025-12-01T10:00:00+05:00"]);
  for (const file of ["pages/about/page.yaml", "site.yaml"])
    expect(files.get(file)?.after).toContain("redactions:\n  - at: 2025-12-01T10:00:00+05:00");
});

test("the note of the time is written first", async () => {
  const directory = await contentFolder(releaseOfOmarova());
  const order = { detail: detailOf(["Omarova"]), replacement: "[…]" };
  const { files } = redactedContent(directory, ["releases/first"], order, () => [
    "2025-12-01T10:00:00+05:00",
  ]);
  expect([...files.keys()]).toEqual(
    ["release.yaml", "en.md", "kk.md", "ru.md"].map((file) => `releases/first/${file}`),
  );
  expect(files.get(YAML)?.after).toContain("redactions:\n  - at: 2025-12-01T10:00:00+05:00");
});
