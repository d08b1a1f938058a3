import { BaseSequencer, type TestSpecification } from "vitest/node";
import { OTHER_KINDS, TEST_KINDS } from "./test-projects.ts";

const ORDER: readonly string[] = [...TEST_KINDS, ...OTHER_KINDS].map(({ name }) => name);

/** Projects in the order of their table; within each, the files that took longest the last time first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => ORDER.indexOf(a.project.name) - ORDER.indexOf(b.project.name));
  }
}
