import { expect, test } from "vitest";
import { NEVER } from "../../../../functions/domain/instant.ts";
import type { UnitKind } from "../../../../functions/domain/kinds.ts";
import type { LoadedUnit } from "../../../../functions/workflows/content/read/loaded-unit.ts";
import { readFirst } from "../../../../functions/workflows/content/read/read-retraction.ts";

const RELEASE_ID = "5f0c7b1e-8a3d-4f6b-9c2e-1d2a3b4c5d6e";
const KIT_ID = "c2b1a090-7f6e-4d5c-8b4a-39281706f5e4";

const HEAD = `id: ${RELEASE_ID}\nsource: en\npublishAt: 2027-03-01T10:00\n`;
const WHEN = "2027-03-01T05:00:00Z";

function read(kind: UnitKind, yaml: string | Buffer) {
  return withoutPictures(readFirst(loaded(kind, Buffer.from(yaml)), "Asia/Almaty"));
}

/** These files show no pictures, which each of them says. */
function withoutPictures({
  retraction,
  ...rest
}: ReturnType<typeof readFirst>): ReturnType<typeof readFirst> {
  if (retraction === undefined || retraction === "unreadable")
    return { ...rest, ...(retraction && { retraction }) };
  const { pictures, ...other } = retraction;
  expect(pictures ?? []).toEqual([]);
  return { ...rest, retraction: other };
}

function loaded(kind: UnitKind, yaml: Buffer): LoadedUnit {
  const file = { release: "release.yaml", event: "event.yaml", kit: "kit.yaml", page: "page.yaml" }[kind];
  return {
    kind,
    slug: "first",
    folder: "releases/first",
    path: "",
    files: [file],
    texts: new Map([[file, yaml]]),
    media: new Map(),
    elsewhere: new Map(),
    absent: new Map(),
    renditions: "",
    unreadable: [],
    contentHash: "",
  };
}

test.each([
  ["a time of publication", HEAD, { withheldUntil: WHEN }],
  ["a draft", `${HEAD}draft: true\n`, { withheldUntil: NEVER }],
  ["a draft that is not said to be none", `${HEAD}draft:\n`, { withheldUntil: NEVER }],
  ["no draft", `${HEAD}draft: false\n`, { withheldUntil: WHEN }],
  ["a time that is none", "publishAt: soon\n", { withheldUntil: NEVER }],
  ["no time", "topics: []\n", { withheldUntil: NEVER }],
  [
    "a withdrawal without a note and with a wrong time",
    `${HEAD}leaving: { verb: withdraw, at: yesterday }\n`,
    { leaving: { verb: "withdraw" }, withheldUntil: WHEN },
  ],
  [
    "a withdrawal with half a note",
    `${HEAD}leaving: { verb: withdraw, at: 2027-03-02T10:00, note: { en: Wrong, ru: "" } }\n`,
    { leaving: { verb: "withdraw", at: "2027-03-02T05:00:00Z", note: { en: "Wrong" } }, withheldUntil: WHEN },
  ],
  [
    "a redirect",
    `${HEAD}leaving: { verb: redirect, to: releases/second }\n`,
    { leaving: { verb: "redirect", to: "releases/second" }, withheldUntil: WHEN },
  ],
  ["a verb alone", `${HEAD}leaving: gone\n`, { leaving: { verb: "gone" }, withheldUntil: WHEN }],
  ["the beginning of a leaving", `${HEAD}leaving:\n`, { leaving: { verb: "withdraw" }, withheldUntil: WHEN }],
])("%s in a file is read whatever else is wrong with it", (_, yaml, expected) => {
  const broken = `${yaml}nonsense: 1\ntopics: {\n`;
  expect(read("release", `${yaml}nonsense: 1\n`).retraction).toEqual(expected);
  expect(read("release", broken).retraction).toEqual(
    expected.withheldUntil === NEVER && !yaml.includes("draft") ? "unreadable" : expected,
  );
});

test("a leaving in which a quote is not closed still names its verb", () => {
  const yaml = `${HEAD}leaving:\n  verb: gone\n  note: { en: "Wrong }\n`;
  expect(read("release", yaml).retraction).toEqual({ leaving: { verb: "gone" }, withheldUntil: WHEN });
});

test("of two times of publication the later one counts, and of two drafts the one that hides", () => {
  expect(read("release", `${HEAD}publishAt: 2028-01-01T05:00\n`).retraction).toEqual({
    withheldUntil: "2028-01-01T00:00:00Z",
  });
  expect(read("release", `${HEAD}draft: false\ndraft: true\n`).retraction).toEqual({ withheldUntil: NEVER });
});

test("the id and the time are read of a file in UTF-16 and of one with bytes of another encoding", () => {
  const utf16 = Buffer.from(`\uFEFF${HEAD}`, "utf16le");
  const cyrillic = Buffer.concat([Buffer.from(HEAD), Buffer.from([0x23, 0x20, 0xcf, 0xf0, 0xe8])]);
  for (const bytes of [utf16, cyrillic])
    expect(read("release", bytes)).toEqual({
      id: RELEASE_ID,
      source: "en",
      retraction: { withheldUntil: WHEN },
    });
});

