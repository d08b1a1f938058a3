import { expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { documentKey, partKey } from "../../../functions/storage/newsroom/keys.ts";
import { item } from "../../../functions/storage/newsroom/parts.ts";
import type { PublishLease } from "../../../functions/storage/newsroom/publish-lease.ts";
import type { ManifestUnit } from "../../../functions/workflows/manifest.ts";
import { manifestOf, releaseUnit, siteUnit } from "../../worlds/content/manifest.ts";
import {
  killedAfter,
  type PublishingWorld,
  publishingWorld,
  withoutTimes,
} from "../../worlds/content/publishing.ts";
import { atScale } from "../../worlds/documents/scale.ts";

const OLD = [siteUnit("Old"), releaseUnit({ n: 1, title: "Old" }), releaseUnit({ n: 2, title: "Old" })];
const NEW = [
  siteUnit("New"),
  releaseUnit({ n: 1, title: "New", slug: "renamed", topics: ["shelters", "law"], figures: 3 }),
  releaseUnit({ n: 3, title: "New" }),
];
const other = { removeMissing: true };

/** A lease that is not given back, as when its holder was killed; a minute later it has ended. */
function neverReleased(lease: PublishLease): PublishLease {
  return { ...lease, take: async () => ({ ...(await lease.take()), release: async () => {} }) };
}

async function publishKilled(
  world: PublishingWorld,
  writes: number,
  units: readonly ManifestUnit[],
): Promise<boolean> {
  const { writer, lease } = world.publication;
  return world
    .publish(manifestOf(...units), {
      ...other,
      writer: killedAfter(writes, writer),
      lease: neverReleased(lease),
    })
    .then(
      () => false,
      () => true,
    );
}

/** The versions of which anything of a release in a language can be read: at its address, in its forms, in lists. */
async function versionsShown(world: PublishingWorld): Promise<Map<string, Set<string>>> {
  const versions = new Map<string, Set<string>>();
  for (const { key, body } of await world.items()) {
    const [, language, list] = /^(?:\/|list#)(en|ru|kk)[/#](releases|feed|topic:shelters)/.exec(key.pk) ?? [];
    if (!language || !list || key.sk === "state" || body.includes('"redirect"')) continue;
    const n =
      /00000000000\d/.exec(key.sk)?.[0]?.at(-1) ??
      (key.pk.includes("-2") ? "2" : key.pk.includes("-3") ? "3" : "1");
    const version = /Old|New/.exec(body)?.[0] ?? "?";
    const name = `${n} ${language}`;
    versions.set(name, (versions.get(name) ?? new Set()).add(version));
  }
  return versions;
}

test("killed at any write, every document is wholly old or wholly new, and the next run finishes", async () => {
  const clean = await publishingWorld();
  await clean.publish(manifestOf(...OLD));
  await clean.publish(manifestOf(...NEW), other);
  const finished = withoutTimes(await clean.items());

  let killed = true;
  for (let writes = 0; killed; writes += atScale(5, 1)) {
    const world = await publishingWorld();
    await world.publish(manifestOf(...OLD));
    killed = await publishKilled(world, writes, NEW);
    for (const [document, versions] of await versionsShown(world))
      expect([writes, document, versions.size]).toEqual([writes, document, 1]);

    await world.publish(manifestOf(...NEW), other);
    expect(withoutTimes(await world.items())).toEqual(finished);
  }
});

test("killed while parts are replaced, no part is left behind", async () => {
  const parted = (text: string): ManifestUnit => {
    const path = "/en/topics/data";
    const head = item(
      documentKey(path),
      JSON.stringify({ kind: "parted", hash: text, count: 2 }),
      "2020-01-01T00:00:00Z",
    );
    const parts = [1, 2].map((n) => item(partKey(path, text, n), text.repeat(n), "2020-01-01T00:00:00Z"));
    const document = { path, items: [head], parts, changes: [], alsoAt: [] };
    return {
      id: "site/1",
      folder: "site.yaml",
      fingerprint: text,
      documents: [document],
      media: [],
      sitemap: [],
    };
  };
  for (let writes = 0; writes <= 4; writes++) {
    const world = await publishingWorld();
    await world.publish(manifestOf(parted("old")));
    await publishKilled(world, writes, [parted("new")]);
    const { hash } = JSON.parse((await world.item("/en/topics/data"))?.body ?? "");
    expect(await world.item("/en/topics/data", `part#${hash}#0002`)).toBeDefined();

    await world.publish(manifestOf(parted("new")));
    const held = (await world.items())
      .filter((each) => each.key.pk === "/en/topics/data")
      .map((each) => each.key.sk);
    expect(held).toEqual(["document", "part#new#0001", "part#new#0002"]);
  }
});

test("a unit that was created half-way in all languages is completed", async () => {
  const world = await publishingWorld();
  await publishKilled(world, 2, [releaseUnit({ n: 1 })]);

  expect(await world.publish(manifestOf(releaseUnit({ n: 1 })))).toMatchObject({ created: 1 });
  for (const language of LANGUAGES)
    expect(await world.item(`/${language}/releases/release-1`, "form#txt")).toBeDefined();
});
