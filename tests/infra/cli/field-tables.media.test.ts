import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { splitFrontMatter } from "../../../functions/workflows/content/read/language-file.ts";
import { CONTENT_FILES, fieldsOfFile, withFieldTables } from "../../../infra/cli/operating/field-tables.ts";
import { shownFiles } from "../../worlds/content/documented-content.ts";

const PAGE = readFileSync(new URL("../../../docs/authoring.md", import.meta.url), "utf8");

/** Files that docs/authoring.md shows, by their path; `tests/house/docs-examples.media.test.ts` checks them. */
const EXAMPLES = shownFiles("docs/authoring.md");

const SHOWN: Record<string, string> = {
  "site.yaml": "site.yaml",
  "release.yaml": "releases/shelters-2025/release.yaml",
  "release text": "releases/shelters-2025/en.md",
  "event.yaml": "events/world-day-2025/event.yaml",
  "event text": "events/world-day-2025/en.md",
  "kit.yaml": "media-kits/shelters/kit.yaml",
  "kit text": "media-kits/shelters/en.md",
  "page.yaml": "pages/who-we-are/page.yaml",
  "page text": "pages/who-we-are/ru.md",
  picture: "releases/shelters-2025/release.yaml",
};

it("docs/authoring.md names the fields that the schemas have (`npm run docs` makes its tables)", () => {
  expect(withFieldTables(PAGE)).toBe(PAGE);
  expect([...PAGE.matchAll(/<!-- fields: (.+) -->/g)].map(([, name]) => name)).toEqual(
    Object.keys(CONTENT_FILES),
  );
});

it.each(Object.entries(SHOWN))("the example of %s has every field", (file, example) => {
  const text = EXAMPLES.get(example) ?? "";
  const whole: unknown = parse(example.endsWith(".md") ? (splitFrontMatter(text)?.yaml ?? "") : text);
  const value = file === "picture" ? { picture: picturesIn(whole) } : whole;
  const schema = CONTENT_FILES[file];
  const missing = (schema ? fieldsOfFile(schema, file === "picture" ? "picture[]." : "") : [])
    .map((field) => field.path)
    .filter((path) => !isThere(value, path) && !/^(draft|leaving|redactions|takenDown)\b/.test(path)); // what stands has none
  // only a translation says of what it is one
  expect(missing).toEqual(
    example.endsWith("en.md") ? ["translationOf"] : file === "release.yaml" ? ["figures[].supersededBy"] : [],
  );
});

const picturesIn = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "pictures" in value ? value.pictures : [];

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
