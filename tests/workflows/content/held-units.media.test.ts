import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { HeldUnit } from "../../../functions/workflows/held-unit.ts";
import {
  type ContentFiles,
  contentFolder,
  KIT_ID,
  openFolder,
  picture,
  RELEASE_ID,
  SMALL_NEWSROOM,
  writeFile,
} from "../../worlds/content.ts";

const SECOND = "8a1b2c3d-4e5f-4a6b-8c7d-0e1f2a3b4c5d";
const of = (file: string) => String(SMALL_NEWSROOM[file]);
const BROKEN = "---\ntitle: [\n---\n";

/** A second release, which is related to the first and has no kit, event or figures. */
const secondRelease = (more = ""): ContentFiles => ({
  "releases/second/release.yaml": `id: ${SECOND}\nsource: en\npublishAt: 2020-08-01T12:00\ntopics: [protection]\ncontacts: [press]\n${more}`,
  "releases/second/en.md": "---\ntitle: Second\nsummary: Another\ncity: Astana\n---\n\nWords.\n",
});

let directory: string;
let changed: string[] = [];

beforeAll(async () => {
  directory = await contentFolder();
});

afterEach(() => {
  for (const name of changed) writeFile(directory, name, SMALL_NEWSROOM[name] ?? null);
  changed = [];
  for (const folder of ["second", "third"])
    rmSync(join(directory, "releases", folder), { recursive: true, force: true });
});

async function opened(changes: ContentFiles) {
  changed = Object.keys(changes);
  for (const [name, content] of Object.entries(changes)) writeFile(directory, name, content);
  const content = await openFolder(directory);
  const units = content.manifest?.units ?? [];
  for (const unit of units) await unit.compile();
  return {
    ...content,
    folders: [...new Set(units.map(({ folder }) => folder))],
    waiting: content.held.map(({ folder, waitsFor }) => [folder, waitsFor]),
  };
}

const ALL = ["events/press-day", "media-kits/photos", "pages/about", "releases/first", "site.yaml"];
const without = (...held: string[]) => ALL.filter((folder) => !held.includes(folder));

describe("a unit with an error", () => {
  test("is held, and all others can be published", async () => {
    const { held, folders, problems } = await opened({ "releases/first/kk.md": BROKEN });
    expect(folders).toEqual(without("releases/first"));
    expect(held).toEqual([
      {
        folder: "releases/first",
        kind: "release",
        id: `release/${RELEASE_ID}`,
        problems: problems.filter(({ severity }) => severity === "error").length,
        first: expect.objectContaining({ file: expect.stringContaining("releases/first/kk.md"), line: 2 }),
        retraction: { withheldUntil: "2020-07-30T06:00:00Z" },
      } satisfies HeldUnit,
    ]);
  });

  test("holds those that cannot be compiled without it, each for the first one", async () => {
    const { waiting, folders, problems } = await opened({
      "media-kits/photos/kk.md": BROKEN,
      ...secondRelease("related: [first]\n"),
    });
    expect(waiting).toEqual([
      ["media-kits/photos", undefined],
      ["releases/first", "media-kits/photos"],
      ["releases/second", "media-kits/photos"],
    ]);
    expect(folders).toEqual(without("media-kits/photos", "releases/first"));
    expect(problems.filter(({ file, severity }) => severity === "error" && !file.includes("kk.md"))).toEqual(
      [],
    );
  });

  test("holds those that name a figure which may stand in it", async () => {
    const { waiting } = await opened({
      "releases/first/release.yaml": "}{",
      ...secondRelease("figures: [{ id: old, number: 1, asOf: 2020, supersededBy: cases }]\n"),
      "releases/second/en.md":
        "---\ntitle: Second\nsummary: Another\ncity: Astana\nfigures: { old: { value: '1', label: x, source: y } }\n---\n\nWords: 1.\n",
    });
    expect(waiting).toEqual([
      ["releases/first", undefined],
      ["releases/second", "releases/first"],
    ]);
  });

  test("is needed by those whose text links to it, and missing from a site that names it", async () => {
    const { held, manifest } = await opened({ "pages/about/kk.md": BROKEN });
    expect(held.map(({ folder }) => folder)).toEqual(["pages/about"]);
    const ofId = (id: string) => manifest?.units.find((unit) => unit.id === id);
    expect(ofId(`release/${RELEASE_ID}`)?.needs).toEqual(["pages/about"]);
    expect(ofId(`kit/${KIT_ID}`)?.needs).toEqual([]);
    expect(ofId("site")?.lacks).toEqual(["pages/about"]);
  });

  test("is missing from its series", async () => {
    const { manifest, folders } = await opened({ "events/press-day/kk.md": BROKEN });
    expect(manifest?.units.find(({ id }) => id === "series/world-day")?.lacks).toEqual(["events/press-day"]);
    expect(folders).toEqual(without("events/press-day", "releases/first"));
  });
});

test("of two units with one id neither can be published", async () => {
  const { waiting } = await opened({
    ...secondRelease(),
    "releases/second/release.yaml": of("releases/first/release.yaml")
      .replace("cases", "other")
      .replace("director", "other"),
  });
  expect(waiting).toEqual([
    ["releases/first", undefined],
    ["releases/second", undefined],
  ]);
});

test("an error of site.yaml leaves nothing to publish, and what units take back can be read", async () => {
  const { held, manifest } = await opened({
    "site.yaml": `${of("site.yaml")}nonsense: {\n`,
    "releases/first/release.yaml": `${of("releases/first/release.yaml")}leaving: { verb: gone }\n`,
  });
  expect(manifest).toBeUndefined();
  const heldIn = (name: string) => held.find(({ folder }) => folder === name);
  expect(heldIn("events/press-day")?.waitsFor).toBe("site.yaml");
  expect(heldIn("releases/first")).toMatchObject({
    retraction: { leaving: { verb: "gone" }, withheldUntil: "2020-07-30T06:00:00Z" },
  });
});

test("what programs leave behind is no content, and what else stands beside it is only worth a warning", async () => {
  const before = await opened({});
  const after = await opened({
    "releases/first/~$note.docx": "locked",
    "releases/~$list.docx": "locked",
    "releases/first/__MACOSX/._en.md": "resource fork",
    "__MACOSX/._site.yaml": "resource fork",
    "releases/first/~WRL0001.tmp": "half a text",
    "releases/notes.docx": "notes",
    "drafts/idea.md": "an idea",
    "notes.txt": "notes",
    "releases/third/.gitkeep": "",
  });
  expect(after.held).toEqual([]);
  const names = ["drafts", "notes.txt", "releases/notes.docx", "releases/third"];
  expect(
    after.problems.map(({ file, severity }) => [file.split(`${directory.split("/").at(-1)}/`)[1], severity]),
  ).toEqual(names.map((name) => [name, "warning"]));
  const fingerprints = ({ manifest }: typeof before) => manifest?.units.map(({ fingerprint }) => fingerprint);
  expect(fingerprints(after)).toEqual(fingerprints(before));
});

test("a preview waits for a kit that cannot be read and holds the same picture", async () => {
  const image = await picture();
  const alt = "{ en: A, ru: B, kk: C }";
  const { waiting } = await opened({
    ...secondRelease(`image: { file: share.png, alt: ${alt}, credit: ${alt} }\n`),
    "releases/second/share.png": image,
    "media-kits/photos/kit.yaml": "}{",
    "media-kits/photos/secret.png": image,
  });
  expect(waiting).toContainEqual(["releases/second", "media-kits/photos"]);
});
