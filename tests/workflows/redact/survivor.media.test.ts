import { cpSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { readFence } from "../../../functions/storage/newsroom/fence.ts";
import { everyItem } from "../../../functions/storage/newsroom/table-scan.ts";
import { performEmergency } from "../../../functions/workflows/emergency/perform-emergency.ts";
import { redactedContent } from "../../../functions/workflows/redact/redact-content.ts";
import { redactPresent } from "../../../functions/workflows/redact/redact-present.ts";
import { replaceContent } from "../../../functions/workflows/redact/replace-content.ts";
import { fileSearch } from "../../../functions/workflows/redact/search/search-file.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { openFolder, SAMPLE_CONTENT } from "../../worlds/content/content.ts";
import { noteOf } from "../../worlds/content/content-newsroom.ts";
import { inThree, KIT_ID, RELEASE_ID, words } from "../../worlds/content/small-newsroom.ts";
import { emergencyIn } from "../../worlds/emergency/emergency.ts";
import { type RedactingWorld, redactingWorld } from "../../worlds/emergency/redacting.ts";
import { drawn } from "../../worlds/media/pictures.ts";

const WORDS = ["Aigerim Omarova", "Omarova", "Омарова"];
const RELEASE = "releases/omarova-speaks";
const KIT = "media-kits/photos";
const BEFORE = temporaryFolder();
const AT = "2026-03-01T12:00:00Z";

const CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.000\nAigerim\n\n00:01.000 --> 00:02.000\nOmarova speaks\n";

const asset = (id: string, rest: string) =>
  `  - { id: ${id}, people: false, creator: A. Maker, created: 2020, licence: cc-by-4-0, ${rest} }\n`;

/** A survivor's name in titles, slugs, names of files, ids, captions, metadata and archives; then a correction takes it out of the text. */
async function published(): Promise<RedactingWorld> {
  const world = await redactingWorld(WORDS);
  const { rename, edit, write, publish } = world;
  rename("releases/first", RELEASE);
  edit(`${RELEASE}/en.md`, (text) =>
    text.replace("Release en", "Omarova speaks").replace("There were", "Aigerim Omarova said there were"),
  );
  write(`${KIT}/omarova.png`, await drawn().png().toBuffer());
  cpSync(
    join(SAMPLE_CONTENT, "media-kits/world-day-2020/heart-of-stars.mp4"),
    join(world.directory, KIT, "clip.mp4"),
  );
  write(`${KIT}/clip.en.vtt`, CAPTIONS);
  edit(
    `${KIT}/kit.yaml`,
    (yaml) =>
      `${yaml}${asset("omarova-portrait", "file: omarova.png, kind: photograph")}${asset("clip", "file: clip.mp4, kind: video, captions: { en: clip.en.vtt }")}`,
  );
  const about = { headline: "Portrait", caption: "Омарова at home", alt: "A portrait", credit: "A. Maker" };
  const clip = {
    headline: "Clip",
    caption: "A clip",
    alt: "A clip",
    credit: "A. Maker",
    transcript: "Omarova speaks.",
  };
  const steppe = { headline: "Steppe", caption: "The steppe.", alt: "Grass", credit: "A. Maker" };
  const texts = inThree(KIT, (language, translationOf) =>
    words({
      title: `Kit ${language}`,
      summary: `Summary ${language}`,
      translationOf,
      assets: { steppe, "omarova-portrait": about, clip },
    }),
  );
  for (const [name, text] of Object.entries(texts)) write(name, text);
  await publish("2026-03-01T09:00:00Z");
  edit(`${RELEASE}/en.md`, (text) =>
    text.replace("Aigerim Omarova said there were", "A woman said there were"),
  );
  edit(
    `${RELEASE}/release.yaml`,
    (yaml) => `${yaml}corrections: [{ at: 2026-03-01T09:50:00Z, note: ${noteOf("It was not Omarova")} }]\n`,
  );
  await publish("2026-03-01T10:00:00Z", { answerRemoval: async () => "correction" });
  const picture = await drawn().png().toBuffer();
  const former = (n: number, name: string, words: Buffer) =>
    world.putObject(`media/${String(n).repeat(64)}/${name}.png`, Buffer.concat([picture, words]));
  await former(1, "in-utf-16", Buffer.from("Омарова", "utf16le"));
  await former(2, "in-windows-1251", Buffer.from("ceece0f0eee2e0", "hex"));
  cpSync(world.directory, BEFORE, { recursive: true });
  return world;
}

/** As `npm run redact` does it. */
async function redactEverything(world: RedactingWorld) {
  const { directory, detail, world: stores } = world;
  const order = { detail, replacement: "[…]" };
  const folders = [RELEASE, KIT];
  const units = [`release/${RELEASE_ID}`, `kit/${KIT_ID}`];
  const items = () => everyItem(stores.client, stores.table);
  await performEmergency(await emergencyIn(stores, AT), { verb: "redact", folders }, "Ali", (newsroom) =>
    redactPresent(newsroom, items, { ...order, folders, units, at: AT }),
  );
  const redacted = redactedContent(directory, folders, order, () => [AT]);
  await replaceContent(directory, redacted, join(temporaryFolder(), "copy"), (copy) =>
    openFolder(copy, { now: AT }),
  );
  await world.publish("2026-03-01T12:01:00Z", { forgetFormer: true });
  return world.redact();
}

/** Names of the files in the bucket in which the words are found. */
async function filesWithWords(world: RedactingWorld): Promise<string[]> {
  const search = fileSearch(world.detail, temporaryFolder());
  const found: string[] = [];
  for (const { key, open } of await world.objects())
    if ((await search.stream(key, await open())).found !== "no") found.push(basename(key));
  return found.sort();
}

test("a survivor's name that a correction took out of a text goes from everything, and no former clone brings it back", async () => {
  const world = await published();
  const old = world.at("2026-03-01T10:30:00Z");
  expect(await (await old.request(`/en/${RELEASE}/changes`)).text()).toContain("Aigerim");

  expect(await filesWithWords(world)).toEqual(
    expect.arrayContaining([
      "clip.en.vtt",
      "omarova.png",
      "photos.zip",
      "in-utf-16.png",
      "in-windows-1251.png",
    ]),
  );

  const { left, files, addresses, unknown } = await redactEverything(world);

  expect({ left, files, where: await world.where() }).toEqual({ left: [], files: [], where: [] });
  expect(addresses).toContain(`/en/${RELEASE}`);
  expect(unknown.flatMap(({ parts }) => parts)).toEqual(expect.arrayContaining(["pixels", "sound", "video"]));
  expect(await filesWithWords(world)).toEqual([]);
  const now = world.at("2026-03-01T12:30:00Z");
  const moved = "/en/releases/removed-speaks";
  for (const path of [
    moved,
    `${moved}.md`,
    `${moved}.json`,
    `${moved}/changes`,
    "/en/feed.atom",
    "/en/kits/photos",
    "/api/v1/kits",
  ])
    expect({ path, text: await (await now.request(path)).text() }).toEqual({
      path,
      text: expect.not.stringMatching(/omarova|Омаров/i),
    });
  expect((await now.request(`/en/${RELEASE}`)).status).toBe(404);

  const clone = await openFolder(BEFORE, { now: "2026-03-02T09:00:00Z" });
  if (!clone.manifest) throw new Error("The clone has errors.");
  expect(await world.world.publish(clone.manifest)).toMatchObject({ refused: 2, changed: 0 });
  expect(await world.where()).toEqual([]);
  expect((await readFence(world.world.writer)).redactions.size).toBe(2);
});
