import { beforeAll, describe, expect, test } from "vitest";
import {
  changesPath,
  eventCalendarPath,
  formPath,
  publicationPath,
} from "../../functions/domain/addresses.ts";
import type { Instant } from "../../functions/domain/instant.ts";
import { changesKey, documentKey, entryKey, formKey } from "../../functions/storage/newsroom/keys.ts";
import { everyChange, tombstone, withdrawal } from "../worlds/content/changes.ts";
import { eventDocument, releaseDocument } from "../worlds/documents/documents.ts";
import { feedEntry } from "../worlds/documents/feed.ts";
import { type ReadingWorld, readingWorld } from "../worlds/reading/reading.ts";
import { stored, storedPublication } from "../worlds/tables/stored.ts";

const NOW: Instant = "2026-11-22T09:00:00Z";
const release = releaseDocument("en", { withdrawn: withdrawal() });
const LIFT: Instant = "2026-12-01T06:00:00Z";
const path = (slug: string) => publicationPath("en", "release", slug);
const SECRET = releaseDocument("en", {
  slug: "secret",
  path: path("secret"),
  publishAt: LIFT,
  updated: LIFT,
});
const QUIET = releaseDocument("en", { slug: "quiet", path: path("quiet") });
const EVENT = eventDocument("en", { withdrawn: withdrawal() });
const [OLD, GONE, MERGED] = [path("old"), path("gone"), path("merged")];
const GONE_EVENT = publicationPath("en", "event", "gone");

const changesOf = (at: string, publishAt: Instant) =>
  stored(changesKey(at), { kind: "changes", path: at, language: "en", changes: everyChange() }, publishAt);
const signpost = (key: { pk: string; sk: string }, kind: "gone" | "redirect", to?: string) =>
  stored(key, { kind, path: key.pk, publishAt: release.publishAt, ...(to && { to }) }, release.publishAt);

let world: ReadingWorld;
beforeAll(async () => {
  world = await readingWorld([
    ...storedPublication(release),
    ...storedPublication(EVENT),
    stored(documentKey(SECRET.path), SECRET, LIFT),
    stored(documentKey(QUIET.path), QUIET, QUIET.publishAt),
    changesOf(release.path, release.publishAt),
    changesOf(SECRET.path, LIFT),
    signpost(documentKey(OLD), "redirect", release.path),
    signpost(documentKey(MERGED), "redirect", EVENT.path),
    signpost(documentKey(GONE), "gone"),
    signpost(formKey(GONE, "md"), "gone"),
    signpost(formKey(GONE, "txt"), "gone"),
    signpost(documentKey(GONE_EVENT), "gone"),
    stored(entryKey("en", "feed", tombstone().leftAt, release.id), tombstone(), tombstone().publishAt),
    stored(entryKey("en", "feed", QUIET.publishAt, QUIET.id), feedEntry(QUIET), QUIET.publishAt),
  ]);
});

const get = (at: string, now = NOW) => world.at(now).request(at);

describe("the changes of a release", () => {
  test("are shown although it was withdrawn, with the release's own mark", async () => {
    const answer = await get(changesPath(release.path));
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain(withdrawal().note);
    expect(html).toContain("<del>");
  });

  test("of one that never changed say so", async () => {
    const answer = await get(changesPath(QUIET.path));
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringContaining("Nothing has changed since this release was published."),
    ]);
  });

  test("appear at the second at which the release does, and are a 404 like any other before", async () => {
    const [hidden, missing, lifted] = await Promise.all([
      get(changesPath(SECRET.path), "2026-12-01T05:59:59Z"),
      get(changesPath(path("nosuch")), "2026-12-01T05:59:59Z"),
      get(changesPath(SECRET.path), LIFT),
    ]);
    expect([hidden.status, await hidden.text()]).toEqual([404, await missing.text()]);
    expect(lifted.status).toBe(200);
  });

  test("follow the release to its new address, and are gone with it", async () => {
    const [old, merged, gone] = await Promise.all([OLD, MERGED, GONE].map((at) => get(changesPath(at))));
    expect([old?.status, old?.headers.get("Location")]).toEqual([301, changesPath(release.path)]);
    expect([merged?.status, merged?.headers.get("Location")]).toEqual([301, EVENT.path]);
    expect(gone?.status).toBe(410);
  });

  test("cost a unit for every 8 KB shown and one beside", async () => {
    world.consumed();
    const html = await (await get(changesPath(release.path))).text();
    expect(world.consumed()).toBeLessThanOrEqual(Math.ceil(html.length / 8192) + 1);
  });
});

test.each([
  formPath(GONE, "md"),
  formPath(GONE, "txt"),
  formPath(GONE, "json"),
  eventCalendarPath(GONE_EVENT),
])("%s is gone with its page", async (at) => {
  const answer = await get(at);
  expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([410, "no-store"]);
});

test("the calendar of a withdrawn event cancels it, newer than what was told before", async () => {
  const text = (await (await get(eventCalendarPath(EVENT.path))).text()).replaceAll("\r\n ", "");
  expect(text).toContain("\r\nSTATUS:CANCELLED\r\n");
  expect(text).toContain("\r\nSEQUENCE:1\r\n");
  expect(text).toContain("\r\nDTSTAMP:20261119T063000Z\r\n");
  expect(text).toMatch(/SUMMARY;LANGUAGE=en:Withdrawn: /);
});

test("a feed tells at the second of leaving that a release was withdrawn, and its validators move", async () => {
  const [before, after] = await Promise.all([
    get("/en/feed.atom", "2026-11-19T06:29:59Z"),
    get("/en/feed.atom", tombstone().leftAt),
  ]);
  expect(await before.text()).not.toContain("deleted-entry ");
  expect(await after.text()).toContain("<at:deleted-entry ");
  expect(before.headers.get("ETag")).not.toBe(after.headers.get("ETag"));
  expect(after.headers.get("Last-Modified")).toBe("Thu, 19 Nov 2026 06:30:00 GMT");
});
