import { expect, it } from "vitest";
import { contentFolder, openFolder } from "../../../worlds/content/content.ts";
import { SMALL_NEWSROOM, writeFile } from "../../../worlds/content/small-newsroom.ts";
import { fc } from "../../../worlds/documents/fast-check.ts";
import { atScale } from "../../../worlds/documents/scale.ts";

const FILES = Object.keys(SMALL_NEWSROOM);

/** Text that YAML and Markdown find hard. */
const hard = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "{",
    "[",
    "]",
    "}",
    ":",
    "- ",
    "---\n",
    "*a",
    "&a",
    "&a [*a]",
    "<<: *a",
    "!!binary x",
    "? [a]: b\n",
    "null",
    "~",
    "\t",
    "|",
    ">",
    "%YAML 1.1\n",
    "0x1f",
    ".nan",
    "-.inf",
    "2020-13-45",
    "99999999999999999999",
    "__proto__: 1\n",
    "constructor: x\n",
    "\u0000",
    "\uFEFF",
    "\r",
    "<script>",
    "![](x)",
    "[](",
    "[a]: b\n",
    "| a |\n|--|\n",
    "```\n",
    "> ".repeat(200),
    "[".repeat(500),
  ),
);

/** A file of the small newsroom with a stretch of it replaced. */
const mutation = fc.record({
  file: fc.constantFrom(...FILES),
  from: fc.nat(400),
  length: fc.nat(60),
  by: fc.array(hard, { maxLength: 3 }).map((parts) => parts.join("")),
});

it("no content, however malformed, makes it throw; what is wrong is told in words", async () => {
  const directory = await contentFolder();
  const compiled = new Set<string>();
  const property = fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
    for (const { file, from, length, by } of mutations) {
      const text = String(SMALL_NEWSROOM[file]);
      writeFile(directory, file, text.slice(0, from) + by + text.slice(from + length));
    }
    const { problems, manifest } = await openFolder(directory);
    for (const problem of problems) {
      expect(problem.line).toBeGreaterThan(0);
      expect(problem.message).toMatch(/^\S[\s\S]*; expected \S/);
      expect(problem.message).not.toContain("[object");
    }
    for (const unit of manifest?.units ?? []) {
      if (!compiled.has(unit.fingerprint)) await unit.compile(); // which would come to the same again
      compiled.add(unit.fingerprint);
    }
    for (const { file } of mutations) writeFile(directory, file, SMALL_NEWSROOM[file] ?? null);
  });
  await fc.assert(property, { numRuns: atScale(80, 600) });
});

it("bytes that are no text, folders in place of files and links that lead nowhere are problems", async () => {
  const directory = await contentFolder();
  const property = fc.asyncProperty(
    fc.constantFrom(...FILES, "share.png", "media-kits/photos/steppe.png"),
    fc.uint8Array({ maxLength: 300 }),
    async (file, bytes) => {
      const before = SMALL_NEWSROOM[file];
      writeFile(directory, file, bytes);
      await openFolder(directory);
      if (before !== undefined) writeFile(directory, file, before);
    },
  );
  await fc.assert(property, { numRuns: 60 });
  writeFile(directory, "releases/first/ru.md", null);
  writeFile(directory, "releases/first/ru.md/x", "a file in a folder of this name");
  const { problems } = await openFolder(directory);
  const errors = problems.filter(({ severity }) => severity === "error").map(({ file }) => file);
  expect(errors).toContainEqual(expect.stringContaining("releases/first/ru.md/x"));
});
