import { expect, test } from "vitest";
import { contentFolder, openFolder } from "../../worlds/content/content.ts";
import { RELEASE_ID } from "../../worlds/content/small-newsroom.ts";

const RELEASE = `release/${RELEASE_ID}`;

test("units that show something of another one are known by its id", async () => {
  const { manifest } = await openFolder(await contentFolder());
  const named = new Map(manifest?.units.map(({ id, names }) => [id, [...(names ?? [])]]));
  expect(named.get(RELEASE)).toEqual([expect.stringMatching(/^kit\//), expect.stringMatching(/^event\//)]);
  expect(named.get("series/world-day")).toEqual([expect.stringMatching(/^event\//)]);
  expect(named.get("site")).toEqual([expect.stringMatching(/^page\//)]);
});

test("what is hidden is led to by nobody, and by all the same ones as before when it is shown again", async () => {
  const directory = await contentFolder();
  const shown = (await openFolder(directory)).manifest?.units ?? [];
  const event = shown.find(({ id }) => id.startsWith("event/"))?.id ?? "";
  const hidden = (await openFolder(directory, { hidden: new Set([event]) })).manifest?.units ?? [];

  const differing = hidden.filter(
    ({ id, fingerprint }) => fingerprint !== shown.find((each) => each.id === id)?.fingerprint,
  );
  expect(differing.map(({ id }) => id)).toEqual([RELEASE, "series/world-day"]);
  const release = await hidden.find(({ id }) => id === RELEASE)?.compile();
  expect(JSON.stringify(release?.documents)).not.toContain("/en/events/press-day");
  const again = (await openFolder(directory)).manifest?.units ?? [];
  expect(again.map(({ fingerprint }) => fingerprint)).toEqual(shown.map(({ fingerprint }) => fingerprint));
});
