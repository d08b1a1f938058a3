import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { originalsStore } from "../../../functions/storage/buckets/originals-store.ts";
import { progressInWords } from "../../../infra/cli/originals/originals-words.ts";
import { localS3Client } from "../../../infra/local/clients.ts";
import { createBucket, startLocalS3 } from "../../../infra/local/s3/s3.ts";
import { type CommandRun, command } from "../../worlds/commands/command.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { breakingAtPart, LARGE_BYTES, originalFile, sha256Of } from "../../worlds/media/originals.ts";

let place: string;
let content: string;
beforeEach(() => {
  place = temporaryFolder();
  content = join(place, "content");
  mkdirSync(join(content, "media-kits", "photos"), { recursive: true });
});

const originals = (...args: string[]): Promise<CommandRun> =>
  command("originals", ...args, "--state", join(place, "state"), "--content", content);
const lastLine = ({ stderr }: CommandRun) => stderr.trimEnd().split("\n").at(-1);
const copyHere = (sha256: string) => join(place, "state", "cache", "originals", sha256);
const name = (...hashes: string[]) =>
  writeFileSync(
    join(content, "media-kits", "photos", "kit.yaml"),
    `assets:\n${hashes.map((hash, i) => `  - id: a${i}\n    file: a${i}.jpg\n    original: ${hash}\n`).join("")}`,
  );

describe("add", () => {
  test("prints what belongs into kit.yaml, says what cannot be added, and does the others", async () => {
    const [kitchen, person] = [originalFile(2_000), originalFile(1_000, "Aigul Serik.JPG")];
    const run = await originals("add", join(place, "none.jpg"), place, kitchen.file, person.file);

    expect(run.code).toBe(1);
    expect(run.stderr).toBe(
      `${join(place, "none.jpg")} cannot be added: it does not exist. Look at its name.\n` +
        `${place} cannot be added: it is a folder. Name the files in it.\n`,
    );
    expect(run.stdout).toContain(
      `kitchen.jpg is added:\n    file: kitchen.jpg\n    original: ${kitchen.sha256}\n`,
    );
    expect(run.stdout).toContain(`    file: file-${person.sha256.slice(0, 8)}.jpg\n`);
    expect(run.stdout).toContain("Aigul Serik.JPG may be the name of a person");
    expect(sha256Of(readFileSync(copyHere(kitchen.sha256)))).toBe(kitchen.sha256);
  });

  test("does not add again what is there already", async () => {
    const { file } = originalFile(2_000);
    await originals("add", file);
    const again = await originals("add", file);
    expect([again.code, again.stdout.split("\n")[0]]).toEqual([0, "kitchen.jpg is there already:"]);
  });

  test("goes on where an upload was cut", async () => {
    const original = originalFile(LARGE_BYTES, "film.mp4");
    const { endpoint, stop } = await startLocalS3(join(place, "state", "s3"));
    const poorLine = localS3Client(endpoint);
    await createBucket(poorLine, "dateline-originals");
    breakingAtPart(poorLine, 5);
    await expect(originalsStore(poorLine, "dateline-originals").add(original)).rejects.toThrow();
    await stop();

    const run = await originals("add", original.file);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("film.mp4 goes on at 55 %.\n");
    expect(run.stdout).toContain(
      `film.mp4 is added:\n    file: film.mp4\n    original: ${original.sha256}\n`,
    );
    rmSync(copyHere(original.sha256));
    await originals("get", original.sha256);
    expect(sha256Of(readFileSync(copyHere(original.sha256)))).toBe(original.sha256);
  });
});

test("get brings all that kits name, and says which the store does not have", async () => {
  const { file, sha256 } = originalFile(2_000);
  await originals("add", file);
  rmSync(copyHere(sha256));
  name(sha256, "1".repeat(64));
  const run = await originals("get");

  expect(run).toEqual({
    code: 1,
    stdout: "1 original is on this machine.\n",
    stderr: `There is no original ${"1".repeat(64)} in the store.\n`,
  });
  expect(sha256Of(readFileSync(copyHere(sha256)))).toBe(sha256);
});

test("list tells which kit names an original; remove refuses that one, and takes another off everywhere", async () => {
  const [used, unused] = [originalFile(2_000), originalFile(3_000)];
  await originals("add", used.file, unused.file);
  name(used.sha256);
  const { stdout } = await originals("list");
  expect(stdout).toMatch(new RegExp(`${used.sha256} .* 2 KB  media-kits/photos\n`));
  expect(stdout).toMatch(new RegExp(`${unused.sha256} .* 3 KB  named by no kit\n`));

  const refused = await originals("remove", used.sha256, "--yes");
  expect([refused.code, lastLine(refused)]).toEqual([
    1,
    "media-kits/photos names this original. Take the asset out of its kit.yaml first, or give --force.",
  ]);
  expect((await originals("remove", unused.sha256)).stderr).toContain("Nothing was done");
  expect((await originals("remove", unused.sha256, "--yes")).code).toBe(0);
  expect((await originals("list")).stdout).not.toContain(unused.sha256);
  expect(() => readFileSync(copyHere(unused.sha256))).toThrow();
});

test.each([
  [2, [], "Nothing was asked for."],
  [2, ["ad"], "There is no `ad`. Did you mean add?"],
  [2, ["add"], "No file was named."],
  [1, ["add", "none.jpg"], "There is no file none.jpg."],
  [2, ["remove"], "Name one hash to remove."],
  [2, ["get", "3FA9"], "3FA9 is no hash of an original."],
  [1, ["remove", "1".repeat(64), "--yes"], `There is no original ${"1".repeat(64)} in the store.`],
  [2, ["list", "--stage", "staging"], 'There is no stage "staging".'],
])("originals ends with %i and one line when called with %j", async (exitCode, args, said) => {
  const { code, stdout, stderr } = await originals(...args);
  expect([code, stdout, stderr.split("\n").length]).toEqual([exitCode, "", 2]);
  expect(stderr).toContain(said);
});

test("progress tells bytes, percent, speed and what remains", () => {
  const mega = 1_000_000;
  expect(progressInWords(310 * mega, 500 * mega, { bytes: 100 * mega, ms: 2_000 })).toBe(
    "310.0 MB of 500.0 MB, 62 %, 50.0 MB/s, 4 s left",
  );
  expect(progressInWords(0, 500 * mega, { bytes: 0, ms: 0 })).toBe("0 bytes of 500.0 MB, 0 %");
});