test.each(["", "- a list\n", "}{", "a: &a [*b]\n"])("nothing can be read of the file %j", (nothing) => {
  expect(read("release", nothing).retraction).toBe("unreadable");
  expect(read("page", nothing).retraction).toBeUndefined();
});

const CONSENT = "{ scope: [newsroom, media], date: 2026, ends: never, reviewedBy: A. B., reference: C-1 }";

test.each([
  ["an asset without people", "{ id: a, people: false }", [{ id: "a" }]],
  ["one that is incomplete otherwise", "{ id: a, file: 7, people: false }", [{ id: "a" }]],
  ["people who agreed", `{ id: a, people: true, consent: ${CONSENT} }`, [{ id: "a" }]],
  ["people without a consent", "{ id: a, people: true }", []],
  ["nobody knows whether people", "{ id: a }", []],
  [
    "people who agreed to something else",
    `{ id: a, people: true, consent: ${CONSENT.replace(", media", "")} }`,
    [],
  ],
  [
    "people who must not be found",
    `{ id: a, people: true, consent: ${CONSENT.replace("}", ", protected: true }")} }`,
    [],
  ],
  [
    "a consent that ends",
    `{ id: a, people: true, until: 2028-01-01T05:00, consent: ${CONSENT.replace("never", "2027-01-01T05:00")} }`,
    [{ id: "a", until: "2027-01-01T00:00:00Z" }],
  ],
  ["an end that nobody can read", "{ id: a, people: false, until: soon }", []],
  [
    "a later beginning",
    "{ id: a, people: false, publishAt: 2028-01-01T05:00 }",
    [{ id: "a", from: "2028-01-01T00:00:00Z" }],
  ],
  ["one that was taken down", "{ id: down, people: false }", []],
])("of a kit, %s may show just that", (_, asset, expected) => {
  const yaml = `id: ${KIT_ID}\npublishAt: 2027-03-01T10:00\nassets:\n  - ${asset}\ntakenDown: [{ id: down }]\n`;
  const whole = read("kit", yaml).retraction;
  const broken = read("kit", `${yaml}topics: {\n`).retraction;
  expect(whole).toEqual({ withheldUntil: WHEN, assets: expected });
  expect(broken).toEqual(whole);
});

test("a list of assets that cannot be read takes nothing back", () => {
  expect(read("kit", `${HEAD}assets: [{ id: a\n`).retraction).toEqual({ withheldUntil: WHEN });
  expect(read("kit", HEAD).retraction).toEqual({ withheldUntil: WHEN });
});

test("a time on a clock that nobody knows holds nothing back, and a draft does", () => {
  const readBlind = (yaml: string) =>
    withoutPictures(readFirst(loaded("release", Buffer.from(yaml)), undefined)).retraction;
  expect(readBlind(HEAD)).toEqual({});
  expect(readBlind(`${HEAD}draft: true\n`)).toEqual({ withheldUntil: NEVER });
  expect(readBlind(`${HEAD}zone: Asia/Almaty\n`)).toEqual({ withheldUntil: WHEN });
});

const HASH = "a".repeat(64);
const AGREED = CONSENT.replace(", media", "");

test.each([
  ["nobody", "people: none", [{ sha256: HASH }]],
  [
    "nobody, and that it ends",
    'people: none, until: "2027-03-01T05:00:00Z"',
    [{ sha256: HASH, until: WHEN }],
  ],
  ["people who agreed to be shown here", `people: yes, consent: ${AGREED}`, [{ sha256: HASH }]],
  [
    "people who agreed until a time",
    `people: yes, consent: ${AGREED.replace("never", '"2027-03-01T05:00:00Z"')}`,
    [{ sha256: HASH, until: WHEN }],
  ],
  ["people without a consent", "people: yes", []],
  ["people who agreed to something else", `people: yes, consent: ${AGREED.replace("newsroom", "media")}`, []],
  [
    "people who must not be found",
    `people: yes, consent: ${AGREED.replace(" }", ", protected: true }")}`,
    [],
  ],
  ["a question that is not answered", "people: ", []],
  ["an end that nobody can read", "people: none, until: soon", []],
])(
  "of a picture that is said to show %s, just that may show, whatever else is wrong",
  (_, said, expected) => {
    const yaml = `${HEAD}nonsense: 1\npictures:\n  - { file: a.jpg, ${said} }\n`;
    const unit = loaded("release", Buffer.from(yaml));
    const facts = { sha256: HASH, bytes: 1, mediaType: "image/jpeg" };
    const { retraction } = readFirst({ ...unit, media: new Map([["a.jpg", facts]]) }, "Asia/Almaty");
    expect(retraction).toMatchObject({ pictures: expected });
  },
);

test("what is said of pictures and cannot be read takes none back", () => {
  const unit = loaded("release", Buffer.from(`${HEAD}pictures: [\n`));
  expect(readFirst(unit, "Asia/Almaty").retraction).not.toHaveProperty("pictures");
});
