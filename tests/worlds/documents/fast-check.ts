import fc from "fast-check";
import { RUN_SEED } from "./random.ts";

fc.configureGlobal({ seed: RUN_SEED });

/** fast-check, which draws from the seed of this run: that is printed also when a test is stopped and prints none. */
export { fc };
