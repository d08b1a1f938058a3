import { describe, expect, test } from "vitest";
import { publicationPath } from "../../functions/domain/addresses.ts";
import type { EventDocument } from "../../functions/domain/documents/event.ts";
import { addSeconds, type Instant } from "../../functions/domain/instant.ts";
import { eventDocument } from "../worlds/documents/documents.ts";
import { uuid } from "../worlds/documents/parts.ts";
import { furtherRelease } from "../worlds/reading/api-newsroom.ts";
import { readingWorld } from "../worlds/reading/reading.ts";
import { storedPublication } from "../worlds/tables/stored.ts";

const NOW: Instant = "2026-05-04T07:00:00Z";
const EMBARGOED = { publishAt: "2028-01-01T00:00:00Z", updated: "2028-01-01T00:00:00Z" };
const HOUR = 3600;

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const releases = (count: number) => numbers(count).flatMap((n) => storedPublication(furtherRelease(n)));

/** An event of one hour that ends `hours` after `NOW`, or before it. */
function event(n: number, hours: number, changes: Partial<EventDocument> = {}) {
  const slug = `event-${n}`;
  const end = addSeconds(NOW, hours * HOUR);
  return storedPublication(
    eventDocument("en", {
      id: uuid(3000 + n),
      entryId: uuid(4000 + n),
      slug,
      path: publicationPath("en", "event", slug),
      title: `Event ${n}.`,
      start: addSeconds(end, -HOUR),
      end,
      publishAt: "2020-01-01T00:00:00Z",
      updated: "2020-01-01T00:00:00Z",
      ...changes,
    }),
  );
}

async function page(items: Parameters<typeof readingWorld>[0], path: string, now = NOW) {
  const answer = await (await readingWorld(items)).at(now).request(path);
  return { lastModified: answer.headers.get("Last-Modified"), html: await answer.text() };
}

const titles = (html: string) => [...new Set(html.match(/Event \d+\./g))].map((title) => title.slice(6, -1));

describe("a cursor that was made up", () => {
  test("from the future, it does not betray how many releases are embargoed", async () => {
    const path = "/en/releases?before=2999-01-01T00:00:00Z_0";
    const secret = furtherRelease(90, EMBARGOED);
    const [with90, without] = await Promise.all([
      page([...releases(25), ...storedPublication(secret)], path),
      page(releases(25), path),
    ]);
    expect(with90).toEqual(without);
  });

  test("from another year, it shows nothing that the filter leaves out", async () => {
    const { html } = await page(releases(2), "/en/releases?year=2019&before=2999-01-01T00:00:00Z_0");
    expect(html).not.toContain("Release 1");
  });

  test("in the list of events, it shows none as past that is still ahead", async () => {
    const items = [...event(1, -5), ...event(2, 5)];
    const { html } = await page(items, "/en/events?before=2999-01-01T00:00:00Z_0");
    expect(html.match(/<h3><a href="\/en\/events\/event-2"/g)).toHaveLength(1);
  });
});

describe("embargoed events between others", () => {
  test("the archive leads on to its end", async () => {
    const past = numbers(25).flatMap((n) => event(n, -n, n === 7 ? EMBARGOED : {}));
    const first = await page(past, "/en/events");
    const older = /href="(\/en\/events\?before=[^"]+)"/.exec(first.html)?.[1] ?? "";
    const second = await page(past, older);
    expect([...titles(first.html), ...titles(second.html)].map(Number)).toEqual(
      numbers(25).filter((n) => n !== 7),
    );
  });

  test("the front page names the next event that may be named", async () => {
    const ahead = numbers(9).flatMap((n) => event(n, n, n < 9 ? EMBARGOED : {}));
    expect(titles((await page(ahead, "/en/")).html)).toEqual(["9"]);
  });
});

test("an event that ends moves the date of the front page, which it leaves", async () => {
  const end = addSeconds(NOW, HOUR);
  const { lastModified } = await page(event(1, 1), "/en/", end);
  expect(lastModified).toBe(new Date(end).toUTCString());
});
