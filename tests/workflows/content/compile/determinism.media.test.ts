import { expect, it } from "vitest";
import { temporaryFolder } from "../../../worlds/commands/temporary-folder.ts";
import { contentFolder, openFolder } from "../../../worlds/content/content.ts";
import { writeRelease, writeReleases } from "../../../worlds/content/generated-content.ts";
import { SMALL_NEWSROOM, writeFile } from "../../../worlds/content/small-newsroom.ts";

/** Everything that publishing would write, without the places of files on this machine. */
async function bytesOf(directory: string): Promise<string> {
  const { manifest } = await openFolder(directory);
  const units = await Promise.all((manifest?.units ?? []).map((unit) => unit.compile()));
  return JSON.stringify(units, (key, value) => (key === "file" && value.startsWith("/") ? undefined : value));
}

async function fingerprints(directory: string, cache?: string): Promise<Map<string, string>> {
  const { manifest } = await openFolder(directory, cache === undefined ? {} : { cache });
  return new Map(manifest?.units.map((unit) => [unit.id, unit.fingerprint]));
}

async function changedBy(file: string, change: (text: string) => string): Promise<string[]> {
  const directory = await contentFolder();
  const before = await fingerprints(directory);
  writeFile(directory, file, change(String(SMALL_NEWSROOM[file])));
  const after = await fingerprints(directory);
  return [...after].filter(([id, print]) => before.get(id) !== print).map(([id]) => id.split("/")[0] ?? "");
}

it("the same files give the same bytes in another folder and another time zone", async () => {
  const once = await bytesOf(await contentFolder());
  const zone = process.env.TZ;
  process.env.TZ = "Pacific/Auckland";
  try {
    expect(await bytesOf(await contentFolder())).toBe(once);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

it("a fingerprint changes with the folder's own files and with what it shows of others, and with nothing else", async () => {
  const text = "releases/first/en.md";
  expect(await changedBy(text, (before) => before.replace("There were", "Now there were"))).toEqual([
    "release",
  ]);
  const kit = "media-kits/photos/en.md";
  expect(await changedBy(kit, (before) => before.replace("Kit en", "Photographs"))).toEqual([
    "kit",
    "release",
  ]);
  const page = "pages/about/en.md";
  expect(await changedBy(page, (before) => before.replace("About en", "Us"))).toEqual(["page", "site"]);
  const event = "events/press-day/event.yaml";
  expect(await changedBy(event, (before) => before.replace("capacity: 40", "capacity: 41"))).toEqual([
    "event",
  ]);
});

it("what the cache remembers is what reading the files anew gives", async () => {
  const directory = temporaryFolder();
  const cache = temporaryFolder();
  await writeReleases(directory, 20);
  const first = await fingerprints(directory, cache);
  writeRelease(directory, 3, " Changed.");
  const second = await fingerprints(directory, cache);
  expect(second).toEqual(await fingerprints(directory));
  expect([...second].filter(([id, print]) => first.get(id) !== print)).toHaveLength(1);
});

it("a cache that was cut off or spoiled is as none", async () => {
  const directory = await contentFolder();
  const cache = temporaryFolder();
  const { problems } = await openFolder(directory, { cache });
  for (const spoiled of ["", '["version"', "\0\0\0", '["media x",{"a":1}]\n["unit']) {
    writeFile(cache, "content.jsonl", spoiled);
    expect(await openFolder(directory, { cache })).toMatchObject({ problems, manifest: {} });
  }
});

it("a folder that changes while it is published is refused, not torn", async () => {
  const directory = await contentFolder();
  const { manifest } = await openFolder(directory);
  writeFile(directory, "pages/about/en.md", "---\ntitle: Half");
  const page = manifest?.units.find((unit) => unit.folder === "pages/about");
  await expect(page?.compile()).rejects.toThrow("The folder pages/about changed while it was being read.");
});
