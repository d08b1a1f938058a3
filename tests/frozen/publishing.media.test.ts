import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { addSeconds } from "../../functions/domain/instant.ts";
import { newsroomLedger } from "../../functions/storage/newsroom/ledger.ts";
import { newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { newsroomWriter } from "../../functions/storage/newsroom/newsroom-writer.ts";
import { noticeBoard } from "../../functions/storage/newsroom/notices.ts";
import { publishLease } from "../../functions/storage/newsroom/publish-lease.ts";
import type { Attributes } from "../../functions/storage/registrations/registration-items.ts";
import { announce } from "../../functions/workflows/announce/announce.ts";
import { publishedSites } from "../../functions/workflows/announce/published-sites.ts";
import type { Manifest } from "../../functions/workflows/manifest.ts";
import { publish } from "../../functions/workflows/publish/publish.ts";
import type { PublishEvent } from "../../functions/workflows/publish/publish-events.ts";
import { renderingHash } from "../../infra/cli/publishing/rendering-hash.ts";
import { openFolder } from "../worlds/content/content.ts";
import { DANA } from "../worlds/content/publishing.ts";
import { everything } from "../worlds/registration/registering.ts";
import { type Answer, answerTo } from "./answers.ts";
import { compiledBy, compiledOnce, frozenContent } from "./frozen-content.ts";
import { FROZEN_VERSIONS, frozenFolder, openingsOf, readAnswers } from "./frozen-files.ts";
import { frozenStores } from "./frozen-world.ts";
import { withoutMarkedEntries } from "./removals-in-feeds.ts";
import { ADDRESS, newsroomIn } from "./stores.ts";

const UNIT = "release/7567f7e2-1e11-4c86-976b-4548bf1f0383";
const RELEASE = "releases/how-to-help";

describe.each(FROZEN_VERSIONS)("published anew over the tables of %s", (version) => {
  const { frozenAt } = openingsOf(version);
  const once = compiledOnce();
  let content: string;
  let same: Manifest;
  /** What subscribers and crawlers read. */
  let formerly: readonly Answer[];

  beforeAll(async () => {
    content = frozenContent(version);
    same = await open();
    formerly = readAnswers(frozenFolder(version)).filter(({ address }) => TOLD.test(address));
    expect(formerly.length).toBeGreaterThan(40);
  });

  async function open(): Promise<Manifest> {
    const { manifest, problems } = await openFolder(content, {
      address: ADDRESS,
      rendering: renderingHash(new URL("../../functions/", import.meta.url)),
      now: frozenAt,
    });
    if (!manifest) throw new Error(JSON.stringify(problems));
    return once(manifest);
  }

  test("the same content makes no version, no change, no news and no other time", async () => {
    const newsroom = await frozenNewsroom(version, formerly);
    const before = await newsroom.history();
    await newsroom.publish(same);
    expect(await newsroom.history()).toEqual(before);
    expect(await newsroom.announced()).toEqual([]);
    for (const [former, present] of await newsroom.told()) {
      expect(present.status, former.address).toBe(former.status);
      expect(timesIn(withoutMarkedEntries(present)), former.address).toEqual(timesIn(former));
    }
  });

  test("a compiler that renders otherwise changes bytes and nothing else, and an edit beside it is told", async () => {
    const newsroom = await frozenNewsroom(version, formerly);
    const before = await newsroom.history();

    // 0.1 kept no hash of its content: what says the same is the same.
    await newsroom.publish(compiledBy("with classes", same, withClasses));
    expect(await newsroom.history()).toEqual(before);
    expect(await newsroom.announced()).toEqual([]);
    expect(newsroom.forgotten.length).toBeGreaterThan(0);
    await expectOtherBytesAndSameTimes(await newsroom.told());

    // From now on its hash tells, even where a compiler changes the words.
    await newsroom.publish(compiledBy("with other quotes", same, withOtherQuotes), UNIT);
    expect(await newsroom.history()).toEqual(before);
    expect(await newsroom.announced()).toEqual([]);

    const file = join(content, RELEASE, "en.md");
    writeFileSync(file, `${readFileSync(file, "utf8")}\nOne more sentence.\n`);
    const edited = await open();
    await newsroom.publish(compiledBy("with classes again", edited, withClasses));
    const after = await newsroom.history();
    const fresh = difference(after, before);
    expect(fresh.filter((each) => each.startsWith("versions#"))).toEqual([
      expect.stringMatching(/^versions#release\/7567f7e2-\S*#en 2026-11-02T06:00:00Z /), // since the last edit of 0.1
    ]);
    expect(fresh.filter((each) => each.startsWith("/"))).toEqual([
      expect.stringMatching(/^\/en\/releases\/how-to-help changes .*"One more sentence\."/),
    ]);
    const moved = fresh.filter((each) => each.startsWith("list#"));
    expect(moved).toEqual([expect.stringMatching(/^list#en#changes:releases 2026-12-01T\S*#7567f7e2-/)]);
    expect(await newsroom.announced()).toEqual(
      expect.arrayContaining([`${ADDRESS}/en/feed.atom`, `${ADDRESS}/en/topics/partnerships/feed.rss`]),
    );
  });

  async function expectOtherBytesAndSameTimes(told: readonly [Answer, Answer][]): Promise<void> {
    for (const [former, present] of told) {
      expect(timesIn(withoutMarkedEntries(present)), former.address).toEqual(timesIn(former));
      expect(present.headers.etag === former.headers.etag).toBe(present.body === former.body);
    }
    const changed = told.filter(([former, present]) => former.body !== present.body);
    expect(changed.map(([{ address }]) => address)).toEqual(
      expect.arrayContaining(["/en/feed.atom", "/en/feed.json", "/en/topics/partnerships/feed.rss"]),
    );
  }
});

/**
 * The frozen newsroom an hour later, once all is announced that had to be.
 * @param formerly the answers that are looked at
 */
async function frozenNewsroom(version: string, formerly: readonly Answer[]) {
  const { client, newsroom, ...stores } = await frozenStores(version);
  const { frozenAt } = openingsOf(version);
  let now = Date.parse(addSeconds(frozenAt, 3600));
  const clock = () => new Date(now);
  const writer = newsroomWriter(client, newsroom);
  const reader = newsroomReader(client, newsroom);
  const events: PublishEvent[] = [];
  const forgotten: string[] = [];
  /** Runs what runs every minute, until the hub has been told. @returns the feeds that it was told of */
  const announced = async (): Promise<string[]> => {
    const feeds: string[] = [];
    for (let run = 0; run < 2; run++) {
      now += 60_000;
      await announce({
        board: noticeBoard(client, newsroom),
        sites: () => publishedSites(reader),
        invalidate: async () => {},
        ping: async (_, feed) => void feeds.push(feed),
        clock,
        report: () => {},
      });
    }
    return feeds;
  };
  await announced();
  const { ask } = newsroomIn({ client, newsroom, ...stores }, () => Date.parse(frozenAt));
  return {
    events,
    forgotten,
    announced,
    publish: async (manifest: Manifest, only?: string) => {
      now += 60_000;
      forgotten.length = 0;
      await publish(
        { manifest, ...(only !== undefined && { only: [only] }) },
        {
          writer,
          media: {
            has: async () => true,
            upload: async () => {},
            remove: async () => {},
            takeBack: async () => {},
          },
          ledger: newsroomLedger(client, newsroom),
          lease: publishLease(client, newsroom, { holder: DANA, clock }),
          invalidate: async (addresses) => void forgotten.push(...addresses),
          clock,
          report: (event) => void events.push(event),
        },
      );
      expect(events.filter(({ kind }) => kind === "former-unread")).toEqual([]);
    },
    /** Versions, what is told of changes, and where entries stand in lists ordered by change. */
    history: async () => (await everything(client, newsroom)).flatMap(historyIn).sort(),
    /** What subscribers and crawlers read, as it was and as it is at the time of the freeze. */
    told: async () => {
      const pairs: [Answer, Answer][] = [];
      for (const former of formerly) {
        const present = await answerTo(ask, former);
        const { location } = present.headers; // a former address leads to where it stands now
        pairs.push([former, location === undefined ? present : await answerTo(ask, { address: location })]);
      }
      return pairs;
    },
  };
}

/** In one language, which stands for the others. */
const TOLD = /^\/en\/(.*\/)?(feed\.(rss|atom|json)|events\.ics|changes)$|sitemap|^\/api\/v1\/\w+(\?.*)?$/;

function historyIn(item: Attributes): string[] {
  const [pk = "", sk = "", body] = [item.pk?.S, item.sk?.S, item.body?.S];
  if (pk.startsWith("versions#") || sk === "changes") return [`${pk} ${sk} ${body}`];
  return pk.includes("#changes:") && sk !== "state" ? [`${pk} ${sk}`] : [];
}

/** What the first has and the second has not. */
const difference = (first: readonly string[], second: readonly string[]) => {
  const known = new Set(second);
  return first.filter((each) => !known.has(each));
};

/** Every time that an answer names, in the order of reading. */
const timesIn = ({ body }: Answer): string[] =>
  body.match(/\d{4}-\d\d-\d\dT[\d:.]+Z?|\w{3}, \d\d \w{3} \d{4} [\d:]+ GMT|\d{8}T\d{6}Z?/g) ?? [];

/** Renders paragraphs with a class, and adds an attribute to every document. */
function withClasses(body: string): string {
  if (!body.startsWith("{")) return body;
  return `${body.replaceAll("<p>", '<p class=\\"text\\">').slice(0, -1)},"later":"an attribute"}`;
}

/** Renders quotation marks otherwise, in the words themselves. */
function withOtherQuotes(body: string): string {
  return body.replaceAll("“", "„").replaceAll("«", "„").replaceAll("’", "'");
}
