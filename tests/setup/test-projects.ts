import type { TestProjectInlineConfiguration } from "vitest/config";

/** A project of tests: what its files need, and where they stand. A file's name says in which it runs. */
interface TestKind {
  readonly name: string;
  readonly include: readonly string[];
  /** What is started before its first file; nothing for tests that need nothing. */
  readonly setup?: readonly string[];
  /** How much the tests do that can do more or less; see `tests/worlds/documents/scale.ts`. */
  readonly scale?: "long";
}

const DYNAMODB = "tests/setup/dynamodb.ts";
const SAMPLE = "tests/setup/sample-files.ts";

/**
 * In the order in which they run: first what needs no sample files, which are prepared meanwhile; then the longest, so
 * that no worker waits for the others at the end.
 */
export const TEST_KINDS = [
  { name: "table", include: ["tests/**/*.table.test.ts"], setup: [DYNAMODB] },
  { name: "journeys", include: ["tests/journeys/**/*.test.ts"], setup: [DYNAMODB, SAMPLE] },
  { name: "browser", include: ["tests/**/*.browser.test.ts"], setup: [DYNAMODB] },
  { name: "media", include: ["tests/**/*.media.test.ts"], setup: [DYNAMODB, SAMPLE] },
  { name: "aws", include: ["tests/infra/aws/**/*.test.ts"] },
  { name: "pure", include: ["tests/**/*.test.{ts,tsx}"] },
] as const satisfies readonly TestKind[];

/** Files of the kinds above that do more in `npm run test:long`: those that ask `atScale` how much. */
export const LONG_FILES = [
  "tests/http/api/contract.table.test.ts",
  "tests/http/bounded/doors.table.test.ts",
  "tests/http/read-units.media.test.ts",
  "tests/http/registration/registration-neutral.table.test.ts",
  "tests/journeys/registration-browser.test.ts",
  "tests/journeys/registration-crowd.test.ts",
  "tests/rendering/pages/accessible.browser.test.ts",
  "tests/rendering/pages/registration/accessible.browser.test.ts",
  "tests/rendering/pages/registration/telephone.browser.test.ts",
  "tests/storage/network-budget.table.test.ts",
  "tests/workflows/content/inspect/garbage.media.test.ts",
  "tests/workflows/emergency/hide.media.test.ts",
  "tests/workflows/emergency/interrupted.media.test.ts",
  "tests/workflows/emergency/take-down.media.test.ts",
  "tests/workflows/publish/held-units.media.test.ts",
  "tests/workflows/publish/killed-content.media.test.ts",
  "tests/workflows/publish/killed.table.test.ts",
  "tests/workflows/registration/model.table.test.ts",
  "tests/workflows/registration/oversell.table.test.ts",
] as const;

/** Run by commands of their own: `npm run interop` and `npm run test:long`. */
export const OTHER_KINDS = [
  { name: "interop", include: ["tests/**/*.interop.test.ts"], setup: [DYNAMODB] },
  {
    name: "long",
    include: ["tests/**/*.long.test.ts", ...LONG_FILES],
    setup: [DYNAMODB, SAMPLE],
    scale: "long",
  },
] as const satisfies readonly TestKind[];

/** Names by which a file chooses its project, wherever it stands. */
const SUFFIXES = /^tests\/\*\*\/\*\.\w+\.test\.ts$/;
const SUFFIXED: readonly string[] = [...TEST_KINDS, ...OTHER_KINDS]
  .flatMap(({ include }) => include)
  .filter((pattern) => SUFFIXES.test(pattern));

/**
 * A kind as a project of Vitest. Files of one kind share a process, and so the modules that they load: what a file
 * changes for all, it changes back.
 */
export function testProject({ name, include, setup = [], scale }: TestKind): TestProjectInlineConfiguration {
  const others = SUFFIXED.filter((pattern) => !include.includes(pattern));
  const folders = name === "pure" ? ["tests/journeys/**", "tests/infra/aws/**"] : [];
  return {
    extends: true,
    test: {
      name,
      include: [...include],
      exclude: scale ? [] : [...others, ...folders],
      globalSetup: [...setup],
      env: scale ? { DATELINE_SCALE: scale } : {},
    },
  };
}
