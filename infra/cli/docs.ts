import { readFileSync, writeFileSync } from "node:fs";
import { runCommand } from "./command.ts";
import { withFieldTables } from "./field-tables.ts";

const PAGE = new URL("../../docs/authoring.md", import.meta.url);

await runCommand({
  name: "npm run docs",
  summary: "Makes the tables of docs/authoring.md anew from the schemas that check content.",
  options: {},
  async run() {
    const before = readFileSync(PAGE, "utf8");
    const after = withFieldTables(before);
    if (after !== before) writeFileSync(PAGE, after);
    process.stdout.write(`docs/authoring.md ${after === before ? "is up to date" : "written"}\n`);
    return 0;
  },
});
