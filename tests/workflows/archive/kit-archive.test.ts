import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { kitArchiveEntries } from "../../../functions/workflows/archive/kit-archive.ts";
import { zipLayout } from "../../../functions/workflows/archive/zip-layout.ts";
import { archivedKit } from "../../worlds/content/archived-kit.ts";
import { ownFolder, sha256Of, unpack, written } from "../../worlds/media/zip.ts";

const DATE = { year: 2020, month: 7, day: 30 };

/** The archive of the World Day, unpacked: its one folder. */
async function unpacked(): Promise<string> {
  const folder = ownFolder();
  const zip = await written(zipLayout(kitArchiveEntries(archivedKit(ownFolder())), DATE));
  await unpack(zip, folder);
  expect(readdirSync(folder)).toEqual(["world-day"]);
  return join(folder, "world-day");
}

test("an archive holds originals with what goes with them, and says what they are in every language", async () => {
  expect(readdirSync(await unpacked()).sort()).toEqual([
    "README.en.txt",
    "README.kk.txt",
    "README.txt",
    "SHA256SUMS",
    "clip-poster.jpg",
    "clip.en.vtt",
    "clip.kk.vtt",
    "clip.mp4",
    "clip.ru.vtt",
    "fact-sheet-ru.pdf",
    "heart.jpg",
    "logo.svg",
    "manifest.json",
  ]);
});

test("SHA256SUMS holds the hash of every other file, as sha256sum writes it", async () => {
  const folder = await unpacked();
  const lines = readFileSync(join(folder, "SHA256SUMS"), "utf8").trimEnd().split("\n");
  const files = readdirSync(folder).filter((name) => name !== "SHA256SUMS");
  expect(lines.sort()).toEqual(
    files.map((name) => `${sha256Of(readFileSync(join(folder, name)))}  ${name}`).sort(),
  );
});

test("README.txt is in the language of the kit, opens right in any editor, and is not too wide", async () => {
  const text = readFileSync(join(await unpacked(), "README.txt"), "utf8");
  expect(text.startsWith("\uFEFFВсемирный день борьбы с торговлей людьми: медиапакет\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) if (line.includes(" ")) expect(line.length).toBeLessThanOrEqual(77);
});

test("README says of each file whom to credit and on what terms, and whom to ask", async () => {
  const text = readFileSync(join(await unpacked(), "README.en.txt"), "utf8").replaceAll("\r\n", "\n");
  const heart = text.slice(text.indexOf("heart.jpg\n---------"), text.indexOf("logo.svg\n--------"));
  expect(heart).toContain(
    "Blue heart, wide\n\nA blue heart, the emblem of the campaign. Sample artwork.\n\n",
  );
  expect(heart).toContain("Credit: Dateline sample artwork\n");
  expect(heart).toContain("Place: Astana, Kazakhstan\n");
  expect(heart).toContain("https://creativecommons.org/licenses/by/4.0/");
  expect(text).toContain("Goes with it: clip.en.vtt, clip.ru.vtt, clip.kk.vtt, clip-poster.jpg\n");
  expect(text).toMatch(/Press contacts\n=+\n\n.+\n\+7.+\n.+@.+\nHours: .+ \(UTC\+06:00\)\n/);
});

test("manifest.json says the same for programs, in the same order always", async () => {
  const manifest = JSON.parse(readFileSync(join(await unpacked(), "manifest.json"), "utf8"));
  expect(Object.keys(manifest)).toEqual(["id", "language", "title", "published", "assets"]);
  const [heart] = manifest.assets;
  expect(Object.keys(heart).slice(0, 6)).toEqual(["id", "kind", "file", "mediaType", "bytes", "sha256"]);
  expect(heart).toMatchObject({
    file: "heart.jpg",
    credit: { en: "Dateline sample artwork", ru: "Образец иллюстрации Dateline" },
    place: { country: "KZ", name: { en: "Astana", ru: "Астана" } },
    licence: { id: "cc-by-4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
  });
});

test("no address of the newsroom is in an archive", () => {
  for (const { content } of kitArchiveEntries(archivedKit(ownFolder())))
    if ("data" in content)
      expect(content.data.toString().replaceAll("https://creativecommons.org", "")).not.toMatch(
        /https?:|\/media\/|\/downloads\//,
      );
});

test("a file named as one that is made goes into no archive", () => {
  const kit = archivedKit(ownFolder());
  for (const { assets } of kit.documents.values())
    for (const asset of assets) if (asset.id === "heart") asset.file = "readme.TXT";
  expect(() => zipLayout(kitArchiveEntries(kit), DATE)).toThrow(
    expect.objectContaining({ code: "content-invalid" }),
  );
});

test("the same kit gives the same bytes in any zone, locale and mode of files, wherever it lies", () => {
  const hashes = [
    { env: { TZ: "Asia/Almaty", LANG: "kk_KZ.UTF-8" }, umask: "022" },
    { env: { TZ: "America/St_Johns", LANG: "C", LC_ALL: "C" }, umask: "077" },
    { env: { TZ: "Pacific/Kiritimati" }, umask: "000" },
  ].map(({ env, umask }) =>
    execFileSync(
      process.execPath,
      ["--import", "tsx", "tests/worlds/commands/archive-hash-process.ts", join(ownFolder(), "kit"), umask],
      { encoding: "utf8", env: { PATH: process.env.PATH, ...env } },
    ),
  );
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(hashes).size).toBe(1);
});
