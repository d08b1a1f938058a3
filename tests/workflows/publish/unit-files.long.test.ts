import { expect, it } from "vitest";
import { CONSENT, consentingKit } from "../../worlds/content/consenting-kit.ts";
import { picture, showsNobody } from "../../worlds/content/small-newsroom.ts";
import { timedKitFiles } from "../../worlds/content/timed-kit.ts";
import { noisy } from "../../worlds/media/pictures.ts";
import { bucketedNewsroom } from "../../worlds/tables/bucketed-newsroom.ts";

const KIT = "media-kits/photos/kit.yaml";
const EN = "media-kits/photos/en.md";
const NOW = "2026-01-01T00:00:00Z";
const WEEK_LATER = "2026-01-08T00:00:00Z";
const TWO_MONTHS_LATER = "2026-03-08T00:00:00Z";

it("a download without people that another one replaced stays for a month, and what pages show goes at once", async () => {
  const newsroom = await bucketedNewsroom();
  await newsroom.publish(NOW);
  const before = await newsroom.keys("steppe");
  const downloads = before.filter((key) => !key.includes("thumbnail"));
  newsroom.edit(EN, (text) => text.replace("The steppe.", "The steppe in May."));
  await newsroom.publish(WEEK_LATER);
  const both = await newsroom.keys("steppe");
  expect(both).toEqual(expect.arrayContaining(downloads));
  expect(both.length).toBe(before.length + downloads.length);
  await newsroom.publish(TWO_MONTHS_LATER);
  expect(await newsroom.keys("steppe")).toEqual(both.filter((key) => !before.includes(key)));
});

it("a picture of people that is replaced goes at once from its former address, and so does an archive with it", async () => {
  const newsroom = await bucketedNewsroom(consentingKit({ ...CONSENT, ends: "2027-02-01T00:00Z" }));
  await newsroom.publish(NOW);
  const before = await newsroom.keys();
  newsroom.edit(EN, (text) => text.replace("The steppe.", "The steppe in May."));
  await newsroom.publish(WEEK_LATER);
  const after = await newsroom.keys();
  const former = before.filter((key) => /steppe|zip/.test(key));
  expect(former.length).toBeGreaterThan(2);
  expect(after.filter((key) => former.includes(key))).toEqual([]);
});

it("a download that was said to show nobody goes at once when the content says by now that it shows people", async () => {
  const newsroom = await bucketedNewsroom();
  await newsroom.publish(NOW);
  const before = await newsroom.keys("steppe");
  for (const [name, content] of Object.entries(consentingKit(CONSENT)))
    if (typeof content === "string") newsroom.write(name, content);
  newsroom.edit(EN, (text) => text.replace("The steppe.", "The steppe in May."));
  await newsroom.publish(WEEK_LATER);
  expect((await newsroom.keys("steppe")).filter((key) => before.includes(key))).toEqual([]);
});

it("the picture of the site is noted like any other, and goes when another takes its place", async () => {
  const newsroom = await bucketedNewsroom();
  await newsroom.publish(NOW);
  const before = await newsroom.keys("/share-preview.jpg");
  newsroom.write("share.png", await noisy(1300, 683).png().toBuffer());
  await newsroom.publish(WEEK_LATER);
  const after = await newsroom.keys("/share-preview.jpg");
  expect(after).toHaveLength(1);
  expect(after).not.toEqual(before);
});

it("a consent that is made to end takes away every address that the file ever had, and every archive with it", async () => {
  const newsroom = await bucketedNewsroom(consentingKit(CONSENT));
  await newsroom.publish(NOW);
  const before = await newsroom.keys("/photos.zip");
  const files = await newsroom.keys("steppe");
  expect(before).toHaveLength(1);
  newsroom.edit(KIT, (text) => text.replace("ends: on-request", "ends: 2026-02-01T00:00Z"));
  await newsroom.publish(WEEK_LATER);
  const left = await newsroom.keys();
  for (const key of [...before, ...files]) expect(left).not.toContain(key);
  expect(newsroom.world.invalidated).toEqual(
    expect.arrayContaining([...before, ...files].map((key) => `/${key}`)),
  );
  const until = Date.parse("2026-02-01T00:00:00Z") / 1000;
  expect((await newsroom.keys("steppe")).every((key) => key.includes(`-${until}/`))).toBe(true);
});

