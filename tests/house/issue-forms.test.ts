import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json" with { type: "json" };

const FOLDER = ".github/ISSUE_TEMPLATE";
const FORMS = globSync(`${FOLDER}/*.yml`).filter((file) => basename(file) !== "config.yml");

// GitHub's schemas: docs.github.com, "Syntax for GitHub's form schema" and "Syntax for issue forms".
const Text = v.pipe(v.string(), v.trim(), v.minLength(1));
const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/));
const Required = v.optional(v.strictObject({ required: v.boolean() }));
const asked = { label: Text, description: v.optional(Text) };
const typed = { ...asked, placeholder: v.optional(Text), value: v.optional(Text) };
const unique = <Of>(of: readonly Of[]) => new Set(of).size === of.length;
const Field = v.variant("type", [
  v.strictObject({ type: v.literal("markdown"), attributes: v.strictObject({ value: Text }) }),
  v.strictObject({
    type: v.literal("input"),
    id: Id,
    attributes: v.strictObject(typed),
    validations: Required,
  }),
  v.strictObject({
    type: v.literal("textarea"),
    id: Id,
    attributes: v.strictObject({ ...typed, render: v.optional(Text) }),
    validations: Required,
  }),
  v.strictObject({
    type: v.literal("dropdown"),
    id: Id,
    attributes: v.strictObject({
      ...asked,
      multiple: v.optional(v.boolean()),
      options: v.pipe(v.array(Text), v.minLength(1), v.check(unique, "options differ")),
      default: v.optional(v.number()),
    }),
    validations: Required,
  }),
  v.strictObject({
    type: v.literal("checkboxes"),
    id: Id,
    attributes: v.strictObject({
      ...asked,
      options: v.pipe(
        v.array(v.strictObject({ label: Text, required: v.optional(v.boolean()) })),
        v.minLength(1),
      ),
    }),
  }),
]);
const Form = v.strictObject({
  name: Text,
  description: Text,
  title: v.optional(Text),
  labels: v.optional(v.array(Text)),
  assignees: v.optional(v.array(Text)),
  body: v.pipe(
    v.array(Field),
    v.check((fields) => fields.some(({ type }) => type !== "markdown"), "asks something"),
    v.check((fields) => unique(idsOf(fields)), "ids differ"),
    v.check((fields) => unique(labelsOf(fields)), "labels differ"),
  ),
});
const Config = v.strictObject({
  blank_issues_enabled: v.boolean(),
  contact_links: v.array(v.strictObject({ name: Text, url: v.pipe(v.string(), v.url()), about: Text })),
});

type Field = v.InferOutput<typeof Field>;
const idsOf = (fields: readonly Field[]) => fields.flatMap((field) => ("id" in field ? [field.id] : []));
const labelsOf = (fields: readonly Field[]) =>
  fields.flatMap(({ attributes }) => ("label" in attributes ? [attributes.label] : []));

/** What is wrong with a value, by its path. */
function problemsOf(schema: v.GenericSchema, value: unknown): string[] {
  const { issues = [] } = v.safeParse(schema, value);
  return issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
}

const read = (file: string): unknown => parse(readFileSync(file, "utf8"));

test.each(FORMS)("%s is a form as GitHub takes it", (file) => {
  expect(problemsOf(Form, read(file))).toEqual([]);
});

test("the issue forms have names of their own, and their chooser is one as GitHub takes it", () => {
  const names = FORMS.map((file) => v.parse(Form, read(file)).name);
  expect(names.length).toBeGreaterThanOrEqual(3);
  expect(unique(names)).toBe(true);
  expect(problemsOf(Config, read(`${FOLDER}/config.yml`))).toEqual([]);
});

test("whoever has found a weakness is led to a private report before they open an issue", () => {
  const report = `${packageJson.bugs.url.replace(/\/issues$/, "")}/security/advisories/new`;
  expect(v.parse(Config, read(`${FOLDER}/config.yml`)).contact_links[0]?.url).toBe(report);
  for (const file of ["SECURITY.md", `${FOLDER}/bug.yml`])
    expect(readFileSync(file, "utf8")).toContain(report);
});

test("a form with two fields of one id, or with a key that GitHub does not know, would be seen", () => {
  const field = { type: "input", id: "a", attributes: { label: "A" } };
  const form = { name: "A", description: "B", body: [field, { ...field, attributes: { label: "B" } }] };
  expect(problemsOf(Form, form)).toEqual(["body: ids differ"]);
  expect(problemsOf(Form, { ...form, body: [{ ...field, require: true }] })).toHaveLength(1);
});
