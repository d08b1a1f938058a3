import { expect, test } from "vitest";
import { manifestOf, releaseUnit, siteUnit } from "../../worlds/content/manifest.ts";
import { itemsOf, now, publishingWorld } from "../../worlds/content/publishing.ts";

test("the first publication creates every document with its forms, entries and states", async () => {
  const world = await publishingWorld();

  const outcome = await world.publish(manifestOf(siteUnit(), releaseUnit({ n: 1 }), releaseUnit({ n: 2 })));

  expect(outcome).toMatchObject({ created: 3, changed: 0, removed: 0, left: 0 });
  expect((await world.item("/kk/releases/release-1"))?.writtenAt).toBe(now(world));
  expect((await world.item("/kk/releases/release-1", "form#md"))?.body).toBe("# A release\n");
  const states = (await world.items()).filter((item) => item.key.sk === "state");
  expect(states.map((item) => item.key.pk)).toContain("list#ru#topic:shelters");
  expect(JSON.parse(states[0]?.body ?? "").years).toEqual([
    { year: 2020, publishAt: "2020-01-02T05:00:00Z" },
  ]);
  expect((await world.item("sitemaps", "releases-2020-1"))?.publishAt).toBe("2020-01-02T05:00:00Z");
});

test("the second publication of the same content changes not a byte, not even of the lease", async () => {
  const world = await publishingWorld();
  const manifest = manifestOf(siteUnit(), releaseUnit({ n: 1 }), releaseUnit({ n: 2 }));
  await world.publish(manifest);
  const before = await world.items();
  const lease = await world.publication.lease.generation();

  const outcome = await world.publish(manifest);

  expect(outcome).toMatchObject({ created: 0, changed: 0, left: 3, invalidated: 0 });
  expect(await itemsOf(world.client, world.table)).toEqual(before);
  expect(await world.publication.lease.generation()).toBe(lease);
});

test("only what differs is written: everything else keeps the instant at which it was", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(siteUnit(), releaseUnit({ n: 1 }), releaseUnit({ n: 2 })));
  const first = now(world);

  const outcome = await world.publish(
    manifestOf(siteUnit(), releaseUnit({ n: 1, topics: ["shelters", "law"] }), releaseUnit({ n: 2 })),
  );

  expect(outcome).toMatchObject({ created: 0, changed: 1, left: 2 });
  const written = (await world.items()).filter((item) => item.writtenAt > first);
  const partitions = new Set(written.map((item) => item.key.pk.replace(/^list#..#|\/.*/, "")));
  expect([...partitions].sort()).toEqual([
    "changes:releases",
    "feed:law",
    "ledger",
    "ledger#release",
    "topic:law",
    "turnings",
  ]);
});

test("a unit whose content compiles to the same is left as it was", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(releaseUnit({ n: 1 })));

  const outcome = await world.publish(manifestOf({ ...releaseUnit({ n: 1 }), fingerprint: "other" }));

  expect(outcome).toMatchObject({ changed: 0, left: 1 });
});

test("content that comes back is as it was", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(siteUnit(), releaseUnit({ n: 1 })));
  await world.publish(manifestOf(siteUnit(), releaseUnit({ n: 1, title: "Another title" })));

  await world.publish(manifestOf(siteUnit(), releaseUnit({ n: 1 })));

  expect((await world.item("/en/releases/release-1"))?.body).toContain("A release");
  const listed = (await world.items()).filter((item) => item.key.pk === "list#en#changes:releases");
  expect(listed).toHaveLength(2); // the entry at its last change, and the state
});

test("a change moves the document in lists by change, a figure only when it changed itself", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(releaseUnit({ n: 1 })));
  const first = now(world);

  await world.publish(manifestOf(releaseUnit({ n: 1, title: "Another title" })));

  const keys = (await world.items()).map((item) => `${item.key.pk} ${item.key.sk.slice(0, 20)}`);
  expect(keys).toContain(`list#en#changes:releases ${now(world)}`);
  expect(keys).toContain(`list#en#changes:figures ${first}`);
});

