import { defineConfig, type ViteUserConfig } from "vitest/config";
import { TEST_KINDS, testProject } from "../test-projects.ts";

/** Tests that no mutant is shown to: they read sources, documents and stored tables, or take seconds over files. */
const LEFT_OUT = [
  "tests/{house,infra,frozen,lambda}/**",
  "tests/http/bounded/**",
  "tests/rendering/pages/valid-html.test.ts",
  "tests/workflows/{archive,media,redact}/**",
];

/**
 * The tests that look for mutants.
 * @param kinds of tests, as `test-projects.ts` names them
 * @param leftOut of these kinds, besides
 */
export function mutantTests(
  kinds: readonly (typeof TEST_KINDS)[number]["name"][],
  leftOut: readonly string[] = [],
): ViteUserConfig {
  const projects = TEST_KINDS.filter(({ name }) => kinds.includes(name)).map(testProject);
  return defineConfig({
    root: process.cwd(), // the copy in which the mutants are
    test: {
      projects: projects.map((project) => ({
        ...project,
        test: { ...project.test, exclude: [...(project.test?.exclude ?? []), ...LEFT_OUT, ...leftOut] },
      })),
      isolate: false,
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  });
}
