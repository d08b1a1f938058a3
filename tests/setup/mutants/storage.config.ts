import { mutantTests } from "./mutant-tests.ts";

/** Rules of the stores are held by tests of the stores, on real tables; whole workflows take seconds each. */
export default mutantTests(
  ["pure", "table"],
  ["tests/{announce,domain,http,journeys,rendering,workflows}/**"],
);
