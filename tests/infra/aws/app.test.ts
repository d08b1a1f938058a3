import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";

const OUTPUTS: Record<string, string> = {};

beforeAll(() => {
  for (const run of ["first", "second"])
    OUTPUTS[run] = synthesise({ stage: "prod", mailReplies: "calendar@replies.example.org" }).directory;
}, 180_000); // two whole syntheses, on a machine that may have other tests to run

/** Runs the CDK application as `cdk synth` does, offline and without an account. */
function synthesise(context: Record<string, string>) {
  const directory = mkdtempSync(join(tmpdir(), "dateline-synth-"));
  const settings = { ...JSON.parse(readFileSync("cdk.json", "utf8")).context, ...context };
  const { status, stderr } = spawnSync("npx", ["tsx", "infra/aws/app.ts"], {
    encoding: "utf8",
    env: { ...process.env, CDK_OUTDIR: directory, CDK_CONTEXT_JSON: JSON.stringify(settings) },
  });
  return { directory, status, stderr };
}

/** Every file of a cloud assembly with its text. */
function contentOf(directory: string | undefined) {
  const files = readdirSync(directory ?? "", { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((file) => [file.name, readFileSync(join(file.parentPath, file.name), "utf8")]),
  );
}

test("synthesising twice gives the same bytes", () => {
  expect(contentOf(OUTPUTS.first)).toEqual(contentOf(OUTPUTS.second));
});

test("cdk-nag finds nothing that is not explained", () => {
  const report = JSON.parse(readFileSync(join(OUTPUTS.first ?? "", "validation-report.json"), "utf8"));
  expect(report.pluginReports.map((plugin: { conclusion: string }) => plugin.conclusion)).not.toContain(
    "failure",
  );
});

test("an unknown stage is one readable line", () => {
  const { status, stderr } = synthesise({ stage: "staging" });
  expect(status).toBe(1);
  expect(stderr.trim().split("\n").at(-1)).toBe(
    'There is no stage "staging". Use --context stage=dev or stage=prod.',
  );
});
