import { expect, test } from "vitest";
import type {
  PersonalRemoval,
  RemovalAnswer,
} from "../../../functions/workflows/publish/changes/removal-answer.ts";
import { CONSENT, consentingKit } from "../../worlds/content/consenting-kit.ts";
import { type ContentNewsroom, contentNewsroom, noteOf } from "../../worlds/content/content-newsroom.ts";
import {
  type ContentFiles,
  KIT_ID,
  picture,
  RELEASE_ID,
  SMALL_NEWSROOM,
  showsNobody,
} from "../../worlds/content/small-newsroom.ts";
import { noisy } from "../../worlds/media/pictures.ts";

const TEXT = "releases/first/en.md";
const YAML = "releases/first/release.yaml";
const KIT = "media-kits/photos/kit.yaml";
const FIRST = "2026-03-01T09:00:00Z";
const SECOND = "2026-03-01T10:00:00Z";
const THIRD = "2026-03-01T11:00:00Z";

const SENTENCE = "We met Aigerim Omarova in Taraz.";
const withName: ContentFiles = {
  [TEXT]: String(SMALL_NEWSROOM[TEXT]).replace("There were 69", `${SENTENCE} There were 69`),
};
const withoutName = (text: string) => text.replace(SENTENCE, "We met a woman.");

/** Published with the name in it, which the folder then has no longer. */
async function afterEdit(files: ContentFiles = withName): Promise<ContentNewsroom> {
  const newsroom = await contentNewsroom(files);
  await newsroom.publish(FIRST);
  newsroom.edit(TEXT, withoutName);
  return newsroom;
}

/** Answers always the same, and remembers what was asked. */
function answering(answer?: RemovalAnswer) {
  const asked: PersonalRemoval[] = [];
  return {
    asked,
    answerRemoval: async (removal: PersonalRemoval) => {
      asked.push(removal);
      return answer;
    },
  };
}

const asStored = async ({ world }: ContentNewsroom) =>
  (await world.items()).filter(
    ({ key }) => key.pk.includes(RELEASE_ID) || key.pk.endsWith("/releases/first"),
  );

async function everythingStored({ world }: ContentNewsroom): Promise<string> {
  return (await world.items()).map(({ key, body }) => `${key.pk} ${key.sk} ${body}`).join("\n");
}

test("a name that would disappear is asked about, nothing is stored before the answer, and other units go on", async () => {
  const newsroom = await afterEdit();
  newsroom.edit("pages/about/en.md", (text) => `${text}\nMore.\n`);
  const before = await asStored(newsroom);
  const { asked, answerRemoval } = answering();
  const outcome = await newsroom.publish(SECOND, { answerRemoval });

  expect(asked).toEqual([
    {
      unit: `release/${RELEASE_ID}`,
      folder: "releases/first",
      details: [{ language: "en", kind: "name", text: "Aigerim Omarova" }],
    },
  ]);
  expect(outcome).toMatchObject({ refused: 1, changed: 1 });
  expect(await asStored(newsroom)).toEqual(before);
  expect(await (await newsroom.at(SECOND).request("/en/releases/first")).text()).toContain("Omarova");
  expect(await (await newsroom.at(SECOND).request("/en/about")).text()).toContain("More.");
});

test("where nobody can be asked the unit is refused, and the message does not name the person", async () => {
  const newsroom = await afterEdit();
  await newsroom.publish(SECOND);
  const refused = newsroom.world.told.find(({ kind }) => kind === "refused");
  expect(refused).toMatchObject({ code: "removal-unanswered", dryRun: false });
  expect(JSON.stringify(newsroom.world.told)).not.toContain("Omarova");

  await newsroom.publish(SECOND, { dryRun: true, answerRemoval: async () => "correction" });
  expect(newsroom.world.told.find(({ kind }) => kind === "refused")).toMatchObject({ dryRun: true });
});

test("after `safety` the name stands nowhere: no version, no difference", async () => {
  const newsroom = await afterEdit();
  const { answerRemoval } = answering("safety");
  expect(await newsroom.publish(SECOND, { answerRemoval })).toMatchObject({ refused: 0, changed: 1 });

  expect(newsroom.world.told).toContainEqual({ kind: "untold", folder: "releases/first" });
  const stored = await everythingStored(newsroom);
  expect(stored).toContain("We met a woman.");
  expect(stored).not.toContain("Omarova");
  expect(stored).not.toContain("versions#");
  const { asked, ...again } = answering();
  expect(await newsroom.publish(THIRD, again)).toMatchObject({ refused: 0, changed: 0 });
  expect(asked).toEqual([]);
});

test("what is published because something endangers someone is for safety without a question", async () => {
  const newsroom = await afterEdit();
  expect(await newsroom.publish(SECOND, { forgetFormer: true })).toMatchObject({ refused: 0, changed: 1 });
  expect(await everythingStored(newsroom)).not.toContain("Omarova");
});

test("after `correction` readers see the difference, and the former version is kept", async () => {
  const newsroom = await afterEdit();
  await newsroom.publish(SECOND, answering("correction"));

  const changes = await newsroom.world.item("/en/releases/first", "changes");
  expect(changes?.body).toContain("Omarova");
  expect(await everythingStored(newsroom)).toContain(`versions#release/${RELEASE_ID}#en`);
});

