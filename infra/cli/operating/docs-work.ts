import { readFileSync, writeFileSync } from "node:fs";
import { say } from "../console/say.ts";
import { withFieldTables } from "./field-tables.ts";
import { OPENAPI_FILE, openApiModule } from "./openapi-file.ts";

const PAGE = new URL("../../../docs/authoring.md", import.meta.url);

/** Makes both files anew from the schemas, and prints which of them changed. */
export function writeDocs(): void {
  bringUpToDate("docs/authoring.md", PAGE, withFieldTables);
  bringUpToDate("The OpenAPI document", OPENAPI_FILE, openApiModule);
}

function bringUpToDate(name: string, file: URL, make: (before: string) => string): void {
  const before = readFileSync(file, "utf8");
  const after = make(before);
  if (after !== before) writeFileSync(file, after);
  say(`${name} ${after === before ? "is up to date" : "was written"}.`);
}
