import { sampleFiles } from "../content/sample-files.ts";
import { type Workplace, workplace } from "./started-newsroom.ts";

/** A workplace in which the files of the sample content have been made: by the test run, once for all tests. */
export const freshWorkplace = (): Workplace => workplace(sampleFiles());
