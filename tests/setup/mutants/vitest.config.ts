import { defineConfig } from "vitest/config";
import { TEST_KINDS, testProject } from "../test-projects.ts";

/** Of what tests read besides modules: a mutant changes no document, and no file of the sources. */
const READING_SOURCES = ["tests/house/**", "tests/infra/**", "tests/frozen/**", "tests/lambda/**"];

/** Kinds of tests that look for mutants, as `MUTANTS` names them. */
const kinds = (process.env.MUTANTS ?? "pure").split(",");

export default defineConfig({
  root: process.cwd(),
  test: {
    projects: TEST_KINDS.filter(({ name }) => kinds.includes(name)).map((kind) => {
      const project = testProject(kind);
      return { ...project, test: { ...project.test, exclude: [...(project.test?.exclude ?? []), ...READING_SOURCES] } };
    }),
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
