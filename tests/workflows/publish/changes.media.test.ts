import { expect, test } from "vitest";
import type { ChangesDocument, TextRun } from "../../../functions/domain/documents/changes.ts";
import { textDifference } from "../../../functions/workflows/publish/changes/text-difference.ts";
import { type ContentNewsroom, contentNewsroom, noteOf } from "../../worlds/content/content-newsroom.ts";
import { RELEASE_ID, SMALL_NEWSROOM } from "../../worlds/content/small-newsroom.ts";

const YAML = "releases/first/release.yaml";
const TEXT = "releases/first/en.md";
const PAGE = "/en/releases/first";
const FIRST = "2026-03-01T09:00:00Z";
const SECOND = "2026-03-01T10:00:00Z";
const THIRD = "2026-03-01T11:00:00Z";

async function published(): Promise<ContentNewsroom> {
  const newsroom = await contentNewsroom();
  await newsroom.publish(FIRST);
  return newsroom;
}

async function changesIn(newsroom: ContentNewsroom, path = PAGE): Promise<ChangesDocument["changes"]> {
  const stored = await newsroom.world.item(path, "changes");
  return stored ? JSON.parse(stored.body).changes : [];
}

async function versionsOf(newsroom: ContentNewsroom): Promise<string[]> {
  const items = await newsroom.world.items();
  return items
    .filter(({ key }) => key.pk === `versions#release/${RELEASE_ID}#en`)
    .map(({ body }) => JSON.parse(body).text);
}

const correct = (at: string, note: string) => (yaml: string) =>
  `${yaml}corrections: [{ at: ${at}, note: ${noteOf(note)} }]\n`;
const told = (runs: readonly TextRun[]) => runs.map(({ type, text }) => `${type}: ${text}`);

test("a correction tells its note and what differs, and moves updated", async () => {
  const newsroom = await published();
  newsroom.edit(TEXT, (text) => text.replace("There were 69 cases", "There were 69 criminal cases"));
  newsroom.edit(YAML, correct("2026-03-01T09:55:00Z", "They are criminal cases"));
  await newsroom.publish(SECOND);

  const [change, ...others] = await changesIn(newsroom);
  expect(others).toEqual([]);
  expect(change).toMatchObject({ kind: "correction", at: SECOND, note: "They are criminal cases" });
  expect(change?.paragraphs.map(told)).toEqual([
    ["same: There were 69 ", "added: criminal ", "same: cases in en."],
  ]);
  const resource = await (await newsroom.at(SECOND).request(`/api/v1/releases/${RELEASE_ID}`)).json();
  expect(resource.versionCreated).toBe("2026-03-01T09:55:00Z");
});

test("a minor change is told as one and moves nothing", async () => {
  const newsroom = await published();
  newsroom.edit(TEXT, (text) => text.replace("Background", "Backgrounds"));
  await newsroom.publish(SECOND);

  expect(await changesIn(newsroom)).toMatchObject([{ kind: "minor", at: SECOND }]);
  const feed = await (await newsroom.at(SECOND).request("/en/feed.json")).json();
  expect(feed.items[0].date_modified).toBe(feed.items[0].date_published);
});

test("words in Cyrillic are compared as words", async () => {
  const newsroom = await published();
  newsroom.edit("releases/first/ru.md", (text) =>
    text.replace("There were 69 cases", "Было 69 уголовных дел"),
  );
  await newsroom.publish(SECOND);
  newsroom.edit("releases/first/ru.md", (text) => text.replace("уголовных дел", "уголовных делах"));
  await newsroom.publish(THIRD);

  const [change] = await changesIn(newsroom, "/ru/releases/first");
  expect(change?.paragraphs.map(told)).toEqual([
    ["same: Было 69 уголовных ", "removed: дел", "added: делах", "same:  in ru."],
  ]);
});

test("former versions are kept, each with its whole text, and the present one is not among them", async () => {
  const newsroom = await published();
  for (const [word, at] of [
    ["second", SECOND],
    ["third", THIRD],
  ] as const) {
    newsroom.edit(TEXT, (text) => text.replace(/There were 69 \w+/, `There were 69 ${word}`));
    await newsroom.publish(at);
  }

  const versions = await versionsOf(newsroom);
  expect(versions.map((text) => /69 (\w+) in/.exec(text)?.[1])).toEqual(["cases", "second"]);
});

test("what is changed before the lift leaves no trace", async () => {
  const newsroom = await contentNewsroom();
  newsroom.edit(YAML, (yaml) => yaml.replace("2020-07-30T12:00", "2026-12-01T12:00"));
  newsroom.edit("pages/about/en.md", (text) => `${text}\nMore.\n`);
  await newsroom.publish(FIRST);
  newsroom.edit(TEXT, (text) => text.replace("Background", "Another"));
  await newsroom.publish(SECOND);

  expect(await changesIn(newsroom)).toEqual([]);
  expect(await versionsOf(newsroom)).toEqual([]);
});

test("a change that no reader can see in the text is not told", async () => {
  const newsroom = await published();
  newsroom.edit(YAML, (yaml) => yaml.replace("topics: [protection]", "topics: [protection, data]"));
  await newsroom.publish(SECOND);

  expect(await changesIn(newsroom)).toEqual([]);
});

