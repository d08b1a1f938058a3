import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/setup/longest-first.ts";
import { useOwnTemporaryFolder } from "./tests/setup/own-temporary-folder.ts";
import { useSeed } from "./tests/setup/seed.ts";
import { OTHER_KINDS, TEST_KINDS, testProject } from "./tests/setup/test-projects.ts";

useSeed();
useOwnTemporaryFolder();

export default defineConfig({
  test: {
    projects: [...TEST_KINDS, ...OTHER_KINDS].map(testProject),
    sequence: { sequencer: LongestFirst },
    setupFiles: ["tests/setup/leaves-nothing.ts"],
    isolate: false,
    maxWorkers: 3, // on two cores: while one waits for a program that it started, another works
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
