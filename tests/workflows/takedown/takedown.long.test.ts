import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hashOfFile } from "../../../functions/workflows/originals/hash-file.ts";
import { takeAllFilesOut, takeFilesOut } from "../../../functions/workflows/takedown/file-out-of-content.ts";
import { listedAsset, takeOutOfContent } from "../../../functions/workflows/takedown/taken-down-content.ts";
import { openFolder } from "../../worlds/content/content.ts";
import { illustratedFiles } from "../../worlds/content/illustrated.ts";
import { KIT_ID, RELEASE_ID, showsNobody, writeFile } from "../../worlds/content/small-newsroom.ts";
import { type EmergencyWorld, emergencyWorld, takedownOrder } from "../../worlds/emergency/emergencies.ts";

const NOW = "2026-01-01T00:00:00Z";
const LATER = "2026-03-01T10:00:00Z";
const AFTER = "2026-03-02T10:00:00Z";
const KIT = "media-kits/photos";

async function published(): Promise<EmergencyWorld> {
  const world = await emergencyWorld(await illustratedFiles());
  await world.publish(NOW);
  return world;
}

const errorsIn = async ({ directory }: EmergencyWorld) =>
  (await openFolder(directory, { now: AFTER })).problems.filter(({ severity }) => severity === "error");

/** Takes something down and out of the content, as the command does, and publishes what is left. */
async function takeDown(world: EmergencyWorld, what: string, file = what) {
  const hash = await hashOfFile(join(world.directory, file));
  const subject = await world.subject(what, [hash]);
  await world.order(takedownOrder(world, subject));
  const out = await takeFilesOut(world.directory, new Set(subject.hashes), () => "2026-03-01T10:00Z");
  expect(await errorsIn(world)).toEqual([]);
  expect(await world.publish(AFTER, { forgetFormer: true, allowHide: true })).toMatchObject({ refused: 0 });
  return out;
}

describe("an asset of a kit that is taken down", () => {
  it("is told to subscribers by id alone, on the page, in the API and in feeds, and stays away", async () => {
    const world = await published();
    const { changed } = await takeDown(world, "photos/dawn", `${KIT}/dawn.png`);
    expect(changed.toSorted()).toEqual(
      ["dawn.png", "en.md", "kit.yaml", "kk.md", "ru.md"].map((name) => `${KIT}/${name}`),
    );
    expect(await world.keys("/photos.zip")).toHaveLength(1);
    expect(await world.keys("dawn")).toEqual([]);
    const app = world.at(AFTER);
    const read = async (path: string) => (await app.request(path)).text();
    const page = await read("/en/kits/photos");
    expect(page).toContain("dawn");
    expect(page).not.toContain("The dawn");
    expect(JSON.parse(await read(`/api/v1/kits/${KIT_ID}`))).toMatchObject({
      takenDown: [{ id: "dawn", removedAt: LATER }],
    });
    for (const feed of ["/en/feed.rss", "/kk/feed.atom", "/ru/feed.json"])
      expect(await read(feed)).toContain("dawn");
    world.edit(`${KIT}/en.md`, (text) => text.replace("The dusk.", "The dusk, too."));
    await world.publish("2026-03-03T00:00:00Z");
    expect(await world.status("/downloads/photos/dawn.png")).toBe(410);
  });

  it("leaves content that is right, and translations as reviewed as they were", async () => {
    const world = await published();
    const folder = join(world.directory, KIT);
    const listed = listedAsset(folder, "dawn");
    expect(listed).toMatchObject({
      local: ["dawn.png"],
      downloads: ["dawn.png", "dawn-web.jpg", "dawn-web.webp"],
    });
    const before = (await openFolder(world.directory)).problems;
    takeOutOfContent(folder, listed, "2026-01-01T05:00:00+05:00");
    expect(existsSync(join(folder, "dawn.png"))).toBe(false);
    for (const name of ["en.md", "ru.md", "kk.md"])
      expect(readFileSync(join(folder, name), "utf8")).not.toContain("The dawn");
    expect(await errorsIn(world)).toEqual([]);
    expect((await openFolder(world.directory)).problems.length).toBe(before.length);
  });

  it("may be the only one of its kit", async () => {
    const world = await emergencyWorld();
    const folder = join(world.directory, KIT);
    takeOutOfContent(folder, listedAsset(folder, "steppe"), "2025-12-31T00:00Z");
    expect(await errorsIn(world)).toEqual([]);
    await world.publish(NOW);
    expect((await world.at(NOW).request("/en/kits/photos")).status).toBe(200);
  });
});

