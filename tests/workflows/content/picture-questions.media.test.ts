import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import {
  picturesToAsk,
  withPictureQuestions,
} from "../../../functions/workflows/content/picture-questions.ts";
import { contentFolder, openFolder } from "../../worlds/content/content.ts";
import { everyPicture } from "../../worlds/content/every-picture.ts";
import { noisy } from "../../worlds/media/pictures.ts";

const WITHOUT_FACTS = /pictures:\n(?: {2}- .*\n)+/g;

test("every picture that is shown and of which nothing is said is asked about, in the file of its unit", async () => {
  const photograph = await noisy(1300, 700).jpeg().toBuffer();
  const files = everyPicture(photograph, { "house.jpg": photograph });
  const bare = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      typeof text === "string" ? text.replaceAll(WITHOUT_FACTS, "") : text,
    ]),
  );
  const directory = await contentFolder(bare);
  expect(picturesToAsk(directory).map(({ file, pictures }) => [file, pictures])).toEqual([
    ["site.yaml", ["share.jpg"]],
    ["releases/first/release.yaml", ["lead.jpg", "house.jpg"]],
    ["events/press-day/event.yaml", ["lead.jpg", "house.jpg"]],
    ["media-kits/photos/kit.yaml", ["lead.jpg", "house.jpg"]],
    ["pages/about/page.yaml", ["house.jpg"]],
  ]);
});

test("nothing is asked of files that are assets of the kit, or of pictures that have their facts", async () => {
  expect(picturesToAsk(await contentFolder())).toEqual([]);
});

test.each([
  ["a file without pictures", "id: x\n", "id: x\npictures:\n"],
  ["a file that does not end with a line break", "id: x", "id: x\npictures:\n"],
  ["a file of Windows", "id: x\r\n", "id: x\r\npictures:\r\n"],
  ["a list that is there", "pictures:\n- file: b.jpg\n  people: none\nid: x\n", "pictures:\n"],
])("questions are added to %s, and every other byte stays", (_, before, begin) => {
  const after = withPictureQuestions(before, ["a.jpg"]);
  expect(after?.startsWith(begin)).toBe(true);
  expect(
    after?.replaceAll(/^[ ]*- file: a\.jpg\r?\n.*\r?\n/gm, "").replace(/^pictures:\r?\n$/m, ""),
  ).toContain(before.trimEnd().replace(/^pictures:\n/, ""));
  const read: unknown = parse(after ?? "");
  expect(read).toMatchObject({
    id: "x",
    pictures: expect.arrayContaining([{ file: "a.jpg", people: null }]),
  });
});

test("a list that is written in one line is left to a person", () => {
  expect(withPictureQuestions("pictures: [{ file: b.jpg, people: none }]\n", ["a.jpg"])).toBeUndefined();
});

test("content with its questions written is valid, and publishes none of the pictures", async () => {
  const photograph = await noisy(1300, 700).jpeg().toBuffer();
  const files = everyPicture(photograph, { "house.jpg": photograph });
  const bare = Object.entries(files).map(
    ([name, text]) => [name, typeof text === "string" ? text.replaceAll(WITHOUT_FACTS, "") : text] as const,
  );
  const directory = await contentFolder(Object.fromEntries(bare));
  const asked = picturesToAsk(directory).map(({ file, path, pictures }) => [
    file,
    withPictureQuestions(readFileSync(path, "utf8"), pictures) ?? "",
  ]);
  const { problems } = await openFolder(
    await contentFolder({ ...Object.fromEntries(bare), ...Object.fromEntries(asked) }),
  );
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(problems.filter(({ message }) => message.includes("nobody has said")).length).toBe(8);
  expect(picturesToAsk(join(directory))).toHaveLength(5);
});
