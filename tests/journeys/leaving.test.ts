import { cpSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { command } from "../worlds/command.ts";
import { watchedNewsroom } from "../worlds/watched-newsroom.ts";

/** A press officer's commands beside a newsroom that runs and publishes what it sees. */

const watched = watchedNewsroom();
const NOTE = ["--note-en", "Taken back", "--note-ru", "Отозвано", "--note-kk", "Қайтарылды"];

test("a release with a broken text is withdrawn, marked in every language, out of every list, and comes back with a word", async () => {
  const { place, page } = watched();
  const kazakh = join(place.content, "releases/how-to-help/kk.md");
  const whole = readFileSync(kazakh, "utf8");
  writeFileSync(kazakh, whole.replace("title:", "titel:"));
  const options = ["--content", place.content, "--state", place.state];
  const { stdout, stderr } = await command("withdraw", "releases/how-to-help", ...options, ...NOTE);
  expect(stdout).toMatch(/(\d+) of \1 addresses answer as they should/);
  expect(stderr).toContain("releases/how-to-help/kk.md");
  for (const [language, note] of [
    ["en", "Taken back"],
    ["ru", "Отозвано"],
    ["kk", "Қайтарылды"],
  ])
    expect(await page(`/${language}/releases/how-to-help`)).toContain(note);
  expect(await page("/kk/releases")).not.toContain("how-to-help");
  expect(await page("/en/feed.atom")).toContain("<at:deleted-entry");
  writeFileSync(kazakh, whole);

  await command("republish", "releases/how-to-help", "--content", place.content, ...NOTE);
  await expect.poll(() => page("/kk/releases"), { timeout: 30_000 }).toContain("how-to-help");
  expect(await page("/en/feed.atom")).not.toContain("<at:deleted-entry");
});

test("what this content knows under another name is gone all the same, by its address", async () => {
  const { place, address } = watched();
  const clone = `${place.content}-old`;
  cpSync(place.content, clone, { recursive: true });
  renameSync(join(clone, "releases/shelters-for-victims"), join(clone, "releases/another-name"));
  const { code, stderr } = await command(
    "gone",
    "/en/releases/shelters-for-victims",
    ...["--content", clone, "--state", place.state],
  );
  expect(code).toBe(1);
  expect(stderr).toContain("releases/shelters-for-victims does not say so yet");
  expect((await fetch(`${address}/kk/releases/shelters-for-victims`)).status).toBe(410);
});
