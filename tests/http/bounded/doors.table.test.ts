import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { superlinear } from "../../worlds/content/growth.ts";
import { hostileTexts } from "../../worlds/documents/hostile-texts.ts";
import { RUN_SEED } from "../../worlds/documents/random.ts";
import { atScale } from "../../worlds/documents/scale.ts";
import {
  type ApplicationName,
  applications,
  HEADERS,
  openingsOf,
  QUERY,
} from "../../worlds/reading/doors.ts";
import { sourceFiles } from "../../worlds/sources/source-files.ts";

const NAMES: readonly ApplicationName[] = ["read", "downloads", "early", "registration"];

/** What all doors have in common would take minutes to be found at each of them. */
const MOST_FOUND = 3;

let all: Awaited<ReturnType<typeof applications>>;
beforeAll(async () => {
  all = await applications();
});

test("every application that answers strangers is among those whose doors are tried", () => {
  const files = readdirSync("functions/http/apps").filter((name) => name.endsWith("-app.ts"));
  expect(files.map((name) => name.replace("-app.ts", "")).sort()).toEqual([...NAMES].sort());
});

test("every header and every parameter that is read by its name is among those that are filled", () => {
  const read = sourceFiles("functions/http").flatMap((file) =>
    Array.from(
      readFileSync(file, "utf8").matchAll(/\.req\.(header|query)\(\s*"([\w-]+)"/g),
      ([, what, name]) => `${what} ${name}`,
    ),
  );
  const filled = [
    ...["Cookie", ...HEADERS].map((name) => `header ${name}`),
    ...QUERY.map((name) => `query ${name}`),
  ];
  expect(read.length).toBeGreaterThan(10);
  expect(read.filter((each) => !filled.includes(each))).toEqual([]);
});

/**
 * Each opening is filled with one of the texts, another in every run and for every route: what reads one header reads
 * it behind many routes. `readers.test.ts` tries all of them at everything that reads.
 */
test.each(NAMES)(
  "what comes in by a door of %s costs twice as much where it is twice as long",
  async (name) => {
    const texts = hostileTexts();
    const every = openingsOf(all[name]);
    expect(every.length).toBeGreaterThan(5);
    const openings = every.filter((_, n) => (n + RUN_SEED) % atScale(3, 1) === 0); // others in the next run
    const found: string[] = [];
    for (const [n, { name: opening, longest, fill }] of openings.entries()) {
      const [shape, filling] = texts[(n + RUN_SEED) % texts.length] ?? ["nothing", () => ""];
      const work = (length: number) => fill(filling(length));
      found.push(...(await superlinear([[`${opening}: ${shape}`, work]], longest)));
      if (found.length >= MOST_FOUND) break;
    }
    expect(found).toEqual([]);
  },
);
