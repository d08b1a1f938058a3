import { describe, expect, test } from "vitest";
import { CONSENT, consentingKit } from "../../worlds/content/consenting-kit.ts";
import { type ContentNewsroom, contentNewsroom, noteOf } from "../../worlds/content/content-newsroom.ts";
import { type ContentFiles, SMALL_NEWSROOM } from "../../worlds/content/small-newsroom.ts";
import { timedKitFiles } from "../../worlds/content/timed-kit.ts";
import { casesOf } from "../../worlds/documents/scale.ts";
import { bucketedNewsroom } from "../../worlds/tables/bucketed-newsroom.ts";

const FACTS = "releases/first/release.yaml";
const KAZAKH = "releases/first/kk.md";
const KIT = "media-kits/photos/kit.yaml";
const RELEASE = "/releases/first";
const HOLDING = { spendSeats: true };
const BROKEN = "---\ntitle: [\n---\n";

const NOW = "2026-03-01T09:00:00Z";
const LATER = "2026-03-01T10:00:00Z";
const AFTER_LIFT = "2026-05-01T06:00:00Z";

const facts = String(SMALL_NEWSROOM[FACTS]);
const embargoed = facts.replace("2020-07-30T12:00", "2026-05-01T10:00");

async function published(changes: ContentFiles = {}): Promise<ContentNewsroom> {
  const newsroom = await contentNewsroom(changes, HOLDING);
  await newsroom.publish(NOW);
  return newsroom;
}

const status = async (newsroom: ContentNewsroom, now: string, path: string) =>
  (await newsroom.at(now).request(path)).status;

const became = ({ held }: { held: readonly { unit: { folder: string }; became: string }[] }) =>
  held.map((each) => [each.unit.folder, each.became]);

/** Publishes once more, which must write nothing. */
async function expectNothingNew(newsroom: ContentNewsroom, now = LATER): Promise<void> {
  const before = await newsroom.world.items();
  await newsroom.publish(now);
  expect(await newsroom.world.items()).toEqual(before);
}

describe("a unit with an error in one file", () => {
  test("keeps what was published of it, while the others are published", async () => {
    const newsroom = await published();
    const before = await (await newsroom.at(NOW).request(`/kk${RELEASE}`)).text();
    newsroom.write(KAZAKH, BROKEN);
    newsroom.edit("releases/first/en.md", (text) => text.replace("It was said.", "It was never said."));
    newsroom.edit("events/press-day/en.md", (text) => text.replace("All are welcome.", "Come all."));

    const outcome = await newsroom.publish(LATER);
    expect(became(outcome)).toEqual([["releases/first", "kept"]]);
    expect(outcome.held[0]?.unit.first?.file).toContain(KAZAKH);
    expect(outcome).toMatchObject({ changed: 1, removed: 0 });
    expect(await (await newsroom.at(LATER).request("/en/events/press-day")).text()).toContain("Come all.");
    expect(await (await newsroom.at(LATER).request(`/kk${RELEASE}`)).text()).toBe(before);
    expect(await (await newsroom.at(LATER).request(`/en${RELEASE}`)).text()).not.toContain("never said");
    await expectNothingNew(newsroom);
  });

  test("is published as soon as it is right again", async () => {
    const newsroom = await published();
    newsroom.write(KAZAKH, BROKEN);
    newsroom.edit("releases/first/en.md", (text) => text.replace("It was said.", "It was never said."));
    await newsroom.publish(LATER);
    newsroom.write(KAZAKH, SMALL_NEWSROOM[KAZAKH] ?? null);
    expect((await newsroom.publish(LATER)).held).toEqual([]);
    expect(await (await newsroom.at(LATER).request(`/en${RELEASE}`)).text()).toContain("never said");
  });

  test("is never taken for one that is gone, whatever its folder is called and whether or not its id can be read", async () => {
    const newsroom = await published();
    newsroom.write(FACTS, "}{");
    newsroom.rename("releases/first", "releases/renamed");
    const outcome = await newsroom.publish(LATER, { removeMissing: true });
    expect(outcome.removed).toBe(0);
    expect(await status(newsroom, LATER, `/en${RELEASE}`)).toBe(200);
  });
});

