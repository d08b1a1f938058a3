import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answered, command } from "../worlds/command.ts";
import { freshWorkplace } from "../worlds/fresh-workplace.ts";
import { npmStart, type StartedNewsroom, type Workplace } from "../worlds/started-newsroom.ts";

/** A press officer's commands beside a newsroom that runs and publishes what it sees. */

let place: Workplace;
let newsroom: StartedNewsroom;
let address: string;

beforeAll(async () => {
  place = freshWorkplace();
  newsroom = npmStart(place);
  address = (await newsroom.opened()).address;
});

afterAll(async () => {
  await newsroom.interrupt();
  place.remove();
});

const NOTE = ["--note-en", "Taken back", "--note-ru", "Отозвано", "--note-kk", "Қайтарылды"];
const RELEASE = "releases/world-day-2020-25-years";
const page = async (path: string) => (await fetch(address + path)).text();

test("a release is withdrawn, marked in every language, out of every list, and comes back with a word", async () => {
  const published = newsroom.hear(/Published: .*how-to-help/);
  await command("withdraw", "releases/how-to-help", "--content", place.content, ...NOTE);
  await published;
  expect(await page("/ru/releases/how-to-help")).toContain("Отозвано");
  expect(await page("/kk/releases")).not.toContain("how-to-help");
  expect(await page("/en/feed.atom")).toContain("<at:deleted-entry");

  const back = newsroom.hear(/Published: .*how-to-help/);
  await command("republish", "releases/how-to-help", "--content", place.content, ...NOTE);
  await back;
  expect(await page("/kk/releases")).toContain("how-to-help");
  expect(await page("/en/feed.atom")).not.toContain("<at:deleted-entry");
});

test("a redaction leaves the words in no page, form, feed, version or file, and says what it did", async () => {
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
