import { expect, it } from "vitest";
import { NEVER } from "../../../../functions/domain/instant.ts";
import { bodyAt, compiled, compiledIn } from "../../../worlds/content/compiled.ts";
import { contentFolder } from "../../../worlds/content/content.ts";
import { picture, SMALL_NEWSROOM, showsNobody } from "../../../worlds/content/small-newsroom.ts";
import { timedKitFiles } from "../../../worlds/content/timed-kit.ts";

const KIT_YAML = "media-kits/photos/kit.yaml";
const seconds = (instant: string) => Date.parse(instant) / 1000;
const windowsOf = (media: readonly { readonly key: string }[]) => [
  ...new Set(media.map(({ key }) => key.split("/")[1])),
];

it("files of a publication lie in a window that begins with it", async () => {
  const { media } = await compiled("media-kits/photos");
  const at = String(SMALL_NEWSROOM[KIT_YAML]).replace(
    "publishAt: 2020-07-01T10:00",
    "publishAt: 2020-07-01T10:00Z",
  );
  const moved = await compiled("media-kits/photos", { [KIT_YAML]: at });
  expect(windowsOf(media)).toHaveLength(1);
  expect(windowsOf(moved.media)).toEqual([`${seconds("2020-07-01T10:00:00Z")}-`]);
  expect(moved.media[0]?.key.split("/").slice(2)).toEqual(media[0]?.key.split("/").slice(2));
});

it("files of the site and of a page have no window", async () => {
  const text = String(SMALL_NEWSROOM["pages/about/en.md"]);
  const page = await compiled("pages/about", {
    "pages/about/page.yaml": `${SMALL_NEWSROOM["pages/about/page.yaml"]}${showsNobody("house.png")}`,
    "pages/about/en.md": `${text}\n![A house](house.png)\n`,
    "pages/about/house.png": await picture(60, 40),
  });
  for (const unit of [page, await compiledIn(await contentFolder(), "site.yaml", "site")])
    expect(windowsOf(unit.media)).toEqual(unit.media.map(() => expect.stringMatching(/^[0-9a-f]{64}$/)));
});

it("an asset with times of its own has a window of its own, thumbnail and all, and stays out of the sitemap", async () => {
  const times = ["publishAt: 2030-01-01T10:00Z", "until: 2031-01-01T10:00Z"];
  const unit = await compiled("media-kits/photos", await timedKitFiles([{ id: "dawn", times }]));
  const own = unit.media.filter(({ key }) => key.includes("dawn"));
  expect(own).toHaveLength(4);
  expect(windowsOf(own)).toEqual([`${seconds("2030-01-01T10:00:00Z")}-${seconds("2031-01-01T10:00:00Z")}`]);
  expect(unit.sitemap[0]?.body).toContain("steppe-web.jpg");
  expect(unit.sitemap[0]?.body).not.toContain("dawn");
  expect(bodyAt(unit, "/downloads/photos/dawn.png")).toMatchObject({
    publishAt: "2030-01-01T10:00:00Z",
    until: "2031-01-01T10:00:00Z",
  });
});

it("files of a draft may be had at no time, whatever moment is planned", async () => {
  const files = await timedKitFiles([{ id: "dawn", times: ["until: 2031-01-01T10:00Z"] }], ["draft: true"]);
  const { media } = await compiled("media-kits/photos", files);
  expect(windowsOf(media)).toEqual([`${seconds(NEVER)}-`]);
});
