import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourceFiles } from "../worlds/sources/source-files.ts";

/** What asks the runtime how a language writes or sorts. Upper and lower case do not: Unicode fixes them. */
const OF_THE_RUNTIME = /\bIntl\.|\.toLocale(?:Date|Time)?String\b|\.localeCompare\b/;

/**
 * What is compiled, stored or named by a hash has the same bytes on every machine, so no file of the product asks the
 * runtime, but for its database of time zones, without which no instant has a clock (temporal-polyfill asks it, too;
 * its version is part of the compiler's).
 */
const MAY = {
  "functions/domain/content/fields.ts": "asks whether the database has a zone",
  "functions/lambda/read.ts": "loads the database while Lambda starts",
  "functions/rendering/format/dates.ts": "takes offsets from the database",
  "functions/rendering/format/place-names.ts":
    "names countries on pages and in the API, which are not stored; the names would not fit into the read function",
};

test("no file of the product asks the runtime how a language writes, but for what is named here", () => {
  const asking = sourceFiles("functions").filter((file) => OF_THE_RUNTIME.test(readFileSync(file, "utf8")));
  expect(asking.toSorted()).toEqual(Object.keys(MAY).toSorted());
});

test("what asks the database of zones asks for nothing else", () => {
  const asked = Object.keys(MAY)
    .filter((file) => !file.endsWith("place-names.ts"))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/Intl\.\w+/g)].map(([name]) => name));
  expect(new Set(asked)).toEqual(new Set(["Intl.DateTimeFormat"]));
});

test("nothing that is compiled, packed or written into a file names a country from the runtime", () => {
  const users = sourceFiles("functions").filter((file) =>
    readFileSync(file, "utf8").includes("format/place-names.ts"),
  );
  expect(users).toContain("functions/rendering/pages/kit/asset-facts.tsx");
  expect(users.filter((file) => /^functions\/(?:workflows|rendering\/archive)\//.test(file))).toEqual([]);
});
