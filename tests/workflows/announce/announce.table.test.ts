import { describe, expect, it } from "vitest";
import { addSeconds } from "../../../functions/domain/instant.ts";
import { type AnnouncingWorld, announcingWorld } from "../../worlds/reading/announcing.ts";

const BEGIN = "2027-07-30T05:00:00Z";
const at = (seconds: number) => addSeconds(BEGIN, seconds);

/** A world whose mark stands at BEGIN. */
async function markedWorld(): Promise<AnnouncingWorld> {
  const world = await announcingWorld();
  await world.announceAt(BEGIN);
  world.told.length = 0;
  return world;
}

const addresses = (world: AnnouncingWorld) => world.forgotten.flatMap((each) => each.addresses);
const lag = (world: AnnouncingWorld) => world.told.find((event) => event.kind === "lag");

describe("the first run", () => {
  it("puts the mark at now and tells nothing that lifted earlier", async () => {
    const world = await announcingWorld();
    await world.turns(at(-60), "/en/releases/old");
    await world.turns(BEGIN, "/en/releases/now");
    await world.announceAt(BEGIN);
    expect(world.forgotten).toEqual([]);
    expect(world.told).toEqual([{ kind: "lag", seconds: 0 }]);
  });

  it("tells of what publications changed", async () => {
    const world = await announcingWorld();
    await world.publishes(at(-3600), "/en/releases/first");
    await world.announceAt(BEGIN);
    expect(addresses(world)).toEqual(["/en/releases/first"]);
    expect(await world.notices()).toEqual([]);
  });
});

describe("a run", () => {
  it("tells each lift since the mark once, and none before its time", async () => {
    const world = await markedWorld();
    for (const seconds of [-1, 0, 1, 60, 61]) await world.turns(at(seconds), `/en/releases/at${seconds}`);
    await world.announceAt(at(60));
    await world.announceAt(at(60));
    expect(addresses(world)).toEqual(["/en/releases/at1", "/en/releases/at60"]);
    await world.announceAt(at(120));
    expect(addresses(world).slice(2)).toEqual(["/en/releases/at61"]);
  });

  it("records how long each lift waited, in their order and once for all that lifted together", async () => {
    const world = await markedWorld();
    await world.turns(at(48), "/en/releases/second");
    for (const language of ["en", "ru", "kk"]) await world.turns(at(20), `/${language}/releases/first`);
    await world.announceAt(at(60));
    expect(lag(world)).toEqual({ kind: "lag", seconds: 60 });
    expect(world.told).toContainEqual({ kind: "turned", delays: [40, 12], addresses: 4 });
  });

  it("tells a publication once, and leaves one whose time has not come", async () => {
    const world = await markedWorld();
    await world.publishes(at(10), "/en/releases/corrected", ["/en/releases/corrected", "/en/"]);
    await world.publishes(at(61), "/en/releases/later");
    await world.announceAt(at(60));
    expect(addresses(world)).toEqual(["/en/", "/en/releases/corrected"]);
    expect(await world.notices()).toEqual(["/en/releases/later"]);
  });

  it("leaves a notice that was written anew while it was being told", async () => {
    const world = await markedWorld();
    await world.publishes(at(10), "/en/releases/corrected");
    const invalidate = () => world.publishes(at(10), "/en/releases/corrected", ["/en/", "/en/feed.rss"]);
    await world.announceAt(at(60), { invalidate });
    expect(await world.notices()).toEqual(["/en/releases/corrected"]);
  });
});

describe("a run that is killed", () => {
  it("between telling caches and moving the mark is repeated with the same reference", async () => {
    const world = await markedWorld();
    await world.turns(at(30), "/en/releases/lifted");
    await world.publishes(at(30), "/en/releases/corrected");
    const killed = async () => {
      throw new Error("killed");
    };
    const board = { ...world.board, move: killed };
    await expect(world.announceAt(at(60), { board })).rejects.toThrow("killed");
    await world.announceAt(at(120));
    const [first, second, third] = world.forgotten;
    expect(second).toEqual(first);
    expect(third?.addresses).toEqual(["/en/releases/corrected"]);
    expect(third?.reference).not.toBe(first?.reference);
  });

  it("before caches were told loses nothing", async () => {
    const world = await markedWorld();
    await world.turns(at(30), "/en/releases/lifted");
    await world.publishes(at(30), "/en/releases/corrected");
    const invalidate = () => Promise.reject(new Error("CloudFront is away"));
    await expect(world.announceAt(at(60), { invalidate })).rejects.toThrow("CloudFront is away");
    await world.announceAt(at(120));
    expect(addresses(world)).toEqual(["/en/releases/lifted", "/en/releases/corrected"]);
    expect(lag(world)).toEqual({ kind: "lag", seconds: 60 });
    expect(world.told).toContainEqual({ kind: "lag", seconds: 120 });
  });
});

