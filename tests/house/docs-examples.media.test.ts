import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { toInstant } from "../../functions/domain/instant.ts";
import { temporaryFolder } from "../worlds/commands/temporary-folder.ts";
import { openFolder } from "../worlds/content/content.ts";
import { shownContent, shownFiles, writeShownMedia } from "../worlds/content/documented-content.ts";
import { writeFile } from "../worlds/content/small-newsroom.ts";

const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** Files shown whole; together they are one newsroom. */
const WHOLE = shownFiles(...PAGES);
const PARTS = PAGES.flatMap(shownContent).filter(({ file }) => file === undefined);

const RELEASE = "releases/my-release/release.yaml";
const KIT = "media-kits/shelters/kit.yaml";

/** Of a part of a file: how it begins, the file to which it belongs, and the file with it. */
const COMPLETED: readonly [beginning: string, file: string, complete: (part: string) => string][] = [
  ["corrections:", RELEASE, (part) => whole(RELEASE) + part],
  ["leaving:", RELEASE, (part) => whole(RELEASE) + part],
  ["people: true", KIT, (part) => whole(KIT).replace(/people: true\n[\s\S]*? {4}creator/, asAsset(part))],
];

function whole(file: string): string {
  const text = WHOLE.get(file);
  expect(text, file).toBeDefined();
  return text ?? "";
}

/** Fields of an asset, where the example of the kit has them; the licence stands there already. */
const asAsset = (part: string): string =>
  `${part
    .replace(/^licence: .*\n/m, "")
    .replaceAll(/^(?=.)/gm, "    ")
    .trimStart()}    creator`;

const completionOf = (part: string) => COMPLETED.find(([beginning]) => part.startsWith(beginning));

const THIS_YEAR = new Date().getUTCFullYear();

/** This day in another year. */
function inYears(years: number): string {
  const day = new Date();
  day.setUTCFullYear(THIS_YEAR + years);
  return toInstant(day);
}

/** Remarks on what the pages leave out for brevity: translations, and an original that only its owner has. */
const LEFT_OUT = /so readers are sent to the other languages|is not on this machine/;

/** What check finds in the newsroom of the docs. @param changes files that differ, by their path */
async function problemsAt(now: string, changes: ReadonlyMap<string, string> = new Map()): Promise<string[]> {
  const directory = temporaryFolder();
  await writeShownMedia(directory);
  for (const [name, text] of new Map([...WHOLE, ...changes])) writeFile(directory, name, text);
  const { problems } = await openFolder(directory, { now });
  return problems
    .filter(({ message }) => !LEFT_OUT.test(message))
    .map(({ file, line, message }) => `${file.replace(`${directory}/`, "")}:${line}: ${message}`);
}

test.each([0, 2, 10])(
  "what docs show of content is a newsroom without a mistake in %i years",
  async (years) => {
    expect(await problemsAt(inYears(years))).toEqual([]);
  },
);

test.each([0, 2, 10])("every part of a file that docs show fits into its file in %i years", async (years) => {
  for (const { page, text } of PARTS) {
    const completion = completionOf(text);
    expect(completion, `a part on ${page} that no file is named for: ${text}`).toBeDefined();
    const [, file = "", complete = String] = completion ?? [];
    const changed = complete(text);
    expect(changed).not.toBe(WHOLE.get(file));
    expect({ page, text, problems: await problemsAt(inYears(years), new Map([[file, changed]])) }).toEqual({
      page,
      text,
      problems: [],
    });
  }
});

test("docs show content at all, and an example that is dated ahead would be seen", async () => {
  expect(WHOLE.size).toBeGreaterThan(10);
  expect(PARTS.length).toBeGreaterThan(2);
  const ahead =
    whole(RELEASE) +
    `corrections:\n  - at: ${THIS_YEAR + 1}-12-31T09:30\n    note: { en: A, ru: Б, kk: В }\n`;
  expect(await problemsAt(inYears(0), new Map([[RELEASE, ahead]]))).toEqual([
    expect.stringContaining(`${RELEASE}:`),
  ]);
});