describe("whatever a unit with an error takes back is taken back", () => {
  test.each(
    casesOf(
      [
        ["withdraw", `{ verb: withdraw, at: ${LATER}, note: ${noteOf("It was wrong")} }`, 200],
        ["withdraw without a note and with a time that is none", "{ verb: withdraw, at: today }", 200],
        ["gone", "{ verb: gone }", 410],
        ["redirect to a folder that stays", "{ verb: redirect, to: pages/about }", 301],
        ["redirect to nowhere", "{ verb: redirect, to: releases/nowhere }", 410],
      ],
      2,
    ),
  )("%s shows in all languages", async (verb, leaving, expected) => {
    const newsroom = await published();
    newsroom.write(KAZAKH, BROKEN);
    newsroom.edit(FACTS, (text) => `${text}leaving: ${leaving}\n`);
    const outcome = await newsroom.publish(LATER);
    expect(became(outcome)).toEqual([["releases/first", "retracted"]]);
    for (const language of ["en", "ru", "kk"]) {
      const answer = await newsroom.at(LATER).request(`/${language}${RELEASE}`);
      expect(answer.status, language).toBe(expected);
      if (verb.startsWith("withdraw")) expect(await answer.text()).toContain("withdrawn");
      const list = await (await newsroom.at(LATER).request(`/${language}/releases`)).text();
      expect(list, language).not.toContain(RELEASE);
    }
    await expectNothingNew(newsroom);
  });

  test.each(
    casesOf(
      [
        ["a draft", (text: string) => `${text}draft: true\n`],
        ["a later time", (text: string) => text.replace("2026-05-01", "2026-06-01")],
        ["no time at all", (text: string) => text.replace(/^publishAt.*$/m, "")],
      ],
      1,
    ),
  )("%s of what is not out yet", async (_, change) => {
    const newsroom = await published({ [FACTS]: embargoed });
    newsroom.write(KAZAKH, BROKEN);
    newsroom.edit(FACTS, change);
    expect(became(await newsroom.publish(LATER))).toEqual([["releases/first", "retracted"]]);
    expect(await status(newsroom, AFTER_LIFT, `/en${RELEASE}`)).toBe(404);
    expect(await (await newsroom.at(AFTER_LIFT).request("/en/releases")).text()).not.toContain(RELEASE);
    await expectNothingNew(newsroom);

    newsroom.write(KAZAKH, SMALL_NEWSROOM[KAZAKH] ?? null);
    newsroom.write(FACTS, embargoed);
    await newsroom.publish(LATER);
    expect(await status(newsroom, LATER, `/en${RELEASE}`)).toBe(404);
    expect(await status(newsroom, AFTER_LIFT, `/kk${RELEASE}`)).toBe(200);
  });

  test("a time that is moved again and again counts each time", async () => {
    const newsroom = await published({ [FACTS]: embargoed });
    newsroom.write(KAZAKH, BROKEN);
    for (const month of ["06", "07"]) {
      newsroom.write(FACTS, embargoed.replace("2026-05-01", `2026-${month}-01`));
      await newsroom.publish(LATER);
    }
    expect(await status(newsroom, "2026-06-15T00:00:00Z", `/en${RELEASE}`)).toBe(404);
    expect(await status(newsroom, "2026-07-15T00:00:00Z", `/en${RELEASE}`)).toBe(200);
  });

  test("but a draft hides nothing that is out, unless that is allowed", async () => {
    const newsroom = await published();
    newsroom.write(KAZAKH, BROKEN);
    newsroom.edit(FACTS, (text) => `${text}draft: true\n`);
    expect(became(await newsroom.publish(LATER))).toEqual([["releases/first", "still-public"]]);
    expect(await status(newsroom, LATER, `/en${RELEASE}`)).toBe(200);
    await expectNothingNew(newsroom);
    await newsroom.publish(LATER, { allowHide: true });
    expect(await status(newsroom, LATER, `/en${RELEASE}`)).toBe(404);
  });

  test("and a held unit makes nothing more public", async () => {
    const newsroom = await published({ [FACTS]: embargoed });
    newsroom.write(KAZAKH, BROKEN);
    newsroom.write(FACTS, facts);
    expect(became(await newsroom.publish(LATER))).toEqual([["releases/first", "kept"]]);
    expect(await status(newsroom, LATER, `/en${RELEASE}`)).toBe(404);
    expect(await status(newsroom, AFTER_LIFT, `/en${RELEASE}`)).toBe(200);
  });
});

