import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { illustratedFiles, tellsOfHouse } from "../../worlds/content/illustrated.ts";
import { EVENT_ID, KIT_ID, RELEASE_ID } from "../../worlds/content/small-newsroom.ts";
import { casesOf } from "../../worlds/documents/scale.ts";
import { emergencyWorld, hideOrder } from "../../worlds/emergency/emergencies.ts";

const BEFORE = "2026-03-01T09:00:00Z";
const LATER = "2026-03-03T10:00:00Z";

/** A release with a picture above and one in its text, and a kit of three photographs. */
async function illustrated() {
  const world = await emergencyWorld(await illustratedFiles());
  await world.publish(BEFORE);
  return world;
}

test("a photograph of a kit that is hidden answers 410 everywhere and is shown again as it was", async () => {
  const world = await illustrated();
  const before = await world.shown();
  const keys = await world.keys();
  const subject = await world.subject("photos/dawn");
  const { addresses } = await world.order(hideOrder(world, subject));

  expect(addresses).toContainEqual({ address: "/downloads/photos/dawn.png", answers: [410] });
  for (const { address, answers } of addresses)
    expect({ address, right: answers.includes(await world.status(address)) }).toEqual({
      address,
      right: true,
    });
  expect(await world.keys("dawn")).toEqual([]);
  expect(await world.keys(".zip")).toEqual([]);
  const body = await (await world.at(BEFORE).request(`/api/v1/kits/${KIT_ID}`)).text();
  expect(body).toContain("dusk");
  expect(body).not.toContain("dawn");

  world.setTime(LATER);
  await world.publish(LATER); // of the same content: archives without it
  expect(await world.keys("dawn")).toEqual([]);
  expect(await world.keys("/photos.zip")).toHaveLength(1);

  await world.order({ verb: "unhide", id: "first", what: subject.what });
  await world.publish(LATER); // archives with it
  expect(await world.shown()).toEqual(before);
  expect(await world.keys()).toEqual(keys);
  expect(await world.hidden.objects().next()).toMatchObject({ done: true });
});

test.each(
  casesOf(
    [
      ["a picture in a text", "releases/first/inside.png"],
      ["the picture above a release", "releases/first/lead.png"],
      ["the picture of the site", "site"],
    ],
    1,
  ),
)("%s is hidden without content and shown again exactly, without a word in the changes", async (_, what) => {
  const world = await illustrated();
  const before = await world.shown();
  const subject = await world.subject(what);
  await world.order(hideOrder(world, subject));
  const name = what === "site" ? "share.png" : what.slice(what.lastIndexOf("/") + 1);
  for (const path of [
    "/en/releases/first",
    "/en/releases/first.md",
    "/en/releases/first.txt",
    "/en/feed.rss",
    "/en/feed.json",
    "/en/",
    "/ru/releases",
    "/sitemaps/releases-2020-1.xml",
    `/api/v1/releases/${RELEASE_ID}`,
  ]) {
    const answer = await world.at(BEFORE).request(path);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect({ path, shows: text.includes(`/${name}`) }).toEqual({ path, shows: false });
    if (name === "inside.png") expect(text).not.toMatch(/Inside en|Seen from inside/);
  }
  await world.order({ verb: "unhide", id: "first", what });
  expect(await world.shown()).toEqual(before);
});

test("what readers were told of a hidden picture goes with it, and comes back with it", async () => {
  const world = await illustrated();
  const told = await tellsOfHouse(world, BEFORE);
  expect(await told()).toMatch(/A house by the river.*Seen in spring.*It has a new roof/s);
  const before = await world.shown();
  const subject = await world.subject("releases/first/house.png");

  world.world.invalidated.length = 0;
  const { addresses } = await world.order(hideOrder(world, subject));
  expect(addresses).toContainEqual({ address: "/en/releases/first/changes", answers: [200] });
  expect(world.world.invalidated).toContain("/en/releases/first/changes");
  expect(await told()).not.toMatch(/house|spring/);
  expect(await told()).toContain("It has a new roof");
  await world.publish(LATER, { only: [`release/${RELEASE_ID}`] });
  expect(await told()).not.toMatch(/house|spring/);

  await world.order({ verb: "unhide", id: "first", what: subject.what });
  expect(await world.shown()).toEqual(before);
});

