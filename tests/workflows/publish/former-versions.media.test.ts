import { beforeAll, expect, test } from "vitest";
import { item } from "../../../functions/storage/newsroom/parts.ts";
import { type ContentNewsroom, contentNewsroom, noteOf } from "../../worlds/content/content-newsroom.ts";
import { RELEASE_ID } from "../../worlds/content/small-newsroom.ts";
import { storeItems } from "../../worlds/tables/stored.ts";

const FIRST = "2026-03-01T09:00:00Z";
const SECOND = "2026-03-01T10:00:00Z";
const THIRD = "2026-03-01T11:00:00Z";
const LANGUAGES = ["en", "ru", "kk"] as const;
type Language = (typeof LANGUAGES)[number];

let newsroom: ContentNewsroom;

/** Pages that other versions of Dateline wrote: one without what came later, one in an unknown shape, one as good as empty. */
beforeAll(async () => {
  newsroom = await contentNewsroom();
  await newsroom.publish("2026-03-01T08:00:00Z");
  everywhere((text) => text.replace("Background", "What was before"));
  await newsroom.publish(FIRST);
  await reshape("en", "document", ({ notes: _, image: __, ...former }) => former);
  await reshape("ru", "document", ({ figures: _, ...former }) => ({ ...former, statements: 7 }));
  await reshape("kk", "document", () => ({ kind: "release" }));
  everywhere((text) => text.replace("69 cases", "70 cases"));
  correct(SECOND, "Seventy");
  await newsroom.publish(SECOND);
});

const pageOf = (language: Language) => `/${language}/releases/first`;

function everywhere(change: (text: string) => string): void {
  for (const language of LANGUAGES) newsroom.edit(`releases/first/${language}.md`, change);
}

function correct(at: string, note: string): void {
  const line = `corrections: [{ at: ${at}, note: ${noteOf(note)} }]\n`;
  newsroom.edit("releases/first/release.yaml", (yaml) => `${yaml.replace(/corrections: .*\n/, "")}${line}`);
}

/** Stores what stands beside a page, or is it, in another shape. */
async function reshape(
  language: Language,
  sk: string,
  shape: (body: Record<string, unknown>) => unknown,
): Promise<void> {
  const stored = await newsroom.world.item(pageOf(language), sk);
  if (!stored) throw new Error(`Nothing stands at ${pageOf(language)}.`);
  const former = item(stored.key, JSON.stringify(shape(JSON.parse(stored.body))), stored.publishAt);
  await storeItems(newsroom.world.client, newsroom.world.table, [{ ...stored, ...former }]);
}

const changesOf = async (language: Language) =>
  JSON.parse((await newsroom.world.item(pageOf(language), "changes"))?.body ?? "{}").changes;
const versionsOf = async (language: Language) =>
  (await newsroom.world.writer.partition(`versions#release/${RELEASE_ID}#${language}`)).map(({ body }) =>
    JSON.parse(body),
  );
const unreadOf = (language: Language) =>
  newsroom.world.told.filter((event) => event.kind === "former-unread" && event.path === pageOf(language));

test("a former version that lacks what came later is kept and compared as any other", async () => {
  expect(unreadOf("en")).toEqual([]);
  expect((await versionsOf("en")).length).toBe(2);
  const [change] = await changesOf("en");
  expect(change).toMatchObject({ kind: "correction", note: "Seventy" });
  expect(JSON.stringify(change.paragraphs)).toContain('{"type":"added","text":"70"}');
});

test("of a former version that no schema reads, the words are kept, its correction is told, and so is the gap", async () => {
  expect(unreadOf("ru")).toEqual([
    {
      kind: "former-unread",
      folder: "releases/first",
      path: pageOf("ru"),
      reason: expect.stringMatching(/^The item \/ru\/releases\/first document is not .* statements/),
    },
  ]);
  const last = (await versionsOf("ru")).at(-1);
  expect(last).toMatchObject({ title: "Release ru", writtenAt: FIRST, replacedAt: SECOND });
  expect(last.text).toContain("There were 69 cases in ru.");
  const [change, ...earlier] = await changesOf("ru");
  expect(change).toMatchObject({ kind: "correction", paragraphs: [] });
  expect(earlier.length).toBe(1);
});

test("what cannot be read at all holds up no correction, and the gap is told", async () => {
  expect(unreadOf("kk").length).toBe(1);
  expect((await versionsOf("kk")).length).toBe(1);
  expect(await (await newsroom.at(SECOND).request(pageOf("kk"))).text()).toContain("70 cases");
});

test("changes that cannot be read are not overwritten: the publication ends and names them", async () => {
  await reshape("en", "changes", (changes) => ({ ...changes, changes: "many" }));
  correct(THIRD, "Seventy-one");
  await expect(newsroom.publish(THIRD)).rejects.toThrow(
    "The item /en/releases/first changes is not what it should be in changes.",
  );
  expect(await changesOf("en")).toBe("many");
});
