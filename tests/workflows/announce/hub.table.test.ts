import { describe, expect, it } from "vitest";
import { feedPath, topicPath } from "../../../functions/domain/addresses.ts";
import { addSeconds } from "../../../functions/domain/instant.ts";
import { changedFeeds } from "../../../functions/workflows/announce/changed-feeds.ts";
import { pingHub } from "../../../functions/workflows/announce/ping-hub.ts";
import { siteDocument } from "../../worlds/documents/documents.ts";
import { announcingWorld, startHub } from "../../worlds/reading/announcing.ts";

const BEGIN = "2027-07-30T05:00:00Z";
const at = (seconds: number) => addSeconds(BEGIN, seconds);
const DAY = 86_400;
const ATOM = feedPath("en", "atom");
const RSS = feedPath("en", "rss");
const SITE = "https://newsroom.example";

/** A world that tells a hub of its own, and whose mark stands at BEGIN. */
async function hubWorld() {
  const hub = await startHub();
  const world = await announcingWorld({ hub: hub.address });
  await world.announceAt(BEGIN);
  const heard = () => hub.heard.map((fields) => fields["hub.url"]?.replace(SITE, "")).sort();
  return { ...world, hub, heard };
}

describe("a hub", () => {
  it("is told of every feed that a lift changed, and of nothing else, in the minute of the lift", async () => {
    const world = await hubWorld();
    await world.turns(at(30), "/en/releases/lifted", ["/en/", "/en/releases/lifted", ATOM, RSS]);
    await world.announceAt(at(60));
    await world.announceAt(at(120));
    expect(world.heard()).toEqual([ATOM, RSS]);
    expect(world.hub.heard).toContainEqual({
      "hub.mode": "publish",
      "hub.url": SITE + ATOM,
      "hub.topic": SITE + ATOM,
    });
    expect(world.told).toContainEqual(expect.objectContaining({ kind: "hub", told: 2, waiting: 0 }));
  });

  it("is told of a publication when no cache can hold the former feed any more", async () => {
    const world = await hubWorld();
    await world.publishes(at(59), "/en/releases/corrected", [ATOM]);
    await world.announceAt(at(60));
    expect(world.heard()).toEqual([]);
    await world.announceAt(at(120));
    await world.announceAt(at(180));
    expect(world.heard()).toEqual([ATOM]);
  });

  it("is told of a feed that changes every minute, every minute", async () => {
    const world = await hubWorld();
    for (const minute of [1, 2, 3]) {
      await world.publishes(at(minute * 60), "/en/releases/busy", [ATOM]);
      await world.announceAt(at(minute * 60));
    }
    expect(world.heard()).toEqual([ATOM, ATOM]);
  });

  it("that fails is told a minute later, and holds back neither caches nor the mark nor another feed", async () => {
    const world = await hubWorld();
    world.hub.answer = (feed) => (feed.endsWith(".atom") ? 503 : 202);
    await world.turns(at(30), "/en/releases/lifted", [ATOM, RSS]);
    await world.announceAt(at(60));
    expect(world.forgotten).toHaveLength(1);
    expect(world.heard()).toEqual([RSS]);
    expect(world.told.at(-1)).toMatchObject({ told: 1, waiting: 1, failure: "it answered 503" });
    world.hub.answer = () => 202;
    await world.announceAt(at(120));
    expect(world.heard()).toEqual([ATOM, RSS]);
    expect(world.forgotten).toHaveLength(1);
  });

  it("is told of lifts and publications while caches cannot be told, and of publications again after they were", async () => {
    const world = await hubWorld();
    await world.turns(at(30), "/en/releases/lifted", [ATOM]);
    await world.publishes(at(30), "/en/releases/corrected", [RSS]);
    const invalidate = () => Promise.reject(new Error("CloudFront is away"));
    await expect(world.announceAt(at(60), { invalidate })).rejects.toThrow("CloudFront is away");
    expect(world.heard()).toEqual([ATOM]);
    await expect(world.announceAt(at(120), { invalidate })).rejects.toThrow("CloudFront is away");
    expect(world.heard()).toEqual([ATOM, ATOM, RSS]);
    world.hub.heard.length = 0;
    await world.announceAt(at(180));
    world.hub.heard.length = 0;
    await world.announceAt(at(240));
    await world.announceAt(at(300));
    expect(world.heard()).toEqual([RSS]);
  });

  it("that fails for a day is told no more of what is that old", async () => {
    const world = await hubWorld();
    world.hub.answer = () => 500;
    await world.turns(at(30), "/en/releases/lifted", [ATOM]);
    await world.announceAt(at(60));
    await world.announceAt(at(59 + DAY));
    expect(world.told.at(-1)).toMatchObject({ waiting: 1, givenUp: [] });
    await world.announceAt(at(60 + DAY));
    expect(world.told.at(-1)).toMatchObject({ waiting: 0, givenUp: [ATOM] });
    expect((await world.board.mark())?.announced.waiting).toEqual({});
  });

  it("is told by the next run when the first was killed before it told", async () => {
    const world = await hubWorld();
    await world.turns(at(30), "/en/releases/lifted", [ATOM]);
    const report = ({ kind }: { kind: string }) => {
      if (kind === "turned") throw new Error("killed");
    };
    await expect(world.announceAt(at(60), { report })).rejects.toThrow("killed");
    await world.announceAt(at(120));
    expect(world.heard()).toEqual([ATOM]);
  });

  it("that was taken out of site.yaml is told nothing, and nothing waits for it", async () => {
    const world = await hubWorld();
    world.hub.answer = () => 500;
    await world.turns(at(30), "/en/releases/lifted", [ATOM]);
    await world.announceAt(at(60));
    await world.announceAt(at(120), { sites: async () => [siteDocument("en")] });
    expect((await world.board.mark())?.announced.waiting).toEqual({});
  });
});

describe("a ping", () => {
  it("says what went wrong", async () => {
    const hub = await startHub();
    hub.answer = () => 307;
    await expect(pingHub(hub.address, SITE + ATOM)).rejects.toThrow("it answered 307");
    await expect(pingHub("http://127.0.0.1:1/", SITE + ATOM)).rejects.toThrow("it cannot be reached");
  });
});

describe("changed feeds", () => {
  const topic = siteDocument().topics[0]?.id ?? "";

  it("are those among the addresses, of the newsroom and of its topics", () => {
    const addresses = [ATOM, `${topicPath("en", topic)}?*`, feedPath("en", "json", topic), "/en/releases"];
    expect(changedFeeds(addresses, [siteDocument()])).toEqual([ATOM, feedPath("en", "json", topic)]);
  });

  it("are all feeds of a language, or of all, when that is what changed", () => {
    const sites = [siteDocument("en"), siteDocument("ru")];
    const each = 3 * (1 + siteDocument().topics.length);
    expect(changedFeeds(["/ru/*"], sites)).toHaveLength(each);
    expect(changedFeeds(["/*"], sites)).toHaveLength(2 * each);
  });
});
