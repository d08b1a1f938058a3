import { beforeAll, describe, expect, test } from "vitest";
import type { StoredItem } from "../../../functions/storage/dynamodb/item.ts";
import { listStateKey } from "../../../functions/storage/newsroom/keys.ts";
import { eventDocument } from "../../worlds/documents/documents.ts";
import { RELEASED, uuid } from "../../worlds/documents/parts.ts";
import {
  type AskedNewsroom,
  askedNewsroom,
  furtherRelease,
  smallNewsroom,
} from "../../worlds/reading/api-newsroom.ts";
import { stored, storedPublication } from "../../worlds/tables/stored.ts";

const SITE = "https://newsroom.example";
/** When all further releases are out. */
const LATER = "2026-10-01T00:00:00Z";
const FURTHER = 5;

interface List {
  href: string;
  count: number;
  links: { self: string; next?: string; prev?: string };
  data: { id: string }[];
}

let newsroom: AskedNewsroom;
beforeAll(async () => {
  newsroom = await askedNewsroom(smallNewsroom(FURTHER));
});

async function list(address: string, at = LATER): Promise<List> {
  const answer = await newsroom.ask(address.replace(SITE, ""), at);
  expect(answer.status).toBe(200);
  return answer.json();
}

const ids = ({ data }: List) => data.map((each) => each.id);
/** Ids of the further releases, by their number. */
const releases = (...numbers: number[]) => numbers.map((n) => (n === 0 ? uuid(1) : uuid(1000 + n)));

/** Every page from an address on, in the order in which its links lead. */
async function walk(address: string, rel: "next" | "prev"): Promise<string[][]> {
  const pages: string[][] = [];
  for (let next: string | undefined = address; next; ) {
    const page: List = await list(next);
    pages.push(ids(page));
    next = page.links[rel];
  }
  return pages;
}

describe("a list", () => {
  test("tells its address, how many items it holds and where the next page is", async () => {
    const { href, count, links, data } = await list("/api/v1/releases?limit=2");
    expect({ href, count, ids: data.map((each) => each.id) }).toEqual({
      href: `${SITE}/api/v1/releases?language=en&limit=2`,
      count: 2,
      ids: releases(5, 4),
    });
    expect(Object.keys(links)).toEqual(["self", "next"]);
    expect(links.next).toMatch(
      /^https:\/\/newsroom\.example\/api\/v1\/releases\?language=en&cursor=[\w-]+&limit=2$/,
    );
  });

  test("is read whole by following next, newest first, and back by following prev", async () => {
    const pages = [releases(5, 4), releases(3, 2), releases(1, 0)];
    expect(await walk("/api/v1/releases?limit=2", "next")).toEqual(pages);
    const third = await lastPage("/api/v1/releases?limit=2");
    expect(await walk(third, "prev")).toEqual([...pages].reverse());
  });

  test("names the same pages in its Link header", async () => {
    const first = await list("/api/v1/releases?limit=2");
    const second = await newsroom.ask((first.links.next ?? "").replace(SITE, ""), LATER);
    const { links }: List = await second.json();
    expect(second.headers.get("Link")).toBe(`<${links.next}>; rel="next", <${links.prev}>; rel="prev"`);
  });

  test("holds only what is public at the time of the request", async () => {
    expect(ids(await list("/api/v1/releases", "2020-07-30T07:59:59Z"))).toEqual([]);
    expect(ids(await list("/api/v1/releases", RELEASED))).toEqual(releases(0));
    expect(ids(await list("/api/v1/releases", "2020-07-30T08:01:00Z"))).toEqual(releases(1, 0));
  });

  test("may be kept by the edge until just before the next lift, and not at all in the last seconds", async () => {
    const kept = async (at: string) =>
      (await newsroom.ask("/api/v1/releases", at)).headers.get("Cache-Control");
    expect(await kept("2020-07-30T08:00:30Z")).toMatch(/^public, max-age=0, s-maxage=2\d$/);
    expect(await kept("2020-07-30T08:00:58Z")).toBe("no-store");
    expect(await kept(LATER)).toBe("public, max-age=0, s-maxage=60");
  });

  test("of a topic holds the releases on it", async () => {
    const { data } = await list("/api/v1/releases?topic=counter-trafficking&limit=1");
    expect(data).toHaveLength(1);
  });

  test("answers 304 to a validator it gave out, alone by either of them", async () => {
    const { headers } = await newsroom.ask("/api/v1/kits", LATER);
    for (const [name, value] of [
      ["If-None-Match", headers.get("ETag")],
      ["If-Modified-Since", headers.get("Last-Modified")],
    ] as const) {
      const again = await newsroom.ask("/api/v1/kits", LATER, { headers: { [name]: value ?? "" } });
      expect([again.status, await again.text()]).toEqual([304, ""]);
      expect(again.headers.get("Access-Control-Allow-Origin")).toBe("*");
    }
  });
});

