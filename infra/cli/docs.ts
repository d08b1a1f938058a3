import { runCommand } from "./console/command.ts";

await runCommand({
  name: "npm run docs",
  summary:
    "Makes what is written from schemas anew: the tables of docs/authoring.md, and the API's OpenAPI document.",
  options: {},
  async run() {
    const { writeDocs } = await import("./operating/docs-work.ts");
    writeDocs();
    return 0;
  },
});
