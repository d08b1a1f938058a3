import { readFileSync, writeFileSync } from "node:fs";
import { runCommand } from "./command.ts";
import { withFieldTables } from "./field-tables.ts";
import { OPENAPI_FILE, openApiModule } from "./openapi-file.ts";

const PAGE = new URL("../../docs/authoring.md", import.meta.url);

await runCommand({
  name: "npm run docs",
  summary:
    "Makes what is written from schemas anew: the tables of docs/authoring.md, and the API's OpenAPI document.",
  options: {},
  async run() {
    bringUpToDate("docs/authoring.md", PAGE, withFieldTables);
    bringUpToDate("The OpenAPI document", OPENAPI_FILE, openApiModule);
    return 0;
  },
});

function bringUpToDate(name: string, file: URL, make: (before: string) => string): void {
  const before = readFileSync(file, "utf8");
  const after = make(before);
  if (after !== before) writeFileSync(file, after);
  process.stdout.write(`${name} ${after === before ? "is up to date" : "was written"}.\n`);
}
