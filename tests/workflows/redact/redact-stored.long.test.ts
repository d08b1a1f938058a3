import { expect, test } from "vitest";
import type { ChangesDocument } from "../../../functions/domain/documents/changes.ts";
import { takedownItem } from "../../../functions/storage/newsroom/takedowns.ts";
import { noteOf } from "../../worlds/content/content-newsroom.ts";
import { EVENT_ID } from "../../worlds/content/small-newsroom.ts";
import { type RedactingWorld, redactingWorld } from "../../worlds/emergency/redacting.ts";
import { drawn } from "../../worlds/media/pictures.ts";

const TEXT = "releases/first/en.md";
const YAML = "releases/first/release.yaml";

/** The words were published, corrected in part, explained in a note, and then taken out of the content. */
async function withHistory(): Promise<RedactingWorld> {
  const world = await redactingWorld(["Aigerim", "Omarova"]);
  world.edit(TEXT, (text) => text.replace("There were", "Aigerim Omarova of Almaty said there were"));
  await world.publish("2026-03-01T09:00:00Z");
  world.edit(TEXT, (text) => text.replace("Aigerim Omarova of Almaty", "Aigerim Omarova of Astana"));
  world.edit(
    YAML,
    (yaml) => `${yaml}corrections: [{ at: 2026-03-01T09:50:00Z, note: ${noteOf("Omarova is of Astana")} }]\n`,
  );
  await world.publish("2026-03-01T10:00:00Z");
  world.edit(TEXT, (text) => text.replace("Aigerim Omarova", "[…]"));
  world.edit(
    YAML,
    (yaml) => `${yaml.replaceAll("Omarova", "[…]")}redactions: [{ at: 2026-03-01T10:30:00Z }]\n`,
  );
  await world.publish("2026-03-01T11:00:00Z");
  return world;
}

test("after a redaction the words stand in no item of the table and in no file", async () => {
  const world = await withHistory();
  expect(await world.where()).not.toEqual([]);

  const { items, left } = await world.redact();

  expect({ left, where: await world.where() }).toEqual({ left: [], where: [] });
  expect(items).toBeGreaterThan(0);
});

test("what is told of changes says that something was removed, and when, and nothing by which to guess it", async () => {
  const world = await withHistory();
  await world.redact();

  const stored = await world.world.item("/en/releases/first", "changes");
  const { changes }: ChangesDocument = JSON.parse(stored?.body ?? "");
  expect(changes).toEqual([
    { at: "2026-03-01T11:00:00Z", kind: "safety", paragraphs: [] },
    expect.objectContaining({ kind: "correction", note: "[…] is of Astana", paragraphs: [] }),
  ]);
  const page = await (await world.at("2026-03-01T12:00:00Z").request("/en/releases/first/changes")).text();
  expect(page).not.toMatch(/Aigerim|Omarova|Almaty/);
});

test("what nothing shows any more goes: parts of a killed publication, and files in every version", async () => {
  const world = await withHistory();
  const page = await world.world.item("/en/releases/first");
  if (!page) throw new Error("There is no page.");
  const key = { pk: page.key.pk, sk: "part#0123456789abcdef0123456789abcdef#0001" };
  await world.world.writer.putAll([{ ...page, key, body: "Aigerim", unit: undefined }]);
  await world.putObject("media/1585731600-/0123/captions.vtt", "Aigerim Omarova: …");

  const { objects } = await world.redact();

  expect(objects).toEqual(["/media/1585731600-/0123/captions.vtt"]);
  expect(await world.where()).toEqual([]);
});

test("what is still published is named and left alone", async () => {
  const world = await redactingWorld(["Aigerim"]);
  world.edit("events/press-day/en.md", (text) => text.replace("All are welcome", "Aigerim is welcome"));
  await world.publish("2026-03-01T09:00:00Z");

  const { left } = await world.redact();

  expect(left).toContain("/en/events/press-day");
  expect(await (await world.at("2026-03-01T09:30:00Z").request("/en/events/press-day")).text()).toContain(
    "Aigerim",
  );
});

test("words go from what registration reads of an event, too, and it is named as long as they stand there", async () => {
  const world = await redactingWorld(["Aigerim"]);
  const note = (text: string) => text.replace('"title":"Press room"', '"title":"Aigerim’s room"');
  world.edit("events/press-day/en.md", note);
  await world.publish("2026-03-01T09:00:00Z");
  expect((await world.redact()).left).toContain(`registration-events ${EVENT_ID}`);

  world.edit("events/press-day/en.md", (text) => text.replace("Aigerim’s room", "[…] room"));
  world.edit("events/press-day/event.yaml", (yaml) => `${yaml}redactions: [{ at: 2026-03-01T09:30:00Z }]\n`);
  await world.publish("2026-03-01T10:00:00Z");
  expect({ left: (await world.redact()).left, where: await world.where() }).toEqual({ left: [], where: [] });
});

test("redacting again changes nothing, and publishing the same content after it writes nothing", async () => {
  const world = await withHistory();
  await world.redact();
  const before = await world.world.items();

  expect(await world.redact()).toMatchObject({ items: 0, objects: [], left: [] });
  expect(await world.publish("2026-03-01T12:00:00Z")).toMatchObject({ created: 0, changed: 0 });
  expect(await world.world.items()).toEqual(before);
});

