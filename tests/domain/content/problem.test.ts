import { expect, test } from "vitest";
import { inOrder, Problems } from "../../../functions/domain/content/problem.ts";

const finding = (problem: string) => ({ problem, expected: "something else" });
const place = (line: number, problem = `a mark ${line}`) => ({
  spot: { file: "en.md", line },
  finding: finding(problem),
});
const shown = (problems: Problems) => inOrder(problems.all).map(({ line, message }) => `${line}: ${message}`);

test("three problems of one kind are three lines, and four are one with their number", () => {
  const few = new Problems();
  few.alike("error", [place(1), place(2), place(3)]);
  expect(shown(few)).toHaveLength(3);
  const many = new Problems();
  many.alike("error", [place(1), place(2), place(3), place(9)]);
  expect(shown(many)).toEqual([
    "1: a mark 1, and 3 more like it, the last on line 9; expected something else",
  ]);
});

test("many problems of the same words are one line, in each file", () => {
  const problems = new Problems();
  for (const line of [5, 3, 8, 2]) problems.error({ file: "a.md", line }, finding("a tab"));
  for (const line of [5, 3]) problems.error({ file: "b.md", line }, finding("a tab"));
  problems.warning({ file: "a.md", line: 4 }, finding("a tab"));
  expect(shown(problems)).toEqual([
    "2: a tab; expected something else, and 3 more like it, the last on line 8",
    "4: a tab; expected something else",
    "3: a tab; expected something else",
    "5: a tab; expected something else",
  ]);
});
