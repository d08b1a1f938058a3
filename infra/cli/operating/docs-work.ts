import { readFileSync, writeFileSync } from "node:fs";
import { say } from "../console/say.ts";
import { withFieldTables } from "./field-tables.ts";

const PAGE = new URL("../../../docs/authoring.md", import.meta.url);

/** Makes the tables of the authoring reference anew from the schemas, and prints whether they changed. */
export function writeDocs(): void {
  const before = readFileSync(PAGE, "utf8");
  const after = withFieldTables(before);
  if (after !== before) writeFileSync(PAGE, after);
  say(`docs/authoring.md ${after === before ? "is up to date" : "was written"}.`);
}
