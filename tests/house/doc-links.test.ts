import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const PAGES = [...globSync("*.md"), ...globSync("docs/**/*.md"), ...globSync(".github/**/*.md")];

const withoutCode = (text: string) => text.replaceAll(/^ *```[\s\S]*?^ *```$|`[^`\n]*`/gm, "");

/** Targets of links to other files and headings of this repository. */
function linksIn(page: string): string[] {
  const links = withoutCode(readFileSync(page, "utf8")).matchAll(/(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)/g);
  return [...links].map(([, target = ""]) => target).filter((target) => !/^[a-z]+:/.test(target));
}

/** Anchors of a page's headings, as GitHub makes them. */
function anchorsIn(page: string): string[] {
  const headings = readFileSync(page, "utf8")
    .replaceAll(/^ *```[\s\S]*?^ *```$/gm, "")
    .matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, words = ""]) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** Links of a page that lead nowhere. */
function brokenIn(page: string): string[] {
  return linksIn(page).filter((target) => {
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? page : join(dirname(page), path);
    return !existsSync(file) || (anchor !== undefined && !anchorsIn(file).includes(anchor));
  });
}

test.each(PAGES)("links of %s lead to files and headings that are there", (page) => {
  expect(brokenIn(page)).toEqual([]);
});

test("the README leads to every other page", () => {
  const reached = linksIn("README.md").map((target) => target.split("#")[0]);
  const others = PAGES.filter((page) => page !== "README.md" && !page.startsWith(".github/"));
  expect(others.length).toBeGreaterThan(10);
  expect(others.filter((page) => !reached.includes(page))).toEqual([]);
});
