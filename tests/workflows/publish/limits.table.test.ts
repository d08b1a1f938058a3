import { expect, test } from "vitest";
import { type Operation, TRANSACTION_OPERATIONS } from "../../../functions/storage/dynamodb/transaction.ts";
import { writeUnits } from "../../../functions/storage/dynamodb/write-units.ts";
import { newsroomWriter } from "../../../functions/storage/newsroom/newsroom-writer.ts";
import { ENTRIES_PER_SITEMAP, sitemapFiles } from "../../../functions/workflows/publish/sitemap-files.ts";
import { manifestOf, manifestOfMany, releaseUnit } from "../../worlds/content/manifest.ts";
import { type PublishingWorld, publishingWorld } from "../../worlds/content/publishing.ts";

/** A writer that tells what each transaction holds. */
function counting({ client, table }: PublishingWorld, told: (operations: readonly Operation[]) => void) {
  const writer = newsroomWriter(client, table);
  return {
    ...writer,
    transact: async (operations: readonly Operation[]) => {
      told(operations);
      await writer.transact(operations);
    },
  };
}

test("a release with so many figures that a change does not fit one transaction is changed nevertheless", async () => {
  const world = await publishingWorld();
  const sizes: number[] = [];
  const writer = counting(world, (operations) => sizes.push(operations.length));
  await world.publish(manifestOf(releaseUnit({ n: 1, figures: 40, languages: ["en"] })), { writer });
  const later = releaseUnit({ n: 1, figures: 40, languages: ["en"], publishAt: "2020-03-01T00:00:00Z" });
  await world.publish(manifestOf(later), { writer });

  expect(Math.max(...sizes)).toBe(TRANSACTION_OPERATIONS);
  const figures = (await world.items()).filter((item) => /^list#en#(changes:)?figures$/.test(item.key.pk));
  expect(figures).toHaveLength(2 * 40 + 2);
});

test("a release that fits no transaction is refused with its address", async () => {
  const world = await publishingWorld();
  const refused = world.publish(manifestOf(releaseUnit({ n: 1, figures: 60, languages: ["en"] })));

  await expect(refused).rejects.toMatchObject({
    code: "document-too-large",
    message: expect.stringContaining("/en/releases/release-1"),
  });
  expect((await world.items()).filter((item) => item.key.pk.startsWith("list#"))).toEqual([]);
});

test("publishing a release in three languages costs at most 240 write units, changing its title 140", async () => {
  const world = await publishingWorld();
  let units = 0;
  const writer = counting(world, (operations) => {
    units += writeUnits(operations);
  });
  const release = { n: 1, figures: 3, weight: 2_000 };
  await world.publish(manifestOf(releaseUnit({ n: 2 })));

  await world.publish(manifestOf(releaseUnit({ n: 2 }), releaseUnit(release)), { writer });
  expect(units).toBeLessThanOrEqual(240);
  units = 0;
  await world.publish(manifestOf(releaseUnit({ n: 2 }), releaseUnit({ ...release, title: "New" })), {
    writer,
  });
  expect(units).toBeLessThanOrEqual(140);
});

test("a sitemap file that is full is followed by the next, and nothing moves from one to the other", () => {
  const files = sitemapFiles([]);
  const entry = (n: number) => ({
    id: `id-${n}`,
    kind: "release" as const,
    year: 2020,
    publishAt: "2020-01-01T00:00:00Z",
    body: "{}",
  });
  const placed = Array.from(
    { length: ENTRIES_PER_SITEMAP + 1 },
    (_, n) => files.place([entry(n)], undefined)[0],
  );

  const names = placed.map((item) => item?.key.pk);
  expect(names[ENTRIES_PER_SITEMAP - 1]).toBe("sitemap#releases-2020-1");
  expect(names[ENTRIES_PER_SITEMAP]).toBe("sitemap#releases-2020-2");
  const full = { "2020-01-01T00:00:00Z": names.flatMap((name) => (name ? [name] : [])) };
  const later = sitemapFiles([{ fingerprint: "", folder: "", entries: full }]);
  expect(later.place([entry(9_000)], undefined)[0]?.key.pk).toBe("sitemap#releases-2020-2");
});

test("many releases publish with progress, a few in memory at a time", async () => {
  const world = await publishingWorld();
  let inFlight = 0;
  let most = 0;
  const many = manifestOfMany(120, (n) => ({ n, languages: ["en"] }));
  const units = many.units.map((handle) => ({
    ...handle,
    compile: async () => {
      inFlight++;
      most = Math.max(most, inFlight);
      return handle.compile();
    },
  }));
  let done = 0;

  await world.publish(
    { units },
    {
      report: (event) => {
        if (event.kind !== "unit") return;
        done++;
        inFlight--;
      },
    },
  );

  expect(done).toBe(120);
  expect(most).toBeLessThanOrEqual(8);
});
