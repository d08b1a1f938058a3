import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { splitFrontMatter } from "../../../functions/workflows/content/language-file.ts";
import { CONTENT_FILES, fieldsOfFile, withFieldTables } from "../../../infra/cli/field-tables.ts";
import { openFolder } from "../../worlds/content.ts";
import { picture, writeFile } from "../../worlds/small-newsroom.ts";
import { temporaryFolder } from "../../worlds/temporary-folder.ts";

const PAGE = readFileSync(new URL("../../../docs/authoring.md", import.meta.url), "utf8");

/** Files that docs/authoring.md shows, by their path. */
const EXAMPLES = new Map(
  [...PAGE.matchAll(/```\w+ title="([^"]+)"\n([\s\S]*?)```/g)].map(([, name = "", text = ""]) => [
    name,
    text,
  ]),
);

const SHOWN: Record<string, string> = {
  "site.yaml": "site.yaml",
  "release.yaml": "releases/shelters-2027/release.yaml",
  "release text": "releases/shelters-2027/en.md",
  "event.yaml": "events/world-day-2027/event.yaml",
  "event text": "events/world-day-2027/en.md",
  "kit.yaml": "media-kits/shelters/kit.yaml",
  "kit text": "media-kits/shelters/en.md",
  "page.yaml": "pages/who-we-are/page.yaml",
  "page text": "pages/who-we-are/ru.md",
};

it("docs/authoring.md names the fields that the schemas have (`npm run docs` makes its tables)", () => {
  expect(withFieldTables(PAGE)).toBe(PAGE);
  expect([...PAGE.matchAll(/<!-- fields: (.+) -->/g)].map(([, name]) => name)).toEqual(
    Object.keys(CONTENT_FILES),
  );
});

it("what docs/authoring.md shows is a newsroom without a mistake", async () => {
  const directory = temporaryFolder();
  for (const [name, text] of EXAMPLES) writeFile(directory, name, text);
  const preview = await picture();
  for (const name of [
    "share.png",
    "events/world-day-2027/world-day.jpg",
    "releases/shelters-2027/shelter.jpg",
    "releases/shelters-2027/house.jpg",
    "media-kits/shelters/share.jpg",
    "media-kits/shelters/house.jpg",
    "media-kits/shelters/clip-still.jpg",
  ])
    writeFile(directory, name, name.endsWith(".jpg") ? await jpeg(preview) : preview);
  const sample = (name: string) => readFileSync(join("content/media-kits/world-day-2020", name));
  writeFile(directory, "media-kits/shelters/clip.mp4", sample("heart-of-stars.mp4"));
  writeFile(directory, "media-kits/shelters/clip.en.vtt", sample("heart-of-stars.en.vtt"));
  const { problems } = await openFolder(directory, { now: "2027-08-01T00:00:00Z" });
  expect(
    problems.filter(
      ({ message }) => !/so readers are sent to the other languages|is not on this machine/.test(message),
    ),
  ).toEqual([]);
});

it.each(Object.entries(SHOWN))("the example of %s has every field", (file, example) => {
  const text = EXAMPLES.get(example) ?? "";
  const value: unknown = parse(example.endsWith(".md") ? (splitFrontMatter(text)?.yaml ?? "") : text);
  const schema = CONTENT_FILES[file];
  const missing = (schema ? fieldsOfFile(schema) : [])
    .map((field) => field.path)
    .filter((path) => !isThere(value, path) && !/^(draft|leaving|redactions|takenDown)\b/.test(path)); // what stands has none
  // only a translation says of what it is one
  expect(missing).toEqual(
    example.endsWith("en.md") ? ["translationOf"] : file === "release.yaml" ? ["figures[].supersededBy"] : [],
  );
});

/** Whether there is anything at a path such as `figures[].id` or `sessions.{id}.title`. */
function isThere(value: unknown, path: string): boolean {
  const [step = "", ...rest] = path.split(".");
  if (typeof value !== "object" || value === null) return false;
  const name = step.replace("[]", "");
  const children = step.startsWith("{")
    ? Object.values(value)
    : Object.entries(value)
        .filter(([key]) => key === name)
        .map(([, child]) => child);
  const inner = step.endsWith("[]") ? children.flat() : children;
  return rest.length === 0 ? inner.length > 0 : inner.some((child) => isThere(child, rest.join(".")));
}

async function jpeg(png: Uint8Array): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  return sharp(png).jpeg().toBuffer();
}
