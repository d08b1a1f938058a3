import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  readonly license?: string;
}

const NOTICE = readFileSync("NOTICE", "utf8");
const LOCKED: Readonly<Record<string, Locked>> = JSON.parse(
  readFileSync("package-lock.json", "utf8"),
).packages;
const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync("package.json", "utf8"));
const DIRECT = Object.keys({ ...dependencies, ...devDependencies });

/** Licences that ask for no more than their text and the authors' names. */
const PERMISSIVE: readonly string[] = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
];

/** Whether an SPDX expression leaves a choice in which every licence is permissive; brackets only go around all. */
function isPermissive(licence = "none"): boolean {
  return licence
    .replace(/^\((.*)\)$/, "$1")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((each) => PERMISSIVE.includes(each)));
}

/** Packages that NOTICE names; a name may end in `*`. */
const NAMED = [...NOTICE.matchAll(/(?<![\w@/.-])@?[a-z][\w.-]*(?:\/[\w.-]+)?\*?/g)].map(([name]) => name);
const isNamed = (name: string): boolean =>
  NAMED.some((named) => (named.endsWith("*") ? name.startsWith(named.slice(0, -1)) : named === name));

const nameOf = (path: string) => path.split("node_modules/").at(-1) ?? path;

test("every package of package.json whose licence is not permissive is named in NOTICE", () => {
  const strict = DIRECT.filter((name) => !isPermissive(LOCKED[`node_modules/${name}`]?.license));
  expect(strict.length).toBeGreaterThan(0);
  expect(strict.filter((name) => !isNamed(name))).toEqual([]);
});

test("every package that those need, on any system, is permissive or named in NOTICE", () => {
  const strict = Object.entries(LOCKED).filter(
    ([path, { license }]) => path !== "" && !isPermissive(license),
  );
  expect(strict.map(([path]) => nameOf(path)).filter((name) => !isNamed(name))).toEqual([]);
});

test("NOTICE names no package with a licence of its own that is not used any more", () => {
  const own = /PACKAGES WHOSE OWN LICENCE ASKS MORE[\s\S]*?\n\n\n/.exec(NOTICE)?.[0] ?? "";
  const names = [...own.matchAll(/^ {2}(\S.*)$/gm)].flatMap(([, line = ""]) =>
    line
      .split(/ {2,}/)[0]
      ?.split(/,\s*/)
      .filter((name) => name !== ""),
  );
  const used = Object.keys(LOCKED).map(nameOf);
  expect(names.length).toBeGreaterThan(5);
  expect(
    names.filter(
      (name = "") =>
        !used.some((each) => each === name || (name.endsWith("*") && each.startsWith(name.slice(0, -1)))),
    ),
  ).toEqual([]);
});

test("NOTICE tells where recordings and records of tests come from, folder by folder", () => {
  const folders = globSync("tests/fixtures/*");
  expect(folders.length).toBeGreaterThan(0);
  expect(folders.filter((folder) => !NOTICE.includes(`(${folder})`))).toEqual([]);
});

test("programs with terms of their own are where NOTICE says that they come from", () => {
  for (const file of [
    "amplify-dynamodb-simulator/emulator/LICENSE.txt",
    "@expo-google-fonts/noto-sans/LICENSE_FONT",
    "exiftool-vendored.pl/LICENSE",
  ]) {
    expect(isNamed(/^(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? "")).toBe(true);
    expect(existsSync(`node_modules/${file}`), file).toBe(true);
  }
});

test("a choice of licences is as permissive as its best, several at once as their worst", () => {
  expect(["(MIT OR GPL-3.0-or-later)", "MIT OR Apache-2.0", "MIT AND ISC"].filter(isPermissive)).toHaveLength(
    3,
  );
  expect(["MIT AND OFL-1.1", "MPL-2.0", "SEE LICENSE IN LICENSE.txt", ""].filter(isPermissive)).toEqual([]);
  expect(isPermissive(undefined)).toBe(false);
});