describe("a picture that is taken down", () => {
  it("leaves the release above which it stood", async () => {
    const world = await published();
    const { folders } = await takeDown(world, "releases/first/lead.png");
    expect(folders).toEqual(["releases/first"]);
    expect(readFileSync(join(world.directory, "releases/first/release.yaml"), "utf8")).not.toContain("image");
    expect(await (await world.at(AFTER).request("/en/releases/first")).text()).not.toContain("/lead");
    const versions = await world.world.writer.partition(`versions#release/${RELEASE_ID}#en`);
    expect(versions).toEqual([]);
  });

  it("leaves the text of every language with its caption, and translations as reviewed as they were", async () => {
    const world = await published();
    const before = (await openFolder(world.directory)).problems.length;
    await takeDown(world, "releases/first/inside.png");
    const text = readFileSync(join(world.directory, "releases/first/kk.md"), "utf8");
    expect(text).not.toMatch(/inside/i);
    expect(text).toContain("The end.");
    expect((await openFolder(world.directory)).problems.length).toBe(before);
  });

  it("leaves the site, whose pages then go without", async () => {
    const world = await published();
    await takeDown(world, "site", "share.png");
    const page = await (await world.at(AFTER).request("/en/about")).text();
    expect(page).not.toContain("og:image");
    expect(await (await world.at(AFTER).request("/en/feed.rss")).text()).not.toContain("<url>");
  });

  it("leaves every other folder in which the same bytes stand", async () => {
    const world = await published();
    const bytes = readFileSync(join(world.directory, KIT, "dawn.png"));
    writeFile(world.directory, "pages/about/copy.png", bytes);
    world.edit("pages/about/en.md", (text) => `${text}\n![A view](copy.png)\n`);
    world.edit("pages/about/page.yaml", (text) => `${text}${showsNobody("copy.png")}`);
    await world.publish(NOW);
    expect((await (await world.at(NOW).request("/en/about")).text()).includes("copy-")).toBe(true);
    const { folders } = await takeDown(world, "photos/dawn", `${KIT}/dawn.png`);
    expect(folders.toSorted()).toEqual([KIT, "pages/about"]);
    expect(await (await world.at(AFTER).request("/en/about")).text()).not.toContain("copy-");
  });
});

it("the still and the captions of a video leave kit.yaml, and the video stays", async () => {
  const world = await emergencyWorld();
  const files = { "clip.mp4": "video", "clip.jpg": "still", "clip.en.vtt": "words" };
  for (const [name, text] of Object.entries(files)) writeFile(world.directory, `${KIT}/${name}`, text);
  world.edit(
    `${KIT}/kit.yaml`,
    (yaml) =>
      `${yaml}  - id: clip # short\n    file: clip.mp4\n    poster: clip.jpg\n    captions: { en: clip.en.vtt }\n`,
  );
  const hashes = [files["clip.jpg"], files["clip.en.vtt"]].map((text) =>
    createHash("sha256").update(text).digest("hex"),
  );
  const { changed } = await takeFilesOut(world.directory, new Set(hashes), () => "2026-03-01T10:00Z");
  expect(changed.toSorted()).toEqual(["clip.en.vtt", "clip.jpg", "kit.yaml"].map((name) => `${KIT}/${name}`));
  const yaml = readFileSync(join(world.directory, KIT, "kit.yaml"), "utf8");
  expect(yaml).toMatch(/- id: clip # short\n {4}file: clip\.mp4\n$/);
  expect(existsSync(join(world.directory, KIT, "clip.mp4"))).toBe(true);
});

it("a folder from which every file is taken keeps its words, and its content is right", async () => {
  const world = await published();
  for (const folder of ["releases/first", KIT])
    takeAllFilesOut(world.directory, folder, () => "2026-03-01T10:00Z");
  for (const file of [
    "releases/first/lead.png",
    "releases/first/inside.png",
    `${KIT}/dusk.png`,
    `${KIT}/steppe.png`,
  ])
    expect(existsSync(join(world.directory, file))).toBe(false);
  expect(await errorsIn(world)).toEqual([]);
});
