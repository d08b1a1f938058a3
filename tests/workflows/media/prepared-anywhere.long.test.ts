import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { drawn, talkativeJpeg, talkativePng } from "../../worlds/media/pictures.ts";

const PROGRAM = "tests/worlds/commands/prepared-hashes-process.ts";

test("a file that is prepared has the same bytes in any zone, locale and mode of files", async () => {
  const folder = temporaryFolder();
  const pictures = Object.entries({
    "photo.jpg": await talkativeJpeg(),
    "drawn.png": await talkativePng(),
    "deep.tiff": await drawn().toColourspace("rgb16").tiff({ compression: "lzw" }).toBuffer(),
  }).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  const [first, second] = [
    { env: { TZ: "Asia/Almaty", LANG: "kk_KZ.UTF-8" }, umask: "022" },
    { env: { TZ: "America/St_Johns", LANG: "C", LC_ALL: "C" }, umask: "077" },
  ].map(({ env, umask }) =>
    execFileSync(process.execPath, ["--import", "tsx", PROGRAM, temporaryFolder(), umask, ...pictures], {
      encoding: "utf8",
      env: { PATH: process.env.PATH, ...env },
    }),
  );
  expect(first).toMatch(/^((original|web-jpeg|web-webp|thumbnail) [0-9a-f]{64}\n){12}$/);
  expect(second).toBe(first);
});