it("caches that fail are asked once a run, and what they were to forget is asked for again a minute later", async () => {
  const world = await markedWorld();
  await world.turns(at(30), "/en/releases/lifted");
  await world.publishes(at(30), "/en/releases/corrected");
  const asked: string[] = [];
  const invalidate: typeof world.announcing.invalidate = async (_, reference) => {
    asked.push(reference);
    throw new Error("too many in progress");
  };
  await expect(world.announceAt(at(60), { invalidate })).rejects.toThrow("too many in progress");
  expect(asked).toHaveLength(1);
  expect((await world.board.mark())?.announced.reached.slice(0, 20)).toBe(BEGIN);
  expect(await world.notices()).toEqual(["/en/releases/corrected"]);
  expect(world.told.filter(({ kind }) => kind === "turned" || kind === "published")).toEqual([]);
  await world.announceAt(at(120));
  expect(addresses(world)).toEqual(["/en/releases/lifted", "/en/releases/corrected"]);
  expect(world.forgotten[0]?.reference).toBe(asked[0]);
});

it("two runs at once tell everything, one of them stops, and the next has nothing left", async () => {
  const world = await markedWorld();
  await world.turns(at(30), "/en/releases/lifted");
  await world.publishes(at(30), "/en/releases/corrected");
  let arrived = 0;
  let letBothGo = () => {};
  const both = new Promise<void>((resolve) => {
    letBothGo = resolve;
  });
  const invalidate: typeof world.announcing.invalidate = async (...given) => {
    if (++arrived === 2) letBothGo();
    await both; // neither moves the mark before both have told
    await world.announcing.invalidate(...given);
  };
  await Promise.all([world.announceAt(at(60), { invalidate }), world.announceAt(at(60), { invalidate })]);
  expect(world.told.filter((event) => event.kind === "overtaken")).toHaveLength(1);
  expect(new Set(addresses(world))).toEqual(new Set(["/en/releases/lifted", "/en/releases/corrected"]));
  expect(new Set(world.forgotten.map((each) => each.reference)).size).toBe(2);
  expect(await world.notices()).toEqual([]);
  world.forgotten.length = 0;
  await world.announceAt(at(120));
  expect(world.forgotten).toEqual([]);
});

it("after an outage of a day everything missed is told, in portions, and a second death costs one portion", async () => {
  const world = await markedWorld();
  const paths = Array.from({ length: 250 }, (_, n) => `/en/releases/r${String(n).padStart(3, "0")}`);
  const lifts = paths.map((path, n) => world.turns(at(n < 150 ? 7200 : 36_000), path));
  await Promise.all([...lifts, ...paths.map((path) => world.publishes(at(600), path.replace("r", "p")))]);
  let times = 0;
  const invalidate: typeof world.announcing.invalidate = async (...given) => {
    if (++times === 2) throw new Error("killed");
    await world.announcing.invalidate(...given);
  };
  await expect(world.announceAt(at(86_400), { invalidate })).rejects.toThrow("killed");
  await world.announceAt(at(86_460));
  expect(world.forgotten.map((each) => each.addresses.length)).toEqual([100, 100, 50, 100, 100, 50]);
  expect(new Set(addresses(world)).size).toBe(500);
  expect(await world.notices()).toEqual([]);
  expect(lag(world)).toEqual({ kind: "lag", seconds: 86_400 });
});

it("a clock that went back tells nothing twice", async () => {
  const world = await markedWorld();
  await world.turns(at(-30), "/en/releases/lifted");
  await world.announceAt(at(-60));
  await world.announceAt(at(60));
  expect(world.forgotten).toEqual([]);
});
