import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentFolder, openFolder } from "../../worlds/content.ts";
import { contentNewsroom } from "../../worlds/content-newsroom.ts";
import { SMALL_NEWSROOM, writeFile } from "../../worlds/small-newsroom.ts";

const YAML = "releases/first/release.yaml";

async function withFacts(lines: string, publishAt = "2020-07-30T12:00") {
  const yaml = String(SMALL_NEWSROOM[YAML]).replace("2020-07-30T12:00", publishAt);
  return { [YAML]: `${yaml}${lines}` };
}

test.each(["", "draft: true\n"])("words may be taken out of what waits for its time (%j)", async (draft) => {
  const redactions = `${draft}redactions: [{ at: 2026-03-01T10:00:00Z }]\n`;
  const directory = await contentFolder(await withFacts(redactions, "2026-04-01T10:00:00Z"));
  expect((await openFolder(directory, { now: "2026-03-01T10:00:00Z" })).problems).toEqual([]);
});

test("redactions stand oldest first", async () => {
  const directory = await contentFolder();
  writeFile(
    directory,
    YAML,
    `${readFileSync(join(directory, YAML), "utf8")}redactions: [{ at: 2025-02-01T10:00 }, { at: 2025-01-01T10:00 }]\n`,
  );
  const [problem] = (await openFolder(directory)).problems;
  expect(problem?.message).toContain("earlier than the one before it; expected redactions oldest first");
});

test("readers are told of a redaction only if what was taken out had been public", async () => {
  const redactions = "redactions: [{ at: 2026-03-01T10:00:00Z }, { at: 2026-05-01T10:00:00Z }]\n";
  const newsroom = await contentNewsroom(await withFacts(redactions, "2026-04-01T10:00:00Z"));
  await newsroom.publish("2026-05-01T11:00:00Z");
  const page = await newsroom.world.item("/en/releases/first");
  expect(JSON.parse(page?.body ?? "").redactedAt).toEqual(["2026-05-01T10:00:00Z"]);
});