test("before its lift, a document stands at its lift in lists by change, however often it changes", async () => {
  const world = await publishingWorld();
  const publishAt = "2030-01-01T00:00:00Z";
  await world.publish(manifestOf(releaseUnit({ n: 1, publishAt })));

  await world.publish(manifestOf(releaseUnit({ n: 1, publishAt, title: "Another title" })));

  const listed = (await world.items()).filter((item) => item.key.pk === "list#en#changes:releases");
  expect(listed.map((item) => item.key.sk.slice(0, 20))).toEqual([publishAt, "state"]);
  expect(world.invalidated).toEqual([]); // nobody can have seen anything
});

test("caches forget the addresses that answer differently, and no others", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(releaseUnit({ n: 1, languages: ["en"] }), releaseUnit({ n: 2 })));

  await world.publish(
    manifestOf(releaseUnit({ n: 1, languages: ["en"], title: "New" }), releaseUnit({ n: 2 })),
  );

  expect(world.invalidated).toEqual([
    "/api/v1/releases",
    "/api/v1/releases?*",
    "/en/",
    "/en/feed.atom",
    "/en/feed.json",
    "/en/feed.rss",
    "/en/releases",
    "/en/releases/release-1",
    "/en/releases/release-1.json",
    "/en/releases/release-1.md",
    "/en/releases/release-1.txt",
    "/en/releases?*",
    "/en/topics/shelters",
    "/en/topics/shelters/feed.atom",
    "/en/topics/shelters/feed.json",
    "/en/topics/shelters/feed.rss",
    "/en/topics/shelters?*",
    "/news-sitemap.xml",
    "/robots.txt",
  ]);
});

test("a change of the site changes every page", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(siteUnit("Newsroom")));

  await world.publish(manifestOf(siteUnit("Press room")));

  expect(world.invalidated).toEqual(["/*"]);
});

test("two publications in the same second write with different instants", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(releaseUnit({ n: 1 })));
  const first = (await world.item("/en/releases/release-1"))?.writtenAt ?? "";
  world.setTime(new Date(Date.parse(first) - 60_000).toISOString());

  await world.publish(manifestOf(releaseUnit({ n: 1, title: "Another title" })));

  const second = (await world.item("/en/releases/release-1"))?.writtenAt ?? "";
  expect(Date.parse(second) - Date.parse(first)).toBe(1000);
});

test("a dry run tells the same and writes nothing", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(siteUnit(), releaseUnit({ n: 1 }), releaseUnit({ n: 3 })));
  const before = await world.items();
  const next = manifestOf(
    siteUnit(),
    releaseUnit({ n: 1, slug: "renamed", title: "New" }),
    releaseUnit({ n: 2 }),
  );
  const other = { removeMissing: true };

  const rehearsed = await world.publish(next, { ...other, dryRun: true });
  const told = new Set(world.told.map((event) => JSON.stringify(event)));
  expect(await world.items()).toEqual(before);

  const real = await world.publish(next, other);
  expect(rehearsed).toEqual(real);
  expect(new Set(world.told.map((event) => JSON.stringify(event)))).toEqual(told);
});

test("a stopped publication ends with the units in flight, and the next one goes on", async () => {
  const world = await publishingWorld();
  const stop = new AbortController();
  const units = Array.from({ length: 20 }, (_, n) => releaseUnit({ n: n + 1 }));

  const stopped = world.publish(manifestOf(...units), {
    signal: stop.signal,
    report: (event) => event.kind === "unit" && stop.abort(new Error("stopped")),
  });
  await expect(stopped).rejects.toThrow("stopped");

  const outcome = await world.publish(manifestOf(...units));
  expect(outcome.created).toBeGreaterThan(0);
  expect(outcome.left).toBeGreaterThan(0);
  expect(outcome.created + outcome.left).toBe(20);
});
