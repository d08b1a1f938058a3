import { cpSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answered, command } from "../worlds/commands/command.ts";
import { watchedNewsroom } from "../worlds/commands/watched-newsroom.ts";

/** A press officer's commands beside a newsroom that runs and publishes what it sees. */

const watched = watchedNewsroom();
const RELEASE = "releases/world-day-2020-25-years";

test("a redaction leaves the words in no page, form, feed, version or file, and says what it did", async () => {
  const { place, newsroom, page } = watched();
  const english = join(place.content, RELEASE, "en.md");
  const edited = newsroom.hear(/Published: .*world-day-2020/);
  writeFileSync(english, readFileSync(english, "utf8").replace("Zere Utebayeva", "Zere Utebayeva (Omarova)"));
  await edited;
  expect(await page(`/en/${RELEASE}/changes`)).toContain("Omarova");

  const folders = [RELEASE, "releases/labour-exploitation", "events/world-day-2020"];
  const options = ["--content", place.content, "--state", place.state];
  const words = "Omarova\nUtebayeva\nУтебаев\nӨтебаев\n\nyes\n";
  const { code, stdout, stderr } = await answered("redact", words, ...folders, ...options);

  expect(stderr).not.toMatch(/Error|at file:/);
  expect(stdout).toContain("the words were found nowhere");
  expect(stdout).not.toMatch(/Utebayeva|Утебаев|Өтебаев/);
  expect(code).toBe(0);
  const everywhere = ["", ".md", ".txt", ".json", "/changes"].map((form) => `/en/${RELEASE}${form}`);
  for (const path of [...everywhere, "/ru/feed.json", "/api/v1/statements", "/kk/events/world-day-2020"])
    expect(await page(path), path).not.toMatch(/Utebayeva|Утебаев|Өтебаев|Omarova/i);
  const { stdout: version } = await command(
    "versions",
    RELEASE,
    "--language",
    "en",
    "--version",
    "1",
    ...options,
  );
  expect(version).toContain("Zere […]");
});

test("a file is hidden within ten seconds, shown again as it was, and destroyed only after a yes", async () => {
  const { place, address, page } = watched();
  const options = ["--content", place.content, "--state", place.state];
  const answers = async (path: string) => (await fetch(address + path, { redirect: "manual" })).status;
  const download = "/downloads/world-day-2020/steppe-at-dawn-web.jpg";
  const led = await fetch(address + download, { redirect: "manual" });
  const bytes = led.headers.get("location") ?? "";
  const before = await (await fetch(address + bytes)).arrayBuffer();

  const hidden = await command("hide", `${address}/ru/kits/world-day-2020#asset-steppe-at-dawn`, ...options);
  expect(hidden.code).toBe(0);
  const [, seconds] = /addresses answer as they should, the last after ([\d.]+) s/.exec(hidden.stdout) ?? [];
  expect(Number(seconds)).toBeLessThan(10);
  expect([await answers(download), await answers(bytes)]).toEqual([410, 410]);
  expect(await page("/kk/kits/world-day-2020")).not.toContain("steppe-at-dawn");

  expect(await command("unhide", "world-day-2020/steppe-at-dawn", ...options)).toMatchObject({ code: 0 });
  expect(Buffer.from(await (await fetch(address + bytes)).arrayBuffer()).equals(Buffer.from(before))).toBe(
    true,
  );
  expect(await page("/kk/kits/world-day-2020")).toContain("steppe-at-dawn");

  const picture = /\/media\/[^"]*\/share-preview\.jpg/.exec(await page(`/en/${RELEASE}`))?.[0] ?? "";
  const order = ["takedown", `${RELEASE}/share.jpg`, "--reason", "asked for", ...options] as const;
  const unanswered = await command(...order);
  expect(unanswered).toMatchObject({ code: 1, stderr: expect.stringContaining("Give --yes.") });
  expect(unanswered.stdout).toContain(`/kk/${RELEASE}`);
  expect(await answers(picture)).toBe(200);
  expect(await command(...order, "--yes")).toMatchObject({ code: 0 });
  expect(await answers(picture)).toBe(410);
  expect(await page(`/en/${RELEASE}`)).not.toContain("/share.jpg");
  expect(readFileSync(join(place.content, RELEASE, "release.yaml"), "utf8")).not.toContain("share.jpg");
});

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
