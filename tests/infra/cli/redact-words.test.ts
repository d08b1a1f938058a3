import { expect, test } from "vitest";
import {
  type CompleteRedaction,
  foundInWords,
  nowhereInWords,
  redactionInWords,
} from "../../../infra/cli/redacting/redact-words.ts";

const NOTHING: CompleteRedaction = {
  items: 0,
  addresses: [],
  objects: [],
  left: [],
  files: [],
  unknown: [],
  renamed: [],
  remaining: [],
  content: [],
  undone: [],
  staysPending: false,
  counts: 0,
  grants: 0,
  destroyed: 0,
  logs: undefined,
};

test("what did not happen is not told", () => {
  expect(redactionInWords(NOTHING, undefined)).toBe(
    "Every text, version, list and file was searched once more, with its metadata, and the words were found nowhere. docs/safety.md says what else it cannot reach. Commit and push the changed content.\n",
  );
});

test("access logs are only said to be searched where they are", () => {
  expect(redactionInWords({ ...NOTHING, logs: 0 }, undefined)).toContain("So were the access logs.");
  expect(redactionInWords({ ...NOTHING, logs: 2 }, undefined)).toContain("Access logs removed: 2.");
});

test("files that no search sees are named, and not called clean", () => {
  const unknown = Array.from({ length: 25 }, (_, i) => ({ path: `/media/${i}.jpg`, parts: ["pixels"] }));
  const words = redactionInWords({ ...NOTHING, unknown }, "state/list.txt");
  expect(words).toContain("/media/0.jpg (pixels)");
  expect(words).toContain("All 25 of them are listed in state/list.txt.");
  expect(words).toContain("25 files hold what no search sees");
});

test.each([
  [{ left: ["/en/releases/first"] }, "Name the folders of these as well"],
  [{ files: [{ path: "/media/a.pdf", parts: ["text of page 1"] }] }, "`npm run takedown`"],
  [{ remaining: ["site.yaml"] }, "Change these by hand"],
  [
    { content: [{ folder: "releases/a", file: "a.pdf", where: "bytes" as const, parts: [] }] },
    "Replace or remove",
  ],
  [{ undone: ["YAML cannot be read."] }, "Not done: YAML cannot be read."],
])("where something is left the end says so, with what to do: %j", (left, help) => {
  const words = redactionInWords({ ...NOTHING, ...left }, undefined);
  expect(words).toContain(help);
  expect(words).toContain("This is not finished");
  expect(words).not.toContain("found nowhere");
});

test("before anything is changed it is told what will be, and what would not be", () => {
  const found = [
    { folder: "releases/a", file: "en.md", where: "text" as const },
    { folder: "media-kits/omarova", file: "", where: "name" as const },
    { folder: "site.yaml", file: "site.yaml", where: "text" as const },
  ];
  const words = foundInWords(found, ["releases/a", "media-kits/omarova"], ["/en/releases/a"]);
  expect(words).toBe(
    "Will be replaced in: releases/a/en.md.\nWill get other names, wherever they are used: media-kits/omarova.\nStands in what is published or kept of former versions: /en/releases/a.\nAlso in, and not to be changed unless these folders are named as well: site.yaml.\n",
  );
});

test("it is said that words occur nowhere, with the files that no search sees", () => {
  expect(nowhereInWords(NOTHING, undefined)).toBe(
    "The words occur nowhere: in no text, no name and no file of the content, and in nothing that is stored. Nothing was changed; look at their spelling.\n",
  );
  const content = [
    { folder: "releases/a", file: "share.jpg", where: "perhaps" as const, parts: ["windows-1251"] },
  ];
  expect(nowhereInWords({ ...NOTHING, content }, undefined)).toContain(
    "releases/a/share.jpg (windows-1251): perhaps the words",
  );
});
