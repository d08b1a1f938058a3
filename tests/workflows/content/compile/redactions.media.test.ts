import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentFolder, openFolder } from "../../../worlds/content/content.ts";
import { contentNewsroom } from "../../../worlds/content/content-newsroom.ts";
import { type ContentFiles, SMALL_NEWSROOM, writeFile } from "../../../worlds/content/small-newsroom.ts";

const YAML = "releases/first/release.yaml";

async function withFacts(lines: string, publishAt = "2020-07-30T12:00") {
  const yaml = String(SMALL_NEWSROOM[YAML]).replace("2020-07-30T12:00", publishAt);
  return { [YAML]: `${yaml}${lines}` };
}

test.each(["", "draft: true\n"])("words may be taken out of what waits for its time (%j)", async (draft) => {
  const redactions = `${draft}redactions: [{ at: 2026-03-01T10:00:00Z }]\n`;
  const directory = await contentFolder(await withFacts(redactions, "2026-04-01T10:00:00Z"));
  expect((await openFolder(directory, { now: "2026-03-01T10:00:00Z" })).problems).toEqual([]);
});

test("redactions stand oldest first", async () => {
  const directory = await contentFolder();
  writeFile(
    directory,
    YAML,
    `${readFileSync(join(directory, YAML), "utf8")}redactions: [{ at: 2025-02-01T10:00 }, { at: 2025-01-01T10:00 }]\n`,
  );
  const [problem] = (await openFolder(directory)).problems;
  expect(problem?.message).toContain("earlier than the one before it; expected redactions oldest first");
});

const ABOUT = "pages/about/page.yaml";

async function noted(times: string) {
  const text = (name: string) => `${String(SMALL_NEWSROOM[name])}redactions: ${times}\n`;
  return { [ABOUT]: text(ABOUT), "site.yaml": text("site.yaml") };
}

test.each([
  ["[{ at: 2025-02-01T10:00 }, { at: 2025-01-01T10:00 }]", /earlier than the one before it/],
  ["[{ at: 2026-04-01T10:00 }]", /this redaction lies ahead/],
  ["[{ at: 2025-02-30T10:00 }]", /not in any calendar|does not exist|day/],
])("redactions of pages and of site.yaml are looked at like those of releases (%s)", async (times, wrong) => {
  const { problems } = await openFolder(await contentFolder(await noted(times)), {
    now: "2026-03-01T10:00:00Z",
  });
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(wrong),
    expect.stringMatching(wrong),
  ]);
});

test("redactions of pages and of site.yaml are in the manifest, and readers see nothing of them", async () => {
  const compiled = async (files: ContentFiles) => {
    const { manifest } = await openFolder(await contentFolder(files));
    const handles = manifest?.units.filter(({ id }) => id === "site" || id.startsWith("page/")) ?? [];
    return Promise.all(handles.map(({ compile }) => compile()));
  };
  const before = await compiled({});
  const after = await compiled(await noted("[{ at: 2025-02-01T10:00:00Z }]"));
  expect(after.map(({ redactions }) => redactions)).toEqual(after.map(() => ["2025-02-01T10:00:00Z"]));
  const shown = (units: typeof before) =>
    units.flatMap(({ documents }) => documents.map(({ items, parts }) => [items, parts]));
  expect(shown(after)).toEqual(shown(before));
});

test("readers are told of a redaction only if what was taken out had been public", async () => {
  const redactions = "redactions: [{ at: 2026-03-01T10:00:00Z }, { at: 2026-05-01T10:00:00Z }]\n";
  const newsroom = await contentNewsroom(await withFacts(redactions, "2026-04-01T10:00:00Z"));
  await newsroom.publish("2026-05-01T11:00:00Z");
  const page = await newsroom.world.item("/en/releases/first");
  expect(JSON.parse(page?.body ?? "").redactedAt).toEqual(["2026-05-01T10:00:00Z"]);
});
