import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answered, command } from "../worlds/command.ts";
import { watchedNewsroom } from "../worlds/watched-newsroom.ts";

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

  const picture = /\/media\/[^"]*\/share\.jpg/.exec(await page(`/en/${RELEASE}`))?.[0] ?? "";
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
