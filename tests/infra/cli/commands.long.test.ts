import { execFile } from "node:child_process";
import { expect, test } from "vitest";
import { PROGRAMS, type Program } from "../../worlds/commands/commands.ts";

/** As npm starts it; tests/house/commands.test.ts reads the same pages without a process for each. */
function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, stdout, stderr });
    });
  });
}
const tsx = ({ file, args }: Program, ...more: string[]) => run("--import", "tsx", file, ...args, ...more);

test.each([...PROGRAMS])(
  "%s answers --help as a process of its own, and refuses a wrong option",
  async (_, program) => {
    const [help, wrong] = await Promise.all([tsx(program, "--help"), tsx(program, "--hepl")]);
    expect({ code: help.code, stderr: help.stderr }).toEqual({ code: 0, stderr: "" });
    expect(help.stdout).toContain("\nUsage: np");
    expect({ code: wrong.code, stdout: wrong.stdout }).toEqual({ code: 2, stdout: "" });
    expect(wrong.stderr).toMatch(/^There is no option --hepl\. Did you mean --help\? .*\n$/);
  },
);

test.each([
  ["synth", ["node_modules/aws-cdk/bin/cdk", "synth", "--help"]],
  ["format", ["node_modules/@biomejs/biome/bin/biome", "check", "--help"]],
])("%s answers --help with the page of the program that it runs", async (_, args) => {
  const { code, stdout } = await run(...args);
  expect(code).toBe(0);
  expect(stdout).toMatch(/usage|synthesize/i);
});
