import { expect, it } from "vitest";
import { contentFolder, openFolder } from "../../worlds/content/content.ts";

it("opens the small newsroom without a problem", async () => {
  const content = await openFolder(await contentFolder());
  expect(content.problems).toEqual([]);
  expect(content.manifest?.units.map((unit) => unit.folder)).toEqual([
    "events/press-day",
    "media-kits/photos",
    "pages/about",
    "releases/first",
    "site.yaml",
    "site.yaml",
  ]);
});