async function lastPage(address: string): Promise<string> {
  const { links } = await list(address);
  return links.next ? lastPage(links.next) : links.self;
}

describe("what changed since a time", () => {
  test("is told oldest change first, so that a client walks forward", async () => {
    const since = "/api/v1/releases?updatedSince=2020-07-30T08:02:00Z&limit=2";
    // the first release comes last, since it was corrected in August
    expect(await walk(since, "next")).toEqual([releases(2, 3), releases(4, 5), releases(0)]);
  });

  test("includes what changed at that very second, and understands an offset whose plus became a space", async () => {
    expect(ids(await list("/api/v1/kits?updatedSince=2020-07-30T08:00:00Z"))).toEqual([uuid(4)]);
    expect(ids(await list("/api/v1/kits?updatedSince=2020-07-30T14:00:00+06:00"))).toEqual([uuid(4)]);
    expect(ids(await list("/api/v1/kits?updatedSince=2020-07-30T14:00:01%2B06:00"))).toEqual([]);
  });

  test("is dated by what left the page: a removal, or a change that moved an item to the end", async () => {
    const moved = "2020-08-20T10:00:00Z";
    const removed = "2020-09-01T09:00:00Z";
    const modified = async (...items: StoredItem[]) => {
      const other = await askedNewsroom([...smallNewsroom(FURTHER), ...items]);
      const answer = await other.ask("/api/v1/releases?updatedSince=2020-07-30T08:02:00Z&limit=1", LATER);
      return answer.headers.get("Last-Modified");
    };
    const again = storedPublication(furtherRelease(9, { updated: moved }));
    const state = { kind: "list-state", removedAt: removed, years: [] };
    expect(await modified(...again)).toBe("Thu, 20 Aug 2020 10:00:00 GMT");
    expect(await modified(...again, stored(listStateKey("en", "changes:releases"), state))).toBe(
      "Tue, 01 Sep 2020 09:00:00 GMT",
    );
  });
});

describe("events", () => {
  test("are upcoming until they end, and past from then on", async () => {
    const of = async (when: string, at: string) => ids(await list(`/api/v1/events?when=${when}`, at));
    const end = eventDocument().end;
    expect(await of("upcoming", "2027-07-30T07:59:59Z")).toEqual([uuid(2)]);
    expect(await of("upcoming", end)).toEqual([]);
    expect(await of("past", "2027-07-30T07:59:59Z")).toEqual([uuid(3)]);
    expect(await of("past", end)).toEqual([uuid(2), uuid(3)]);
    expect(ids(await list("/api/v1/events", LATER))).toEqual([uuid(2), uuid(3)]);
  });

  test("that end move Last-Modified of both lists to their end", async () => {
    const modified = async (when: string, at: string) =>
      (await newsroom.ask(`/api/v1/events?when=${when}`, at)).headers.get("Last-Modified");
    const ended = "Fri, 30 Jul 2027 08:00:00 GMT";
    expect(await modified("upcoming", "2027-07-30T07:59:59Z")).not.toBe(ended);
    expect(await modified("upcoming", "2027-07-30T08:00:01Z")).toBe(ended);
    expect(await modified("past", "2027-07-30T08:00:01Z")).toBe(ended);
  });

  test("that are embargoed betray themselves neither by a short page nor by a link", async () => {
    const hidden = [1, 2, 3].map((n) =>
      storedPublication(
        eventDocument("en", {
          id: uuid(500 + n),
          path: `/en/events/hidden-${n}`,
          publishAt: "2027-01-01T00:00:00Z",
          end: `2026-12-0${n}T00:00:00Z`,
        }),
      ),
    );
    const other = await askedNewsroom([...smallNewsroom(), ...hidden.flat()]);
    for (const query of ["?limit=1", "?limit=2", "?when=upcoming", "?when=upcoming&limit=1"]) {
      const seen = await (await other.ask(`/api/v1/events${query}`, LATER)).text();
      expect(seen).toBe(await (await newsroom.ask(`/api/v1/events${query}`, LATER)).text());
    }
  });
});