describe("when site.yaml has errors", () => {
  test.each(
    casesOf(
      [
        ["in one field", (site: string) => `${site}nonsense: true\n`],
        ["everywhere", () => "}{"],
      ],
      1,
    ),
  )("what is to be less public is, and all else stays: %s", async (_, change) => {
    const newsroom = await published({ [FACTS]: embargoed });
    newsroom.edit("site.yaml", change);
    newsroom.edit("media-kits/photos/kit.yaml", (text) => `${text}leaving: { verb: gone, at: ${LATER} }\n`);
    newsroom.edit("events/press-day/en.md", (text) => text.replace("All are welcome.", "Come all."));
    const outcome = await newsroom.publish(LATER, { removeMissing: true });
    expect(outcome).toMatchObject({ changed: 1, removed: 0 });
    expect(await status(newsroom, LATER, "/kk/kits/photos")).toBe(410);
    expect(await (await newsroom.at(LATER).request("/en/events/press-day")).text()).not.toContain(
      "Come all.",
    );
    expect(await status(newsroom, AFTER_LIFT, `/en${RELEASE}`)).toBe(200);
    await expectNothingNew(newsroom);
  });
});

describe("a unit that cannot be read", () => {
  test.each(
    casesOf(
      [
        ["broken", "}{"],
        ["missing", null],
      ],
      1,
    ),
  )("does not come out if it was not out yet: its file is %s", async (_, text) => {
    const newsroom = await published({ [FACTS]: embargoed });
    newsroom.write(FACTS, text);
    expect(became(await newsroom.publish(LATER))).toEqual([["releases/first", "suspended"]]);
    expect(await status(newsroom, AFTER_LIFT, `/en${RELEASE}`)).toBe(404);
    await expectNothingNew(newsroom);
    expect(became(await newsroom.publish(LATER))).toEqual([["releases/first", "suspended"]]);

    newsroom.write(FACTS, embargoed);
    await newsroom.publish(LATER);
    expect(await status(newsroom, AFTER_LIFT, `/en${RELEASE}`)).toBe(200);
  });

  test("stays as it was if it is out", async () => {
    const newsroom = await published();
    newsroom.write(FACTS, Buffer.from([0xff, 0x00, 0x80]));
    expect(became(await newsroom.publish(LATER))).toEqual([["releases/first", "kept"]]);
    expect(await status(newsroom, LATER, `/en${RELEASE}`)).toBe(200);
    await expectNothingNew(newsroom);
  });
});

describe("of a first publication", () => {
  test("all that is right is published, but for what leads to what is not there", async () => {
    const newsroom = await contentNewsroom({ "pages/about/kk.md": BROKEN }, HOLDING);
    const outcome = await newsroom.publish(NOW);
    expect(became(outcome)).toEqual([
      ["pages/about", "absent"],
      ["releases/first", "absent"],
    ]);
    expect(outcome.held[1]?.unit.waitsFor).toBe("pages/about");
    const front = await newsroom.at(NOW).request("/en/");
    expect(front.status).toBe(200);
    expect(await front.text()).not.toContain("/en/about");

    newsroom.write("pages/about/kk.md", SMALL_NEWSROOM["pages/about/kk.md"] ?? null);
    await newsroom.publish(LATER);
    expect(await (await newsroom.at(LATER).request("/en/")).text()).toContain("/en/about");
    expect(await status(newsroom, LATER, `/en${RELEASE}`)).toBe(200);
  });

  test("and later all goes on leading to a held page, as it is stored", async () => {
    const newsroom = await published();
    newsroom.write("pages/about/kk.md", BROKEN);
    newsroom.edit("site.yaml", (text) => text.replace("{ en: What it does,", "{ en: What it does today,"));
    newsroom.edit("releases/first/en.md", (text) => text.replace("It was said.", "It was said once."));
    const outcome = await newsroom.publish(LATER);
    expect(became(outcome)).toEqual([["pages/about", "kept"]]);
    expect(outcome.changed).toBe(2);
    const front = await (await newsroom.at(LATER).request("/en/")).text();
    expect(front).toContain("/en/about");
    expect(front).toContain("What it does today");
    expect(await (await newsroom.at(LATER).request(`/en${RELEASE}`)).text()).toContain("It was said once.");
    await expectNothingNew(newsroom);
  });

  test("and a release keeps the links to a kit and an event that are held", async () => {
    const newsroom = await published();
    newsroom.write("media-kits/photos/kk.md", BROKEN);
    newsroom.write("events/press-day/kk.md", BROKEN);
    const outcome = await newsroom.publish(LATER);
    expect(outcome).toMatchObject({ created: 0, changed: 0, left: 4 });
    newsroom.edit("releases/first/en.md", (text) => text.replace("It was said.", "It was said once."));
    expect((await newsroom.publish(LATER)).changed).toBe(1);
    const page = await (await newsroom.at(LATER).request(`/en${RELEASE}`)).text();
    for (const link of ["/en/kits/photos", "/en/events/press-day", "It was said once."])
      expect(page).toContain(link);
    expect(await status(newsroom, LATER, "/en/series/world-day")).toBe(302);
  });
});