test("changes move with the slug, and their former address leads to them", async () => {
  const newsroom = await published();
  newsroom.edit(TEXT, (text) => text.replace("Background", "Backgrounds"));
  await newsroom.publish(SECOND);
  newsroom.rename("releases/first", "releases/second");
  await newsroom.publish(THIRD);

  expect(await changesIn(newsroom, "/en/releases/second")).toMatchObject([{ kind: "minor" }]);
  const former = await newsroom.at(THIRD).request(`${PAGE}/changes`);
  expect([former.status, former.headers.get("Location")]).toEqual([301, "/en/releases/second/changes"]);
  expect(await newsroom.world.item(PAGE, "changes")).toBeUndefined();
});

test("a change is told once, however often the same content is published", async () => {
  const newsroom = await published();
  newsroom.edit(TEXT, (text) => text.replace("Background", "Backgrounds"));
  await newsroom.publish(SECOND);
  newsroom.edit(YAML, (yaml) => yaml.replace("topics: [protection]", "topics: [protection, data]"));
  await newsroom.publish(THIRD);
  await newsroom.publish("2026-03-01T12:00:00Z");

  expect(await changesIn(newsroom)).toMatchObject([{ kind: "minor", at: SECOND }]);
});

test("something removed for safety leaves neither the former version nor a difference", async () => {
  const newsroom = await published();
  newsroom.edit(TEXT, (text) => text.replace("There were 69 cases", "There were 69"));
  newsroom.edit(YAML, (yaml) => `${yaml}redactions: [{ at: 2026-03-01T09:58:00Z }]\n`);
  await newsroom.publish(SECOND);

  expect(await changesIn(newsroom)).toEqual([{ at: SECOND, kind: "safety", paragraphs: [] }]);
  expect(await versionsOf(newsroom)).toEqual([]);
});

test("what was written while it was out of sight is told to nobody, only what readers saw before and after", async () => {
  const newsroom = await published();
  const hidden = { allowHide: true };
  newsroom.edit(YAML, (yaml) => `draft: true\n${yaml}`);
  newsroom.edit(TEXT, (text) => text.replace("There were 69 cases", "There were 69 zanzibar cases"));
  await newsroom.publish(SECOND, hidden);
  newsroom.edit(TEXT, (text) => text.replace("69 zanzibar cases", "69 criminal cases"));
  await newsroom.publish("2026-03-01T10:30:00Z", hidden);
  newsroom.edit(YAML, (yaml) => yaml.replace("draft: true\n", ""));
  await newsroom.publish(THIRD);

  const [change, ...others] = await changesIn(newsroom);
  expect(others).toEqual([]);
  expect([change?.kind, change?.paragraphs.map(told)]).toEqual([
    "return",
    [["same: There were 69 ", "added: criminal ", "same: cases in en."]],
  ]);
  const items = (await newsroom.world.items()).filter(({ key }) => !key.pk.startsWith("versions#"));
  expect(items.filter(({ body }) => body.includes("zanzibar"))).toEqual([]);
});

test("a translation that comes later has nothing to tell", async () => {
  const newsroom = await contentNewsroom({ "releases/first/kk.md": null });
  await newsroom.publish(FIRST);
  newsroom.write("releases/first/kk.md", String(SMALL_NEWSROOM["releases/first/kk.md"]));
  await newsroom.publish(SECOND);

  expect(await changesIn(newsroom, "/kk/releases/first")).toEqual([]);
});

test("a telephone number in site.yaml is no change of any release", async () => {
  const newsroom = await published();
  newsroom.edit("site.yaml", (yaml) => yaml.replace("+7 7172 00 00 00", "+7 7172 11 11 11"));
  await newsroom.publish(SECOND);

  expect([await changesIn(newsroom), await versionsOf(newsroom)]).toEqual([[], []]);
});

test("a note that is put right is told as it is, and two corrections at once are both told", async () => {
  const newsroom = await published();
  newsroom.edit(YAML, correct("2026-03-01T09:50:00Z", "A slip"));
  await newsroom.publish(SECOND);
  newsroom.edit(YAML, (yaml) => {
    const more = `{ at: 2026-03-01T10:10:00Z, note: ${noteOf("Second")} }, { at: 2026-03-01T10:20:00Z, note: ${noteOf("Third")} }`;
    return yaml.replaceAll("A slip", "The first").replace(/\]\n$/, `, ${more}]\n`);
  });
  await newsroom.publish(THIRD);

  expect((await changesIn(newsroom)).map(({ kind, note }) => [kind, note])).toEqual([
    ["correction", "Third"],
    ["correction", "Second"],
    ["correction", "The first"],
  ]);
});

test("another release at the same address has a history of its own", async () => {
  const newsroom = await published();
  newsroom.edit(TEXT, (text) => text.replace("Background", "Zanzibar"));
  await newsroom.publish(SECOND);
  newsroom.rename("releases/first", "releases/moved");
  for (const [name, text] of Object.entries(SMALL_NEWSROOM))
    if (name.startsWith("releases/first/"))
      newsroom.write(
        name,
        String(text)
          .replace(RELEASE_ID, "5f0c7b1e-8a3d-4f6b-9c2e-000000000009")
          .replaceAll("cases", "crimes")
          .replaceAll("director", "minister"),
      );
  await newsroom.publish(THIRD);

  expect(await changesIn(newsroom)).toEqual([]);
  expect(await changesIn(newsroom, "/en/releases/moved")).toMatchObject([{ kind: "minor" }]);
});

test("very different texts are compared in a moment: what they share is not looked for", () => {
  const words = (n: number) => Array.from({ length: 20_000 }, (_, i) => (i * n) % 9_973).join(" ");
  expect(
    textDifference(words(7), words(11))
      .flat()
      .map(({ type }) => type),
  ).toEqual(["removed", "added"]);
});
