import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleFunction } from "../../../infra/aws/bundle.ts";
import { stackTemplate, synthesised } from "../../worlds/stack.ts";

const STAGE = { stage: "prod", mailReplies: "calendar@replies.example.org" };
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-synth-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the CDK application as `cdk synth` does, offline and without an account. */
function synthesise() {
  const settings = {
    ...JSON.parse(readFileSync("cdk.json", "utf8")).context,
    "@aws-cdk/core:validateAgainstDefaultRules": false, // cdk-nag is asked here; deploying asks both
    ...STAGE,
  };
  return spawnSync(process.execPath, ["--import", "tsx", "infra/aws/app.ts"], {
    encoding: "utf8",
    env: { ...process.env, CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify(settings) },
  });
}

test("cdk-nag finds nothing that is not explained", () => {
  expect(synthesise().stderr).not.toContain("Error");
  const report = JSON.parse(readFileSync(join(folder, "validation-report.json"), "utf8"));
  const conclusions = report.pluginReports.map((plugin: { conclusion: string }) => plugin.conclusion);
  expect(conclusions.length).toBeGreaterThan(0);
  expect(conclusions).not.toContain("failure");
});

test("synthesising a stage twice gives the same template", () => {
  expect(synthesised(STAGE).toJSON()).toEqual(stackTemplate(STAGE).toJSON());
});

test("bundling a function twice gives the same bytes", async () => {
  const bytes = [];
  for (const time of ["first", "second"]) {
    await bundleFunction("download", join(folder, time));
    bytes.push(readFileSync(join(folder, time, "index.js")));
  }
  expect(bytes[1]).toEqual(bytes[0]);
});
