import { expect, test } from "vitest";
import { manifestOf, releaseUnit } from "../../worlds/content/manifest.ts";
import { now, type PublishingWorld, publishingWorld } from "../../worlds/content/publishing.ts";

async function target(world: PublishingWorld, path: string): Promise<string | undefined> {
  const found = await world.item(path);
  return found && (JSON.parse(found.body).to ?? "a page");
}

test("a former slug redirects, and chains collapse to the present address", async () => {
  const world = await publishingWorld();
  for (const slug of ["first", "second", "third"])
    await world.publish(manifestOf(releaseUnit({ n: 1, slug })));

  expect(await target(world, "/ru/releases/first")).toBe("/ru/releases/third");
  expect(await target(world, "/ru/releases/second")).toBe("/ru/releases/third");
  expect(await target(world, "/ru/releases/third")).toBe("a page");
  expect((await world.item("/ru/releases/first", "form#md"))?.body).toContain('"to":"/ru/releases/third.md"');
  expect(world.told).toContainEqual({
    kind: "moved",
    folder: "releases/third",
    from: "/en/releases/second",
    to: "/en/releases/third",
  });
  expect(world.invalidated).toContain("/ru/releases/second.json");
});

test("a slug that comes back is the page again, and what was in between redirects to it", async () => {
  const world = await publishingWorld();
  for (const slug of ["first", "second", "first"])
    await world.publish(manifestOf(releaseUnit({ n: 1, slug })));

  expect(await target(world, "/en/releases/first")).toBe("a page");
  expect(await target(world, "/en/releases/second")).toBe("/en/releases/first");
  expect(await world.publish(manifestOf(releaseUnit({ n: 1, slug: "first" })))).toMatchObject({ left: 1 });
});

test("a slug that changes before the lift leaves nothing behind", async () => {
  const world = await publishingWorld();
  const publishAt = "2030-01-01T00:00:00Z";
  await world.publish(manifestOf(releaseUnit({ n: 1, slug: "secret", publishAt })));
  await world.publish(manifestOf(releaseUnit({ n: 1, slug: "public", publishAt })));

  expect((await world.items()).filter((item) => item.body.includes("secret"))).toEqual([]);
  expect(await target(world, "/en/releases/secret")).toBeUndefined();
});

test("a redirect to a page that lifts later lifts with it", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(releaseUnit({ n: 1, slug: "first" })));
  const later = releaseUnit({ n: 1, slug: "second", publishAt: "2030-01-01T00:00:00Z" });
  await world.publish(manifestOf(later), { allowHide: true });

  expect((await world.item("/en/releases/first"))?.publishAt).toBe("2030-01-01T00:00:00Z");
});

test("a slug that another release takes is that release's, whatever its former owner does", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(releaseUnit({ n: 1, slug: "first" })));
  await world.publish(manifestOf(releaseUnit({ n: 1, slug: "second" })));
  const taker = releaseUnit({ n: 2, slug: "first" });
  await world.publish(manifestOf(releaseUnit({ n: 1, slug: "second" }), taker));

  await world.publish(manifestOf(releaseUnit({ n: 1, slug: "third" }), taker));
  expect(await target(world, "/en/releases/first")).toBe("a page");
  expect(await target(world, "/en/releases/second")).toBe("/en/releases/third");

  await world.publish(manifestOf(taker), { removeMissing: true });
  expect(await target(world, "/en/releases/first")).toBe("a page");
  expect(await target(world, "/en/releases/third")).toBeUndefined();
});

test("two releases exchange their slugs", async () => {
  const world = await publishingWorld();
  const named = (one: string, two: string) =>
    manifestOf(
      releaseUnit({ n: 1, slug: one, title: "One" }),
      releaseUnit({ n: 2, slug: two, title: "Two" }),
    );
  await world.publish(named("north", "south"));
  await world.publish(named("south", "north"));

  expect((await world.item("/en/releases/south"))?.body).toContain("One");
  expect((await world.item("/en/releases/north"))?.body).toContain("Two");
  expect((await world.item("/kk/releases/north", "form#md"))?.body).toContain("Two");
  expect(await world.publish(named("south", "north"))).toMatchObject({ left: 2 });
});

