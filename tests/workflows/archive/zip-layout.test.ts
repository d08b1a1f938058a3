import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashOfStream } from "../../../functions/workflows/archive/archive-hash.ts";
import { ZIP_LIMITS } from "../../../functions/workflows/archive/zip-headers.ts";
import { type ZipEntry, zipLayout } from "../../../functions/workflows/archive/zip-layout.ts";
import { fc } from "../../worlds/documents/fast-check.ts";
import { bytesOf, dataEntry, ownFolder, readZip, sha256Of, written } from "../../worlds/media/zip.ts";

const DATE = { year: 2020, month: 7, day: 30 };
const ENTRIES = [
  dataEntry("kit/фото.jpg", "a picture"),
  dataEntry("kit/README.txt", "read me"),
  dataEntry("kit/қазақша.txt", ""),
  dataEntry("kit/💙.txt", "a heart"),
];

test.each([
  ["as it is", ZIP_LIMITS],
  ["with every file and the directory in Zip64", { bytes: 0, entries: 0 }],
  ["with only what lies far away in Zip64", { bytes: 60, entries: 0xffff }],
])(
  "a reader finds each entry with its name, date and mode, and its bytes, in a ZIP %s",
  async (_how, limits) => {
    const read = await readZip(await written(zipLayout(ENTRIES, DATE, limits)));
    expect(read).toEqual(
      [ENTRIES[1], ENTRIES[0], ENTRIES[2], ENTRIES[3]].map((entry) => ({
        name: entry?.name,
        date: "2020-07-30",
        mode: 0o100644,
        data: entry && "data" in entry.content ? entry.content.data : undefined,
      })),
    );
  },
);

test("any safe names and contents, in any order, give one ZIP of the announced length that a reader takes", async () => {
  const name = fc
    .stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,20}[\p{L}\p{N}]$/u)
    .map((s) => s.normalize("NFC"));
  const entries = fc.uniqueArray(
    fc
      .tuple(name, fc.uint8Array({ maxLength: 300 }))
      .map(([n, data]) => dataEntry(`kit/${n}`, Buffer.from(data))),
    { selector: (entry) => entry.name.normalize("NFKC").toUpperCase().toLowerCase(), maxLength: 12 },
  );
  const limits = fc.record({
    bytes: fc.integer({ min: 0, max: 2_000 }),
    entries: fc.integer({ min: 0, max: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(entries, fc.option(limits, { nil: undefined }), async (some, of) => {
      const names = some.map((entry) => entry.name);
      fc.pre(!names.some((n) => /^kit\/(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(n)));
      const layout = zipLayout(some, DATE, of);
      const bytes = await bytesOf(layout);
      expect(bytes.length).toBe(layout.bytes);
      expect(sha256Of(await bytesOf(zipLayout([...some].reverse(), DATE, of)))).toBe(sha256Of(bytes));
      const read = await readZip(await written(layout));
      expect(read.map((entry) => entry.name).sort()).toEqual(names.sort());
    }),
  );
});

test("the hash of an archive is that of its bytes", async () => {
  const layout = zipLayout(ENTRIES, DATE);
  expect(await hashOfStream(layout.open)).toEqual({ sha256: sha256Of(await bytesOf(layout)) });
});

/** A file on disk of which something else is announced. */
function fileEntry(content: string, announced: string): ZipEntry {
  const file = join(ownFolder(), "picture.jpg");
  writeFileSync(file, content);
  return { ...dataEntry("kit/picture.jpg", announced), content: { file } };
}

test.each([
  ["is longer", "a picture, and more", "a picture"],
  ["ends early", "a pic", "a picture"],
  ["has other bytes", "a Picture", "a picture"],
])("a file that %s than announced fails the archive", async (_how, content, announced) => {
  const layout = zipLayout([fileEntry(content, announced)], DATE);
  await expect(bytesOf(layout)).rejects.toMatchObject({ code: "content-invalid", status: 409 });
});

test("a file that is gone fails the archive", async () => {
  const layout = zipLayout([{ ...dataEntry("kit/a.jpg", "a"), content: { file: "/gone" } }], DATE);
  await expect(bytesOf(layout)).rejects.toMatchObject({ code: "content-invalid" });
});

test.skipIf(process.platform !== "linux")(
  "a file is streamed, and closed when nobody wants the rest",
  async () => {
    const open = () => readdirSync("/proc/self/fd").length;
    const before = open();
    const layout = zipLayout([fileEntry("x".repeat(5_000_000), "x".repeat(5_000_000))], DATE);
    for await (const _chunk of layout.open()) break;
    await expect.poll(open).toBeLessThanOrEqual(before);
  },
);

test.each([
  "/etc/passwd",
  "../passwd",
  "kit/../../passwd",
  "kit\\..\\passwd",
  "C:/passwd",
  "kit/a\0b",
  "kit/a\nb",
  "kit/",
  "kit//a",
  "kit/.",
  "kit/aux.jpg",
  "kit/COM1",
  "kit/what?.jpg",
  "kit/a.",
  "kit/a ",
  "kit/\u202Egpj.exe",
  "kit/и\u0306.jpg",
  "kit/\uD800.jpg",
  `kit/${"ж".repeat(128)}`,
])("the name %j goes into no ZIP", (name) => {
  expect(() => zipLayout([dataEntry(name, "")], DATE)).toThrow(
    expect.objectContaining({ code: "content-invalid" }),
  );
});

test.each([
  [["kit/a.jpg", "kit/a.jpg"]],
  [["kit/Photo.jpg", "kit/photo.JPG"]],
  [["kit/ﬁ.jpg", "kit/fi.jpg"]],
  [["kit", "kit/a.jpg"]],
])("%j would be one file on some disks", (names) => {
  expect(() =>
    zipLayout(
      names.map((name) => dataEntry(name, "")),
      DATE,
    ),
  ).toThrow(expect.objectContaining({ code: "content-invalid" }));
});

test("no name whatsoever leads out of the folder into which a ZIP is unpacked", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
      try {
        zipLayout([dataEntry(`kit/${name}`, "")], DATE);
      } catch {
        return;
      }
      expect(join("/kit-of-test", `kit/${name}`)).toBe(`/kit-of-test/kit/${name}`);
      expect(Buffer.byteLength(name.split("/").at(-1) ?? "")).toBeLessThanOrEqual(255);
    }),
    { numRuns: 2_000 },
  );
});