it("a file whose consent has ended goes out of the bucket with the next publication, whatever it is of", async () => {
  const newsroom = await bucketedNewsroom(consentingKit({ ...CONSENT, ends: "2026-02-01T00:00Z" }));
  await newsroom.publish(NOW);
  expect(await newsroom.keys("steppe")).not.toEqual([]);
  newsroom.edit("releases/first/en.md", (text) => text.replace("It was said.", "It was said twice."));
  await newsroom.publish(TWO_MONTHS_LATER);
  expect(await newsroom.keys("steppe")).toEqual([]);
  expect(await newsroom.keys(".zip")).toEqual([]);
});

it("an asset that left its kit is not to be had by any address that ever led to it", async () => {
  const newsroom = await bucketedNewsroom(await timedKitFiles([{ id: "dawn" }, { id: "dusk" }]));
  await newsroom.publish(NOW);
  newsroom.edit(KIT, (text) => text.replace(/ {2}- id: dusk[\s\S]*$/, ""));
  for (const language of ["en", "ru", "kk"])
    newsroom.edit(`media-kits/photos/${language}.md`, (text) => text.replace(/,"dusk":\{[^}]*\}/, ""));
  newsroom.write("media-kits/photos/dusk.png", null);
  await newsroom.publish(WEEK_LATER);
  expect(await newsroom.keys("dusk")).toEqual([]);
  expect(await newsroom.keys("dawn")).not.toEqual([]);
  expect(await newsroom.keys("/photos.zip")).toHaveLength(1);
});

it("the same file of two releases of one minute stays as long as one of them shows it", async () => {
  const newsroom = await bucketedNewsroom();
  const shows = (text: string) =>
    `${text}image: { file: same.png, alt: { en: a, ru: a, kk: a }, credit: { en: a, ru: a, kk: a } }\n${showsNobody("same.png")}`;
  const { RELEASE_ID } = await import("../../worlds/content/small-newsroom.ts");
  const { writeFile, SMALL_NEWSROOM } = await import("../../worlds/content/small-newsroom.ts");
  const same = await picture(1200, 630);
  const release = String(SMALL_NEWSROOM["releases/first/release.yaml"]).replace(/figures:[\s\S]*/, "");
  const text = "---\ntitle: Second\nsummary: Second\ncity: Astana\n---\n\nSecond.\n";
  writeFile(newsroom.directory, "releases/first/same.png", same);
  newsroom.edit("releases/first/release.yaml", shows);
  writeFile(newsroom.directory, "releases/second/same.png", same);
  newsroom.write("releases/second/en.md", text);
  newsroom.write(
    "releases/second/release.yaml",
    shows(release.replace(RELEASE_ID, RELEASE_ID.replace("5f", "6f"))),
  );
  await newsroom.publish(NOW);
  expect(await newsroom.keys("same-preview.jpg")).toHaveLength(1);
  newsroom.edit(
    "releases/second/release.yaml",
    (yaml) => `${yaml}leaving: { verb: gone, at: 2026-01-07T00:00Z }\n`,
  );
  await newsroom.publish(WEEK_LATER);
  expect(await newsroom.keys("same-preview.jpg")).toHaveLength(1);
  newsroom.edit(
    "releases/first/release.yaml",
    (yaml) => `${yaml}leaving: { verb: gone, at: 2026-01-07T00:00Z }\n`,
  );
  await newsroom.publish(WEEK_LATER);
  expect(await newsroom.keys("same-preview.jpg")).toEqual([]);
});

it("a kit whose files stay is published once, and what is prepared for its changes is renewed by the clock", async () => {
  const times = ["publishAt: 2026-02-01T00:00Z", "until: 2026-03-01T00:00Z"];
  const newsroom = await bucketedNewsroom(await timedKitFiles([{ id: "dawn", times }]));
  await newsroom.publish(NOW);
  expect(await newsroom.keys("/photos.zip")).toHaveLength(2);
  expect(await newsroom.publish(WEEK_LATER)).toMatchObject({ changed: 0, files: 0 });
  expect(await newsroom.publish("2026-02-02T00:00:00Z")).toMatchObject({ changed: 1 });
  const from = (instant: string) => String(Date.parse(instant) / 1000);
  const spans = (await newsroom.keys("/photos.zip")).map((key) => key.split("/")[1]);
  expect(spans).toContain(`${from("2026-02-01T00:00:00Z")}-${from("2026-03-01T00:00:00Z")}`);
  expect(spans).toContain(`${from("2026-03-01T00:00:00Z")}-`);
  expect(await newsroom.publish("2026-02-03T00:00:00Z")).toMatchObject({ changed: 0, files: 0 });
});