test("what nobody could read, what was redacted and what leaves is not asked about", async () => {
  const draft = await contentNewsroom({ ...withName, [YAML]: `${SMALL_NEWSROOM[YAML]}draft: true\n` });
  await draft.publish(FIRST);
  draft.edit(TEXT, withoutName);
  const redacted = await afterEdit();
  redacted.edit(YAML, (yaml) => `${yaml}redactions: [{ at: 2026-03-01T14:30 }]\n`);
  const left = await afterEdit();
  left.edit(
    YAML,
    (yaml) => `${yaml}leaving: { verb: withdraw, at: 2026-03-01T14:30, note: ${noteOf("It is wrong")} }\n`,
  );
  for (const newsroom of [draft, redacted, left]) {
    const { asked, answerRemoval } = answering();
    expect(await newsroom.publish(SECOND, { answerRemoval })).toMatchObject({ refused: 0, changed: 1 });
    expect(asked).toEqual([]);
    expect(await everythingStored(newsroom)).not.toContain("Omarova");
  }
  expect(await (await left.at(SECOND).request("/en/releases/first")).text()).toContain("It is wrong");
});

test("what was hidden meanwhile is asked about when it comes back, since readers saw it once", async () => {
  const newsroom = await contentNewsroom(withName);
  await newsroom.publish(FIRST);
  newsroom.edit(YAML, (yaml) => `${yaml}draft: true\n`);
  newsroom.edit(TEXT, withoutName);
  expect(await newsroom.publish(SECOND, { allowHide: true })).toMatchObject({ refused: 0, changed: 1 });
  newsroom.edit(YAML, (yaml) => yaml.replace("draft: true\n", ""));
  const { asked, answerRemoval } = answering("safety");
  await newsroom.publish(THIRD, { answerRemoval });

  expect(asked).toMatchObject([{ details: [{ kind: "name", text: "Aigerim Omarova" }] }]);
  expect((await newsroom.world.item("/en/releases/first", "changes"))?.body ?? "").not.toContain("Omarova");
});

test("a photograph of people that leaves a kit is asked about, and is gone at once for safety", async () => {
  const people = consentingKit(CONSENT);
  const [asset = ""] = /^ {2}- \{ id: steppe.*$/m.exec(String(people[KIT])) ?? [];
  const other = asset.replace("steppe,", "dawn,").replace("steppe.png", "dawn.png");
  const words = (text: string) =>
    text.replace(
      '"steppe":{',
      '"dawn":{"headline":"Dawn","caption":"The dawn.","alt":"Sky","credit":"A. Maker"},"steppe":{',
    );
  const newsroom = await contentNewsroom({
    ...people,
    [KIT]: `${people[KIT]}${other.replace(/people: true, consent: \{[^}]*\}/, "people: false")}\n`,
    "media-kits/photos/dawn.png": await picture(64, 40),
    ...Object.fromEntries(
      ["en", "ru", "kk"].map((language) => {
        const file = `media-kits/photos/${language}.md`;
        return [file, words(String(SMALL_NEWSROOM[file]))];
      }),
    ),
  });
  await newsroom.publish(FIRST);
  const remove = (id: string) => {
    newsroom.edit(KIT, (yaml) => yaml.replace(new RegExp(`^ {2}- \\{ id: ${id}.*\\n`, "m"), ""));
    for (const language of ["en", "ru", "kk"])
      newsroom.edit(`media-kits/photos/${language}.md`, (text) =>
        text.replace(new RegExp(`"${id}":\\{[^}]*\\},?`), "").replace(",}", "}"),
      );
    newsroom.write(`media-kits/photos/${id}.png`, null);
  };
  remove("steppe");
  const removed: string[] = [];
  const media = {
    ...newsroom.world.publication.media,
    remove: async (key: string) => void removed.push(key),
  };
  const { asked, answerRemoval } = answering("safety");
  await newsroom.publish(SECOND, { answerRemoval, media });
  expect(asked[0]?.unit).toBe(`kit/${KIT_ID}`);
  expect(asked[0]?.details).toEqual(
    ["en", "ru", "kk"].map((language) => ({ language, kind: "picture", text: "steppe" })),
  );
  expect(removed.some((key) => key.endsWith("/steppe.png"))).toBe(true);
});

test("a picture of a page may show anybody, so its removal is asked about; a landscape of a kit is not", async () => {
  const image = `image: { file: cover.png, alt: ${noteOf("Cover")}, credit: ${noteOf("Sample artwork")} }\n${showsNobody("cover.png")}`;
  const newsroom = await contentNewsroom({
    [YAML]: `${SMALL_NEWSROOM[YAML]}${image}`,
    "releases/first/cover.png": await picture(1200, 640),
  });
  await newsroom.publish(FIRST);
  newsroom.write("releases/first/cover.png", await noisy(1200, 650).png().toBuffer());
  newsroom.write("media-kits/photos/steppe.png", await picture(66, 40)); // which shows nobody
  const { asked, answerRemoval } = answering();
  await newsroom.publish(SECOND, { answerRemoval });

  expect(asked.map(({ folder }) => folder)).toEqual(["releases/first"]);
  expect(asked[0]?.details).toContainEqual({ language: "kk", kind: "picture", text: "cover.png" });
});
