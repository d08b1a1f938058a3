import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stackTemplate, synthesised } from "../../worlds/aws/stack.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";

const STAGE = { stage: "prod", mailReplies: "calendar@replies.example.org" };

/** The CDK application as `cdk synth` runs it, offline and without an account, with every function's own bundle. */
test("cdk-nag and CDK's own rules find nothing in the whole application that is not explained", () => {
  const folder = temporaryFolder();
  const settings = { ...JSON.parse(readFileSync("cdk.json", "utf8")).context, ...STAGE };
  const { stderr } = spawnSync(process.execPath, ["--import", "tsx", "infra/aws/app.ts"], {
    encoding: "utf8",
    env: { ...process.env, CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify(settings) },
  });
  expect(stderr).not.toContain("Error");
  const report = JSON.parse(readFileSync(join(folder, "validation-report.json"), "utf8"));
  const conclusions = report.pluginReports.map((plugin: { conclusion: string }) => plugin.conclusion);
  expect(conclusions.length).toBeGreaterThan(0);
  expect(conclusions).not.toContain("failure");
});

test("synthesising a stage twice gives the same template", () => {
  expect(synthesised(STAGE).toJSON()).toEqual(stackTemplate(STAGE).toJSON());
});
