import { expect, test } from "vitest";
import { NOTICES_PARTITION, SCHEDULED_CHANGES_PARTITION } from "../../../functions/storage/newsroom/keys.ts";
import { manifestOf, releaseId, releaseUnit } from "../../worlds/content/manifest.ts";
import { publishingWorld } from "../../worlds/content/publishing.ts";

const NOW = "2026-03-01T10:00:00Z";

async function noticesAfter(publishAt: string): Promise<{ at: string; addresses: string[] }[]> {
  const world = await publishingWorld();
  const clock = () => new Date(NOW);
  await world.publish(manifestOf(releaseUnit({ n: 1, languages: ["en"], publishAt })), { clock });
  const items = await world.writer.partition(NOTICES_PARTITION);
  return items
    .filter(({ key }) => key.sk.includes("#/en/releases/release-1"))
    .map(({ key, body }) => ({ at: key.sk.split("#")[0] ?? "", addresses: JSON.parse(body).addresses }));
}

test("a lift is written down with every address that changes at it", async () => {
  const world = await publishingWorld();
  const publishAt = "2030-01-01T00:00:00Z";
  await world.publish(manifestOf(releaseUnit({ n: 1, languages: ["en"], publishAt })));

  const scheduledChanges = await world.writer.partition(SCHEDULED_CHANGES_PARTITION);
  const page = scheduledChanges.find(({ key }) => key.sk.endsWith("/en/releases/release-1"));
  expect(page?.key.sk).toBe(`${publishAt}#release/${releaseId(1)}#/en/releases/release-1`);
  expect(JSON.parse(page?.body ?? "").addresses).toEqual(
    expect.arrayContaining(["/en/", "/en/feed.atom", "/en/releases/release-1", "/en/releases/release-1.md"]),
  );
});

test("what is public at once is noticed at once, what lifts tomorrow is not", async () => {
  expect(await noticesAfter("2026-02-01T00:00:00Z")).toMatchObject([{ at: NOW }]);
  expect(await noticesAfter("2026-03-02T10:00:00Z")).toEqual([]);
});

test("what lifts while it is being published is noticed in any case", async () => {
  const [notice] = await noticesAfter("2026-03-01T10:00:05Z");
  expect(notice?.at).toBe("2026-03-01T10:00:05Z");
  expect(notice?.addresses).toContain("/en/feed.atom");
});
