import { expect, test } from "vitest";
import { detailOf } from "../../../functions/domain/detail.ts";
import { readFence } from "../../../functions/storage/newsroom/fence.ts";
import { newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import { registrationEvents } from "../../../functions/storage/newsroom/registration-events.ts";
import { everyItem } from "../../../functions/storage/newsroom/table-scan.ts";
import { performEmergency } from "../../../functions/workflows/emergency/perform-emergency.ts";
import { redactPresent } from "../../../functions/workflows/redact/redact-present.ts";
import { standInTexts } from "../../../functions/workflows/redact/redacted-unit.ts";
import { type ContentNewsroom, contentNewsroom } from "../../worlds/content/content-newsroom.ts";
import { EVENT_ID, RELEASE_ID } from "../../worlds/content/small-newsroom.ts";
import { emergencyIn } from "../../worlds/emergency/emergency.ts";

const NOW = "2026-03-01T10:00:00Z";
const UNIT = `release/${RELEASE_ID}`;
const detail = detailOf(["Aigerim Omarova", "Omarova"]);

/** A release, an event, a kit and the site, each with the name in its texts, in its ids or in its addresses. */
async function published(): Promise<ContentNewsroom> {
  const newsroom = await contentNewsroom();
  const { rename, edit, publish } = newsroom;
  rename("releases/first", "releases/omarova-case");
  edit("releases/omarova-case/en.md", (text) =>
    text
      .replace(
        "There were 69 cases",
        "Aigerim **Omarova** told of 69 cases, [see](/en/releases/omarova-case)",
      )
      .replace("Release en", "What Omarova saw"),
  );
  edit("events/press-day/en.md", (text) =>
    text.replace("All are welcome", `Omarova. ${"Long & ".repeat(40_000)}`),
  );
  edit("media-kits/photos/en.md", (text) => text.replace("The steppe.", "Omarova in the steppe."));
  edit("site.yaml", (yaml) => yaml.replace("en: Press office", "en: Omarova"));
  await publish("2026-03-01T09:00:00Z");
  return newsroom;
}

async function redact({ world }: ContentNewsroom, folders: readonly string[]) {
  const { client, table } = world;
  const emergency = await emergencyIn(world, NOW);
  const order = { detail, replacement: "[…]", folders, units: [], at: NOW } as const;
  return performEmergency(emergency, { verb: "redact", folders: [...folders] }, "Dana", (at) =>
    redactPresent(at, () => everyItem(client, table), order),
  );
}

test("what is published loses the words at once, in every text and every list, and its addresses go on working", async () => {
  const newsroom = await published();
  const folders = ["releases/omarova-case", "events/press-day", "media-kits/photos", "site.yaml"];
  const { addresses } = await redact(newsroom, folders);

  const app = newsroom.at(NOW);
  const seen = [
    "/en/",
    "/en/releases",
    "/en/feed.atom",
    "/en/kits/photos",
    "/en/events/press-day",
    "/api/v1/releases",
  ];
  for (const path of [...seen, ...addresses.map(({ address }) => address)]) {
    const answer = await app.request(path);
    expect({ path, status: answer.status }).toEqual({ path, status: 200 });
    expect({ path, stand: standInTexts(await answer.text(), detail) }).toEqual({ path, stand: false });
  }
  const page = await (await app.request("/en/releases/omarova-case")).text();
  expect(page).toContain('<strong>[…]</strong> told of 69 cases, <a href="/en/releases/omarova-case">');
  expect(addresses.map(({ address }) => address)).toEqual(
    expect.arrayContaining(["/en/releases/omarova-case", "/en/events/press-day", "/en/kits/photos"]),
  );
});

test("words go from the private address of a place at once, and those who registered are shown no former one", async () => {
  const newsroom = await contentNewsroom();
  const hidden = '"title":"Press room","address":"House of Omarova","directions":"Ask for Omarova"';
  newsroom.edit("events/press-day/en.md", (text) => text.replace('"title":"Press room"', hidden));
  await newsroom.publish("2026-03-01T09:00:00Z");
  const stored = () =>
    registrationEvents(newsroomReader(newsroom.world.client, newsroom.world.table)).event(EVENT_ID);
  expect((await stored())?.words[0]?.places["press-room"]?.address).toBe("House of Omarova");
  await redact(newsroom, ["events/press-day"]);
  const event = await stored();
  expect(event?.words[0]?.places["press-room"]).toEqual({
    title: "Press room",
    address: "House of […]",
    directions: "Ask for […]",
  });
  expect(event?.redacted).toBe(true);
});

test("from then on content that does not note the redaction brings nothing back", async () => {
  const newsroom = await published();
  await redact(newsroom, ["releases/omarova-case"]);
  expect(await newsroom.publish("2026-03-01T11:00:00Z")).toMatchObject({ refused: 1 });
  const page = await (await newsroom.at(NOW).request("/en/releases/omarova-case")).text();
  expect(page).not.toMatch(/What Omarova saw|Aigerim/);

  newsroom.edit("releases/omarova-case/release.yaml", (yaml) => `${yaml}redactions: [{ at: ${NOW} }]\n`);
  newsroom.edit("releases/omarova-case/en.md", (text) => text.replaceAll("Omarova", "[…]"));
  expect(await newsroom.publish("2026-03-01T12:00:00Z")).toMatchObject({ refused: 0 });
  const changes = await newsroom.world.item("/en/releases/omarova-case", "changes");
  expect(JSON.parse(changes?.body ?? "").changes).toMatchObject([{ kind: "safety", paragraphs: [] }]);
});

test("pages and the site are fenced like publications", async () => {
  const newsroom = await published();
  newsroom.edit("pages/about/en.md", (text) => `${text}\nAigerim Omarova is here.\n`);
  await newsroom.publish("2026-03-01T09:30:00Z");
  await redact(newsroom, ["pages/about", "site.yaml"]);

  const fenced = [...(await readFence(newsroom.world.writer)).redactions.keys()];
  expect(fenced.map((unit) => unit.split("/")[0])).toEqual(["page", "site"]);
  expect(await newsroom.publish("2026-03-01T11:00:00Z")).toMatchObject({ refused: 2 });
  for (const file of ["pages/about/page.yaml", "site.yaml"])
    newsroom.edit(file, (yaml) => `${yaml}redactions: [{ at: ${NOW} }]\n`);
  newsroom.edit("pages/about/en.md", (text) => text.replaceAll("Aigerim Omarova", "[…]"));
  newsroom.edit("site.yaml", (yaml) => yaml.replace("Omarova", "Office"));
  expect(await newsroom.publish("2026-03-01T12:00:00Z")).toMatchObject({ refused: 0 });
  expect(await (await newsroom.at(NOW).request("/en/about")).text()).not.toContain("Omarova");
});

test("folders that were not named stay as they are", async () => {
  const newsroom = await published();

  await redact(newsroom, ["releases/omarova-case"]);

  expect((await readFence(newsroom.world.writer)).redactions).toEqual(new Map([[UNIT, [NOW]]]));
  const event = await (await newsroom.at(NOW).request("/en/events/press-day")).text();
  expect(event).toContain("Omarova");
});