test("a unit whose folder vanished without a verb stays as it was and is named, and the others are published", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(releaseUnit({ n: 1 })));
  const before = await world.item("/en/releases/release-1");

  expect(await world.publish(manifestOf(releaseUnit({ n: 2 })))).toMatchObject({ created: 1, refused: 1 });
  expect(world.told).toContainEqual(
    expect.objectContaining({
      code: "publish-unit-missing",
      message: expect.stringContaining("releases/release-1 (release/6b86b273-"),
      help: expect.stringContaining("--remove-missing"),
    }),
  );
  expect(await world.item("/en/releases/release-1")).toEqual(before);
});

test("another unit does not take the place of one whose folder it stands in", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(releaseUnit({ n: 1, slug: "one" })));
  const before = await world.item("/en/releases/one");

  expect(await world.publish(manifestOf(releaseUnit({ n: 2, slug: "one" })))).toMatchObject({
    created: 0,
    refused: 1,
  });
  expect(await world.item("/en/releases/one")).toEqual(before);
});

test("a removed release leaves nothing but its lists' memory of when it left", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(releaseUnit({ n: 1 })));
  const outcome = await world.publish(manifestOf(), { removeMissing: true });

  expect(outcome).toMatchObject({ removed: 1 });
  const left = await world.items();
  expect(new Set(left.map((item) => item.key.sk))).toEqual(new Set(["state"]));
  for (const state of left)
    expect(JSON.parse(state.body)).toEqual({ kind: "list-state", removedAt: now(world), years: [] });
});

test("a list remembers that an entry left only if it could be seen", async () => {
  const world = await publishingWorld();
  const [seen, unseen] = [releaseUnit({ n: 1 }), releaseUnit({ n: 2, publishAt: "2030-01-01T00:00:00Z" })];
  await world.publish(manifestOf(seen, unseen));
  await world.publish(manifestOf(seen), { removeMissing: true });
  expect((await world.item("list#en#releases", "state"))?.body).not.toContain("removedAt");
  expect(world.invalidated).toEqual([]);

  await world.publish(manifestOf({ ...seen, ...releaseUnit({ n: 1, topics: [] }) }));
  expect((await world.item("list#en#topic:shelters", "state"))?.body).toContain(
    `"removedAt":"${now(world)}"`,
  );
  expect((await world.item("list#en#releases", "state"))?.body).not.toContain("removedAt");
});

test("what was public does not go out of sight by a later publishAt, unless that is allowed", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(releaseUnit({ n: 1 })));
  const before = await world.items();
  const later = manifestOf(releaseUnit({ n: 1, publishAt: "2030-01-01T00:00:00Z" }));

  expect(await world.publish(later)).toMatchObject({ refused: 1 });
  expect(world.told).toContainEqual(expect.objectContaining({ kind: "refused", code: "publish-would-hide" }));
  expect(await world.items()).toEqual(before);

  await world.publish(later, { allowHide: true });
  expect((await world.item("/en/releases/release-1"))?.publishAt).toBe("2030-01-01T00:00:00Z");
  expect((await world.item("list#en#releases", "state"))?.body).toContain(`"removedAt":"${now(world)}"`);
});

test("a publishAt that moves within the past is no removal", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(releaseUnit({ n: 1 })));
  await world.publish(manifestOf(releaseUnit({ n: 1, publishAt: "2019-05-01T00:00:00Z" })));

  const state = JSON.parse((await world.item("list#en#releases", "state"))?.body ?? "");
  expect(state).toEqual({ kind: "list-state", years: [{ year: 2019, publishAt: "2019-05-01T00:00:00Z" }] });
  expect((await world.items()).filter((item) => item.key.pk === "list#en#releases")).toHaveLength(2);
});

test("a dry run tells what only history can tell, all of it", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(releaseUnit({ n: 1 }), releaseUnit({ n: 2 }), releaseUnit({ n: 3 })));

  const next = [
    releaseUnit({ n: 1, publishAt: "2030-01-01T00:00:00Z" }),
    releaseUnit({ n: 2, slug: "renamed" }),
  ];
  const outcome = await world.publish(manifestOf(...next), { dryRun: true });

  expect(outcome.refused).toBe(2); // the vanished release, and the one that would hide
  expect(world.told.filter((event) => event.kind === "moved")).toHaveLength(3);
});
