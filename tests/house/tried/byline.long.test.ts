import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copiedSources, runIn, type Typed, typeInto } from "../../worlds/sources/copied-sources.ts";

/** What `docs/how-to-add.md` says of a field of a release, for one that says who wrote it. */
const BYLINE: readonly Typed[] = [
  {
    file: "functions/domain/content/release-source.ts",
    before: '  notes: v.optional(v.pipe(Text, v.description("Notes to editors, in Markdown."))),',
    line: '  byline: v.optional(v.pipe(Text, v.maxLength(160), v.description("Who wrote it."))),',
  },
  {
    file: "functions/domain/documents/release.ts",
    before: "  /** Notes to editors as safe HTML. */",
    line: "  byline: v.optional(v.string()),",
  },
  {
    file: "functions/workflows/content/compile/compile-release.ts",
    after: "    city: words.city,",
    line: "    ...(words.byline !== undefined && { byline: words.byline }),",
  },
  {
    file: "functions/rendering/outline/release-outline.ts",
    after: '    { kind: "stand-first", text: summary },',
    line: '    document.byline === undefined ? undefined : { kind: "line", text: document.byline },',
  },
  {
    file: "functions/domain/api/publication-resources.ts",
    before:
      '  people: v.pipe(\n    v.array(v.object({ name: v.string(), rel: v.literal("speaker") })),\n    v.description("Whose words it carries."),',
    line: '  byline: v.optional(text("Who wrote it.")),',
  },
  {
    file: "functions/rendering/api/release-resource.ts",
    after: "    located: document.city,",
    line: "    ...(document.byline !== undefined && { byline: document.byline }),",
  },
];

/** A test of the copy: content with a byline compiles into a document that has it. */
const COMPILED = `
import { expect, test } from "vitest";
import { bodyAt, compiled } from "../worlds/content/compiled.ts";
import { contentFolder } from "../worlds/content/content.ts";
import { readFileSync } from "node:fs";

test("a byline that is typed is compiled", async () => {
  const file = "releases/first/en.md";
  const words = readFileSync(\`\${await contentFolder()}/\${file}\`, "utf8");
  const unit = await compiled("releases/first", { [file]: words.replace("---\\n", "---\\nbyline: Aigul Serik\\n") });
  const [path = ""] = unit.documents.map(({ path }) => path);
  expect(bodyAt(unit, path)).toMatchObject({ byline: "Aigul Serik" });
});
`;

test("a byline costs six files, and no form of a release is without it", () => {
  const folder = copiedSources();
  for (const typed of BYLINE) typeInto(folder, typed);
  writeFileSync(join(folder, "tests/house/byline-compiled.test.ts"), COMPILED);
  expect(new Set(BYLINE.map(({ file }) => file)).size).toBe(6);
  expect(runIn(folder, "tsc")).toEqual({ ok: true, said: "" });
  const tried = ["tests/house/every-text.test.ts", "tests/house/byline-compiled.test.ts"];
  const { ok, said } = runIn(folder, "vitest", "run", ...tried);
  expect(ok, said).toBe(true);
});

test.each(["functions/rendering/outline/release-outline.ts", "functions/rendering/api/release-resource.ts"])(
  "a byline that is forgotten in %s is missed",
  (forgotten) => {
    const folder = copiedSources();
    for (const typed of BYLINE) if (typed.file !== forgotten) typeInto(folder, typed);
    const { ok, said } = runIn(folder, "vitest", "run", "tests/house/every-text.test.ts");
    expect(ok).toBe(false);
    expect(said).toContain('"byline"');
  },
);

test("docs/how-to-add.md names the files of a byline, and no more", () => {
  const page = readFileSync("docs/how-to-add.md", "utf8");
  const [, section = ""] = /## A field of a release\n([\s\S]*?)\n## /.exec(page) ?? [];
  const steps = section.split("\n").filter((line) => /^\d+\. /.test(line) && line.includes("`functions/"));
  const named = steps.flatMap((line) =>
    [...line.matchAll(/`(functions\/[^`]+\.tsx?)`/g)].map(([, file]) => file),
  );
  expect(named.slice(0, 6).sort()).toEqual(BYLINE.map(({ file }) => file).sort());
});