describe("of a kit with an error", () => {
  test("a picture whose consent is missing goes from pages, lists, downloads, archives and bucket", async () => {
    const newsroom = await bucketedNewsroom(consentingKit(CONSENT), HOLDING);
    await newsroom.publish(NOW);
    expect(await newsroom.keys("steppe")).not.toEqual([]);
    newsroom.edit(KIT, (text) => text.replace(/consent: \{[^}]*\}, /, ""));
    expect(became(await newsroom.publish(LATER))).toContainEqual(["media-kits/photos", "retracted"]);

    expect(await newsroom.keys("steppe")).toEqual([]);
    expect(await newsroom.keys(".zip")).toEqual([]);
    const page = await (await newsroom.at(LATER).request("/en/kits/photos")).text();
    expect(page).not.toMatch(/steppe/i);
    expect(await (await newsroom.at(LATER).request("/en/kits/photos.json")).text()).not.toMatch(/steppe/i);
    const stored = JSON.stringify(
      (await newsroom.world.items()).filter(({ key }) => !key.pk.startsWith("ledger")),
    );
    expect(stored).not.toContain("The steppe."); // in no former version either
    expect(stored).not.toContain("/downloads/photos/steppe.png");
    expect(await newsroom.world.item("/downloads/photos/photos.zip")).toBeUndefined();
    await expectNothingNew(newsroom);
  });

  test("what its file no longer lists, lets end or cannot be read of goes, and all else stays", async () => {
    const photos = [{ id: "dawn" }, { id: "dusk" }, { id: "noon" }];
    const newsroom = await bucketedNewsroom(await timedKitFiles(photos), HOLDING);
    await newsroom.publish(NOW);
    newsroom.write("media-kits/photos/kk.md", BROKEN);
    newsroom.edit(
      KIT,
      (text) =>
        text
          .replace(/ {2}- id: dusk[\s\S]*?(?= {2}- id: noon)/, "")
          .replace("file: noon.png", "file: noon.png\n    until: 2026-04-01T00:00Z")
          .concat("draft: true\n"), // which hides nothing that is out
    );
    expect(became(await newsroom.publish(LATER))).toContainEqual(["media-kits/photos", "still-public"]);
    expect(await newsroom.keys("dusk")).toEqual([]);
    expect(await newsroom.keys("dawn")).not.toEqual([]);
    const shown = async (now: string) => (await newsroom.at(now).request("/en/kits/photos")).text();
    expect(await shown(LATER)).toMatch(/The noon/);
    expect(await shown(LATER)).not.toMatch(/The dusk/);
    expect(await shown(AFTER_LIFT)).not.toMatch(/The noon/);
    expect(await shown(AFTER_LIFT)).toMatch(/The dawn/);
    await expectNothingNew(newsroom);

    await newsroom.publish(AFTER_LIFT);
    expect(await newsroom.keys("noon")).toEqual([]);
    await expectNothingNew(newsroom, AFTER_LIFT);
  });

  test("what is not out yet does not come out while it cannot be read", async () => {
    const photos = [{ id: "dawn", times: ["publishAt: 2026-05-01T05:00Z"] }];
    const newsroom = await published(await timedKitFiles(photos));
    newsroom.write(KIT, "}{");
    expect(became(await newsroom.publish(LATER))).toContainEqual(["media-kits/photos", "kept"]);
    const page = await (await newsroom.at(AFTER_LIFT).request("/en/kits/photos")).text();
    expect(page).toMatch(/The steppe/);
    expect(page).not.toMatch(/The dawn/);
    await expectNothingNew(newsroom);
  });
});
