import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const PAGES = [...globSync("*.md"), ...globSync("docs/**/*.md")];
const PICTURES = globSync("docs/**/*.{png,jpg,jpeg,gif,webp,avif,svg}").sort();

const SHOWN = /!\[([^\]]*)\]\(([^)\s]+)\)/g;

/** Pictures that a page shows, from where it stands. */
function shownOn(page: string): { alt: string; file: string }[] {
  return [
    ...readFileSync(page, "utf8")
      .replaceAll(/^ *```[\s\S]*?^ *```$|`[^`\n]*`/gm, "")
      .matchAll(SHOWN),
  ].map(([, alt = "", path = ""]) => ({ alt, file: join(dirname(page), path) }));
}

const SHOWN_FILES = PAGES.flatMap(shownOn);

test("pages of docs show exactly the pictures that are there", () => {
  expect(SHOWN_FILES.length).toBeGreaterThan(0);
  expect([...new Set(SHOWN_FILES.map(({ file }) => file))].sort()).toEqual(PICTURES);
});

test("every picture of docs says in words what it shows", () => {
  expect(SHOWN_FILES.filter(({ alt }) => alt.trim() === "")).toEqual([]);
});
