import { runCommand } from "./console/command.ts";

await runCommand({
  name: "npm run docs",
  summary: "Makes the tables of docs/authoring.md anew from the schemas.",
  options: {},
  async run() {
    const { writeDocs } = await import("./operating/docs-work.ts");
    writeDocs();
    return 0;
  },
});
