import { expect, test } from "vitest";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { publishLease } from "../../../functions/storage/newsroom/publish-lease.ts";
import { manifestOf, releaseUnit, siteUnit } from "../../worlds/content/manifest.ts";
import {
  DANA,
  type PublishingWorld,
  publishingWorld,
  withoutTimes,
} from "../../worlds/content/publishing.ts";

const ALI = { name: "ali@desk", machine: "desk", process: 2 };
const UNITS = Array.from({ length: 12 }, (_, n) => releaseUnit({ n: n + 1 }));

const leaseOf = ({ client, table, publication: { clock } }: PublishingWorld, holder: typeof ALI) =>
  publishLease(client, table, { holder, clock });

test("of two who publish at once one is refused, and the newsroom is as either wants it", async () => {
  const world = await publishingWorld();
  const manifest = manifestOf(siteUnit(), ...UNITS);

  const both = await Promise.allSettled(
    [DANA, ALI].map((holder) => world.publish(manifest, { lease: leaseOf(world, holder) })),
  );

  const refused = both.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  for (const reason of refused) expect(reason).toMatchObject({ code: "publish-lease-held" });
  expect(refused.length).toBeLessThan(2);
  expect(await world.publish(manifest)).toMatchObject({ left: UNITS.length + 1 });
});

test("whoever takes the lease after another wrote looks again before writing", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(...UNITS));
  const lease = leaseOf(world, ALI);
  const changed = manifestOf(releaseUnit({ n: 1, title: "Ali's" }), ...UNITS.slice(1));
  const late = {
    ...lease,
    take: async () => {
      await world.publish(changed, { lease: leaseOf(world, DANA) }); // between reading and taking
      return lease.take();
    },
  };

  const outcome = await world.publish(changed, { lease: late });
  expect(outcome).toMatchObject({ changed: 0, created: 0, left: UNITS.length });
});

test("a publisher that loses the lease stops with the name of who has it, and the other finishes", async () => {
  const world = await publishingWorld();
  const other = manifestOf(
    ...UNITS.map((unit, n) => (n === 11 ? releaseUnit({ n: 12, title: "Ali's" }) : unit)),
  );
  let taken = false;
  const stalled = world.publish(manifestOf(...UNITS), {
    lease: leaseOf(world, DANA),
    writer: {
      ...world.writer,
      transact: async (operations) => {
        if (!taken) {
          taken = true; // the lease ends while Dana's machine sleeps
          await world.publish(other, { lease: leaseOf(world, ALI) });
        }
        await world.writer.transact(operations);
      },
    },
  });

  const reason = await stalled.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(reason).toBeInstanceOf(Refusal);
  expect(reason).toMatchObject({ code: "publish-preempted" });
  expect((await world.item("/en/releases/release-12"))?.body).toContain("Ali's");
  expect(await world.publish(other)).toMatchObject({ created: 0, changed: 0, left: UNITS.length });
});

test("the same content gives the same table, in whatever order and company it was published", async () => {
  const [at, one] = [await publishingWorld(), await publishingWorld()];
  await at.publish(manifestOf(siteUnit(), ...UNITS));
  for (let n = 1; n <= UNITS.length; n += 3) await one.publish(manifestOf(...UNITS.slice(0, n)));
  await one.publish(manifestOf(siteUnit(), ...UNITS));

  expect(withoutTimes(await one.items())).toEqual(withoutTimes(await at.items()));
});