test("a surname that was changed, so that its halves stand in two runs, is found in what is told", async () => {
  const world = await redactingWorld(["Aigerim Omarova"]);
  world.edit(TEXT, (text) => text.replace("There were", "Aigerim Omarova said there were"));
  await world.publish("2026-03-01T09:00:00Z");
  world.edit(TEXT, (text) => text.replace("Omarova", "Bekova"));
  await world.publish("2026-03-01T10:00:00Z", { answerRemoval: async () => "correction" });
  const before = await world.world.item("/en/releases/first", "changes");
  expect(JSON.parse(before?.body ?? "").changes).toHaveLength(1);

  await world.redact();

  const stored = await world.world.item("/en/releases/first", "changes");
  expect(JSON.parse(stored?.body ?? "").changes).toEqual([]);
});

test("words are found where a long document was cut", async () => {
  const world = await redactingWorld(["Aigerim Omarova"]);
  world.edit("events/press-day/en.md", (text) =>
    text.replace("All are welcome", `${"Long. ".repeat(30_000)}\n\nAll are welcome`),
  );
  await world.publish("2026-03-01T09:00:00Z");
  const page = await world.world.item("/en/events/press-day");
  if (!page) throw new Error("There is no page.");
  const hash = "0123456789abcdef0123456789abcdef";
  const parts = ["Said Aigerim Oma", "rova."].map((body, i) => ({
    ...page,
    key: { pk: page.key.pk, sk: `part#${hash}#000${i + 1}` },
    body,
    unit: undefined,
  }));
  const head = { ...page, body: JSON.stringify({ kind: "parted", hash, count: 2 }) };
  await world.world.writer.putAll([...parts, head]);

  expect((await world.redact()).left).toEqual(["/en/events/press-day"]);
});

/** A folder whose name held the words, published under it, edited and then renamed. */
async function withFormerAddress(): Promise<RedactingWorld> {
  const world = await redactingWorld(["Omarova"]);
  world.rename("releases/first", "releases/omarova-case");
  await world.publish("2026-03-01T09:00:00Z");
  world.edit("releases/omarova-case/en.md", (text) => text.replace("There were", "There had been"));
  await world.publish("2026-03-01T10:00:00Z");
  world.rename("releases/omarova-case", "releases/first");
  await world.publish("2026-03-01T11:00:00Z");
  return world;
}

test("a former address that holds the words answers 404, as if nothing had ever stood there, and stays so", async () => {
  const world = await withFormerAddress();
  const address = "/en/releases/omarova-case";
  expect((await world.at("2026-03-01T11:30:00Z").request(address)).status).toBe(301);

  const { left, addresses } = await world.redact();

  expect({ left, where: await world.where() }).toEqual({ left: [], where: [] });
  expect(addresses).toContain(address);
  expect(await world.publish("2026-03-01T12:00:00Z")).toMatchObject({ created: 0, changed: 0 });
  const app = world.at("2026-03-01T13:00:00Z");
  expect((await app.request(address)).status).toBe(404);
  expect((await app.request(`${address}/changes`)).status).toBe(404);
  expect((await app.request("/en/releases/first")).status).toBe(200);
});

test("a present address that holds the words stays, and is named", async () => {
  const world = await redactingWorld(["Omarova"]);
  world.rename("releases/first", "releases/omarova-case");
  await world.publish("2026-03-01T09:00:00Z");

  const { left, addresses } = await world.redact();

  expect(addresses).toEqual([]);
  expect(left).toContain("/en/releases/omarova-case document");
  expect((await world.at("2026-03-01T10:00:00Z").request("/en/releases/omarova-case")).status).toBe(200);
});

test("who took something down stays on record, without the words", async () => {
  const world = await redactingWorld(["Omarova"]);
  const record = takedownItem({
    kind: "takedown-record",
    at: "2026-03-01T09:00:00Z",
    by: "A. Officer",
    reason: "Omarova asked for it",
    kit: "omarova-kit",
    asset: "portrait",
    removed: ["media/0123/omarova.jpg"],
  });
  await world.world.writer.putAll([{ ...record, writtenAt: "2026-03-01T09:00:00Z" }]);
  await world.redact();
  expect(await world.where()).toEqual([]);
  const [kept] = await world.world.writer.partition("takedowns");
  expect(JSON.parse(kept?.body ?? "")).toMatchObject({
    by: "A. Officer",
    reason: "[…] asked for it",
    kit: "removed-kit",
    removed: ["media/0123/removed.jpg"],
  });
});

test("files are removed that hold the words in their metadata, and those that nobody has looked at are named", async () => {
  const world = await redactingWorld(["Омарова"]);
  const picture = await drawn().png().toBuffer();
  const gone = `media/${"0".repeat(64)}/photo.png`;
  await world.putObject(gone, Buffer.concat([picture, Buffer.from("Омарова", "utf16le")]));
  await world.putObject("media/clean.png", picture);

  const { objects, unknown } = await world.redact();

  expect(objects).toEqual([`/${gone}`]);
  expect(unknown).toContainEqual({ path: "/media/clean.png", parts: ["pixels"] });
});

test("names of fields, ids and hashes are no words", async () => {
  const world = await redactingWorld(["Summary", "5f0c7b1e"]);
  world.edit(TEXT, (text) => text.replace("Summary en", "In short"));
  for (const language of ["ru", "kk"])
    world.edit(`releases/first/${language}.md`, (text) => text.replace(/Summary \w+/, "In short"));
  await world.publish("2026-03-01T09:00:00Z");
  expect((await world.redact()).left).not.toContain("/en/releases/first");
});
