import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { kitArchiveEntries } from "../../../functions/workflows/archive/kit-archive.ts";
import { ZIP_LIMITS } from "../../../functions/workflows/archive/zip-headers.ts";
import { zipLayout } from "../../../functions/workflows/archive/zip-layout.ts";
import { testWith } from "../../worlds/commands/programs.ts";
import { archivedKit } from "../../worlds/content/archived-kit.ts";
import { dataEntry, ownFolder, tool, written } from "../../worlds/media/zip.ts";

const DATE = { year: 2020, month: 7, day: 30 };
const ENTRIES = [
  dataEntry("kit/фото.jpg", "a picture"),
  dataEntry("kit/README.txt", "read me"),
  dataEntry("kit/қазақша.txt", ""),
  dataEntry("kit/💙.txt", "a heart"),
];

/** Whether the checksums of all entries hold, and how many there are, by Python's reader. */
async function asPythonReads(zip: string): Promise<unknown> {
  const script = `import json,sys,zipfile
z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
print(json.dumps(len(z.infolist())))`;
  return JSON.parse(await tool("python3", ["-c", script, zip]));
}

testWith("unzip", "sevenZip", "python").each([
  ["as it is", ZIP_LIMITS],
  ["with every file and the directory in Zip64", { bytes: 0, entries: 0 }],
  ["with only what lies far away in Zip64", { bytes: 60, entries: 0xffff }],
])("unzip, 7z and Python find nothing wrong with a ZIP %s", async (_how, limits) => {
  const zip = await written(zipLayout(ENTRIES, DATE, limits));
  expect(await tool("unzip", ["-t", zip])).toContain("No errors detected");
  expect(await tool("7z", ["t", zip])).toContain("Everything is Ok");
  expect(await asPythonReads(zip)).toBe(ENTRIES.length);
});

testWith("unzip", "sevenZip")("unzip and 7z unpack what went into a ZIP, under its name", async () => {
  const zip = await written(zipLayout(ENTRIES, DATE));
  for (const [name, args] of [
    ["unzip", ["-q", zip]],
    ["7z", ["x", "-bso0", zip]],
  ] as const) {
    const folder = ownFolder();
    await tool(name, args, folder);
    for (const { name: path, content } of ENTRIES)
      expect(readFileSync(join(folder, path))).toEqual("data" in content && content.data);
    expect(statSync(join(folder, "kit/README.txt")).mode & 0o777).toBe(0o644);
  }
});

testWith("unzip", "python")("unzip and Python read a ZIP of 70,000 files", async () => {
  const many = Array.from({ length: 70_000 }, (_, n) => dataEntry(`kit/${n}.txt`, ""));
  const zip = await written(zipLayout(many, DATE));
  expect(await asPythonReads(zip)).toBe(70_000);
  expect(await tool("unzip", ["-tqq", zip])).toBe("");
});

testWith("unzip", "sha256sum")("sha256sum finds every file of an unpacked kit as it was sent", async () => {
  const folder = ownFolder();
  const zip = await written(zipLayout(kitArchiveEntries(archivedKit(ownFolder())), DATE));
  await tool("unzip", ["-q", zip], folder);
  const report = await tool("sha256sum", ["-c", "--strict", "SHA256SUMS"], join(folder, "world-day"));
  expect(report.trim().split("\n")).toHaveLength(12);
  expect(report).not.toContain("FAILED");
});