describe("a query", () => {
  const refusal = async (query: string) => {
    const answer = await newsroom.ask(`/api/v1/releases?${query}`, LATER);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    const { status, code, title, detail, field, allowed } = await answer.json();
    return { status, code, title, detail, field, allowed };
  };

  test("with an unknown parameter is refused with the names of the valid ones", async () => {
    expect(await refusal("lang=ru")).toEqual({
      status: 400,
      code: "query-invalid",
      title: 'There is no parameter "lang" here.',
      detail: "Use language, updatedSince, limit, cursor or topic.",
      field: "lang",
      allowed: ["language", "updatedSince", "limit", "cursor", "topic"],
    });
  });

  test("with an invalid value is refused with what is valid", async () => {
    expect(await refusal("language=de")).toMatchObject({
      title: 'language cannot be "de".',
      detail: "Use en, ru or kk.",
      allowed: ["en", "ru", "kk"],
    });
    expect(await refusal("limit=101")).toMatchObject({ detail: "Use a whole number from 1 to 100." });
    expect(await refusal("topic=nothing")).toMatchObject({
      field: "topic",
      allowed: ["counter-trafficking", "protection", "awareness"],
    });
    expect(await refusal("updatedSince=yesterday")).toMatchObject({ field: "updatedSince" });
    expect(await refusal("limit=1&limit=2")).toMatchObject({ title: "limit is given twice." });
  });

  test("cannot ask for a topic and for changes at once", async () => {
    expect(await refusal("updatedSince=2020-01-01T00:00:00Z&topic=counter-trafficking")).toMatchObject({
      field: "topic",
      title: "updatedSince and topic exclude each other.",
    });
  });

  test("with a cursor that was altered, or taken from another list, is refused", async () => {
    const { links } = await list("/api/v1/releases?limit=2");
    const cursor = new URL(links.next ?? "").searchParams.get("cursor") ?? "";
    for (let n = 0; n < cursor.length; n++) {
      const other = cursor[n] === "A" ? "B" : "A";
      const altered = cursor.slice(0, n) + other + cursor.slice(n + 1);
      const answer = await newsroom.ask(`/api/v1/releases?cursor=${altered}`, LATER);
      expect(answer.status).toBe(400);
    }
    expect((await newsroom.ask(`/api/v1/releases?language=ru&cursor=${cursor}`, LATER)).status).toBe(400);
    expect((await newsroom.ask(`/api/v1/kits?cursor=${cursor}`, LATER)).status).toBe(400);
  });
});

test("a list costs one unit for every 8 KB of entries and three more, however long the archive", async () => {
  const long = await askedNewsroom([
    ...smallNewsroom(),
    ...Array.from({ length: 300 }, (_, n) => storedPublication(furtherRelease(n + 1))).flat(),
  ]);
  for (const path of ["/api/v1/releases", "/api/v1/releases?updatedSince=2020-07-30T08:00:00Z"]) {
    newsroom.consumed();
    const few = await newsroom.ask(path, LATER);
    const bytes = (await few.text()).length;
    expect(newsroom.consumed()).toBeLessThanOrEqual(Math.ceil(bytes / 8192) + 3);
    const many = await long.ask(path, LATER);
    expect(long.consumed()).toBeLessThanOrEqual(Math.ceil((await many.text()).length / 8192) + 3);
  }
});
