import { createHash } from "node:crypto";
import * as v from "valibot";
import { afterEach, expect, test, vi } from "vitest";
import { uncountedLine } from "../../functions/domain/downloads/uncounted.ts";
import { withoutNames } from "../../functions/domain/logged-text.ts";
import { logFault, loggable } from "../../functions/http/answers/fault.ts";
import { downloadsApp } from "../../functions/http/apps/downloads-app.ts";
import { readApp } from "../../functions/http/apps/read-app.ts";
import { failing } from "../../functions/lambda/runtime/failing.ts";
import { failureLine } from "../../functions/lambda/runtime/failure-line.ts";
import { storedValue } from "../../functions/storage/dynamodb/stored-value.ts";
import type { NewsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { logLine } from "../../functions/workflows/announce/metrics.ts";

const NOW = "2026-03-01T10:00:00Z";
const CIRCUMSTANCES = { stage: "prod", now: NOW };
const SLUG = "aigerim-omarova";

/** Texts of errors of ours that name what somebody named. */
const NAMING = [
  `The parts of /en/releases/${SLUG} are missing.`,
  `The item downloads#2026-03-01#0 ${SLUG}#${SLUG}.jpg#original#reader is no JSON.`,
  `The item turnings ${NOW}#release/5f0c7a52-4a37-4f1c-9a51-0d6f1c5c7a11#/kk/releases/${SLUG} is no JSON.`,
  `The key media/1-2/${"a".repeat(64)}/${SLUG}.jpg names no bytes.`,
  `https://news.example.org/en/topics/${SLUG}/feed.atom cannot be told: /downloads/${SLUG}/${SLUG}.zip`,
];

/** The error that reading an item with this key and a body that is none throws. */
function unreadable(pk: string): Error {
  try {
    storedValue(v.string(), "{", { pk, sk: "document" });
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("It could be read.");
}

/** A newsroom of which nothing can be read. */
const failingReader: NewsroomReader = new Proxy(Object.create(null), {
  get: () => async (key: unknown) => {
    throw unreadable(`/en/releases/${SLUG} ${JSON.stringify(key)}`);
  },
});

afterEach(() => {
  vi.restoreAllMocks();
});

const hashOf = (name: string) => `~${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;

test.each(NAMING)("of an address or a key the log gets everything but the names: %s", (text) => {
  expect(withoutNames(text)).toBe(text.replace(/aigerim-omarova(\.jpg|\.zip)?/g, hashOf));
  expect(withoutNames(text)).not.toBe(text);
});

test.each([
  "arn:aws:dynamodb:eu-central-1:123456789012:table/Newsroom-prod is not authorized",
  "at file:///var/task/read.js:10:12",
  "The table does not answer, 3/4 of the time.",
])("what names nothing of the newsroom is logged as it is: %s", (text) => {
  expect(withoutNames(text)).toBe(text);
});

test("the same name is the same in every line, so that faults of one address are found together", () => {
  const [first, second] = [`/en/releases/${SLUG}`, `/ru/releases/${SLUG}`].map(withoutNames);
  expect(first?.slice(3)).toBe(second?.slice(3));
  expect(first).toMatch(/^\/en\/releases\/~[0-9a-f]{8}$/);
});

test("no function that logs writes a slug", async () => {
  const lines: string[] = [];
  vi.spyOn(console, "error").mockImplementation((line) => void lines.push(String(line)));
  const errors = [...NAMING.map((text) => new Error(text)), unreadable(`/en/releases/${SLUG}`)];
  for (const error of errors) {
    logFault(error);
    lines.push(failureLine("housekeeping-failed", error, NOW), uncountedLine(error, CIRCUMSTANCES));
    const thrown = await failing(() => Promise.reject(error))().catch((failure: unknown) => failure);
    if (!(thrown instanceof Error)) throw new Error("Nothing was thrown.");
    lines.push(`${thrown.stack} ${thrown.message} ${JSON.stringify(loggable(thrown))}`);
  }
  const hub = { kind: "hub", hub: "https://hub.example.org/", told: 0, waiting: 0 } as const;
  lines.push(
    logLine({ ...hub, givenUp: [`https://news.example.org/en/topics/${SLUG}/feed.rss`] }, CIRCUMSTANCES),
  );
  const clock = () => new Date(NOW);
  const reading = { reader: failingReader, clock, preview: false };
  const downloads = downloadsApp({ ...reading, count: async () => {}, uncounted: () => {} });
  const read = readApp(reading);
  for (const path of [
    `/en/releases/${SLUG}`,
    `/en/${SLUG}`,
    `/en/releases/${SLUG}.md`,
    `/en/topics/${SLUG}`,
    `/api/v1/releases?topic=${SLUG}`,
  ])
    expect((await read.request(path)).status).toBe(500);
  expect((await downloads.request(`/downloads/${SLUG}/${SLUG}.jpg`)).status).toBe(500);

  expect(lines.length).toBeGreaterThan(errors.length * 4 + 6);
  expect(lines.filter((line) => /omarova/i.test(line))).toEqual([]);
  expect(lines.filter((line) => line.includes('"route":"/'))).toHaveLength(6);
});
