import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Unit } from "../../../../functions/workflows/content/index/compile-context.ts";
import type { StoredUnits } from "../../../../functions/workflows/content/index/stored-units.ts";
import type { HeldUnit } from "../../../../functions/workflows/held-unit.ts";
import { contentFolder, openFolder } from "../../../worlds/content/content.ts";
import {
  type ContentFiles,
  EVENT_ID,
  PAGE_ID,
  picture,
  RELEASE_ID,
  SMALL_NEWSROOM,
  writeFile,
} from "../../../worlds/content/small-newsroom.ts";

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

async function opened(changes: ContentFiles, stored?: StoredUnits) {
  changed = Object.keys(changes);
  for (const [name, content] of Object.entries(changes)) writeFile(directory, name, content);
  const content = await openFolder(directory, stored ? { stored: async () => stored } : {});
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
        source: "en",
        problems: problems.filter(({ severity }) => severity === "error").length,
        first: expect.objectContaining({ file: expect.stringContaining("releases/first/kk.md"), line: 2 }),
        retraction: { withheldUntil: "2020-07-30T06:00:00Z", pictures: [] },
      } satisfies HeldUnit,
    ]);
  });

  test("holds none that only names it", async () => {
    const { waiting, folders } = await opened({
      "media-kits/photos/kk.md": BROKEN,
      "events/press-day/kk.md": BROKEN,
      ...secondRelease("related: [first]\n"),
    });
    expect(waiting).toEqual([
      ["events/press-day", undefined],
      ["media-kits/photos", undefined],
    ]);
    expect(folders).toContain("releases/second");
  });

  test("holds those that lead readers to it if nothing is there, each for the first one", async () => {
    const changes = {
      "pages/about/kk.md": BROKEN,
      ...secondRelease(),
      "releases/second/en.md":
        "---\ntitle: Second\nsummary: Another\ncity: Astana\n---\n\n[First](/en/releases/first).\n",
    };
    const nothing = { has: () => false, load: async () => undefined };
    expect((await opened(changes, nothing)).waiting).toEqual([
      ["pages/about", undefined],
      ["releases/first", "pages/about"],
      ["releases/second", "pages/about"],
    ]);
    const something = { has: () => true, load: async () => undefined };
    expect((await opened(changes, something)).waiting).toEqual([["pages/about", undefined]]);
  });

  test("shows with others as it is stored: their fingerprints stay", async () => {
    const right = await opened({});
    const ofId = ({ manifest }: typeof right) =>
      new Map(manifest?.units.map(({ id, fingerprint }) => [id, fingerprint]));
    const titles = (name: string) => ({ en: `${name} en`, ru: `${name} ru`, kk: `${name} kk` });
    const none = { topics: [], contacts: [], goals: [], licences: [], related: [], figures: [] };
    const times = {
      publishAt: "2020-07-01T04:00:00Z",
      start: "2020-07-30T05:00:00Z",
      end: "2020-07-30T06:00:00Z",
    };
    const stored = (kind: "page" | "event", id: string, publishAt: string, name: string): Unit => ({
      kind,
      slug: kind === "page" ? "about" : "press-day",
      facts: {
        ...none,
        id,
        source: "en",
        titles: titles(name),
        publishAt,
        statements: [],
        downloads: [],
        ...(kind === "event" && { edition: { series: "world-day", start: times.start, end: times.end } }),
      },
    });
    const units = [
      stored("page", PAGE_ID, "1970-01-01T00:00:00Z", "About"),
      stored("event", EVENT_ID, times.publishAt, "Event"),
    ];
    const broken = await opened(
      { "pages/about/kk.md": BROKEN, "events/press-day/kk.md": BROKEN },
      { has: () => true, load: async ({ kind }) => units.find((unit) => unit.kind === kind) },
    );
    expect(broken.held.map(({ folder }) => folder)).toEqual(["events/press-day", "pages/about"]);
    for (const [id, fingerprint] of ofId(broken))
      expect([id, fingerprint]).toEqual([id, ofId(right).get(id)]);
    expect([...ofId(broken).keys()]).toEqual(
      expect.arrayContaining(["site", "series/world-day", `release/${RELEASE_ID}`]),
    );
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