test("a hidden picture stays away while the rest of its release is published", async () => {
  const world = await illustrated();
  const subject = await world.subject("releases/first/lead.png");
  await world.order(hideOrder(world, subject));
  world.edit("releases/first/en.md", (text) => text.replace("There were", "There had been"));
  const { refused } = await world.publish(LATER);
  expect(refused).toBe(0);
  const text = await (await world.at(LATER).request("/en/releases/first")).text();
  expect(text).toContain("There had been");
  expect(text).not.toContain("/lead");
  expect(await world.keys("lead")).toEqual([]);

  world.setTime(LATER);
  await world.order({ verb: "unhide", id: "first", what: subject.what });
  expect(await world.keys("lead")).not.toEqual([]);
  await world.publish(LATER); // which it needs, since it was published otherwise
  expect(await (await world.at(LATER).request("/en/releases/first")).text()).toContain("lead-preview.jpg");
});

test("a release that is hidden as a whole answers 410, leaves every list, and comes back as it was", async () => {
  const world = await illustrated();
  const before = await world.shown();
  const { addresses } = await world.order(hideOrder(world, await world.subject("/ru/releases/first")));
  expect(addresses).toContainEqual({ address: "/en/releases/first.md", answers: [410] });
  for (const { address, answers } of addresses)
    expect({ address, right: answers.includes(await world.status(address)) }).toEqual({
      address,
      right: true,
    });
  for (const path of ["/en/releases", "/en/feed.rss", "/en/", "/api/v1/releases", "/api/v1/figures"])
    expect(await (await world.at(BEFORE).request(path)).text()).not.toContain("releases/first");
  expect(await world.publish(LATER)).toMatchObject({ refused: 1 });
  expect(await world.status("/en/releases/first")).toBe(410);

  await world.order({ verb: "unhide", id: "first", what: "" });
  expect(await world.shown()).toEqual(before);
});

test("an event that is hidden keeps what people registered for, and nobody is told of an end", async () => {
  const world = await illustrated();
  const event = { pk: "registration-events", sk: EVENT_ID };
  const [before] = await world.world.writer.read([event]);
  await world.order(hideOrder(world, await world.subject("events/press-day")));
  expect((await world.world.writer.read([event]))[0]?.body).toBe(before?.body);
  expect(await world.status("/en/events/press-day")).toBe(410);
});

test("what is named in many ways is one file", async () => {
  const world = await illustrated();
  const [key = ""] = await world.keys("/dawn-web.jpg");
  const { hashes, asset } = await world.subject("media-kits/photos/dawn");
  expect(asset?.id).toBe("dawn");
  const bytes = readFileSync(join(world.directory, "media-kits/photos/dawn.png"));
  const hash = createHash("sha256").update(bytes).digest("hex");
  for (const what of [
    "photos/dawn",
    "media-kits/photos/dawn.png",
    "/en/kits/photos#asset-dawn",
    "https://newsroom.example.org/kk/kits/photos/dawn",
    "/downloads/photos/dawn-web.webp",
    `/${key}`,
    `https://newsroom.example.org/${key}`,
    hash,
  ])
    expect((await world.subject(what)).hashes.toSorted(), what).toEqual(hashes.toSorted());
  expect((await world.subject("kits/photos")).unit).toBe(
    (await world.subject("/downloads/photos/photos.zip")).unit,
  );
  expect((await world.subject("/en/releases/first.txt")).unit).toBe(`release/${RELEASE_ID}`);
  await expect(world.subject("photos/nobody")).rejects.toMatchObject({ code: "option-invalid" });
  await expect(world.subject("/en/")).rejects.toMatchObject({ code: "option-invalid" });
});

test.each<[string, ("picture" | "release")[]]>([
  ["the picture first", ["picture", "release"]],
  ["the release first", ["release", "picture"]],
])(
  "a picture that is hidden by itself stays hidden when its hidden release is shown again: %s",
  async (_, order) => {
    const world = await illustrated();
    const keys = await world.keys();
    const named = { release: "releases/first", picture: "releases/first/lead.png" };
    for (const id of order) await world.order(hideOrder(world, await world.subject(named[id]), id));

    const shown = await world.order({ verb: "unhide", id: "release", what: named.release });
    await world.publish(LATER);
    expect(shown.addresses.filter(({ address }) => address.includes("/lead"))).toEqual([]);
    expect(await world.keys("/lead")).toEqual([]);
    expect(await world.keys("/inside")).not.toEqual([]);
    expect(await (await world.at(LATER).request("/en/releases/first.json")).text()).not.toContain("/lead");

    await world.order({ verb: "unhide", id: "picture", what: named.picture });
    await world.publish(LATER);
    expect(await world.keys()).toEqual(keys);
    expect(await (await world.at(LATER).request("/en/releases/first.json")).text()).toContain("/lead");
  },
);
