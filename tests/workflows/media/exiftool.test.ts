import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";

/** Runs ExifTool as a command would that ends when it has nothing left to do. */
function exiftoolIn(env: NodeJS.ProcessEnv, ...args: string[]): string {
  const script = `
    import("./functions/workflows/media/metadata/exiftool.ts")
      .then(({ runExiftool }) => runExiftool(${JSON.stringify(args)}))
      .then((said) => console.log(said), ({ code, help }) => console.log(code, help));`;
  return execFileSync(process.execPath, ["--import", "tsx", "-e", script], {
    encoding: "utf8",
    env,
    timeout: 20_000,
  });
}

it("a command that used ExifTool ends by itself", () => {
  expect(exiftoolIn({ PATH: process.env.PATH }, "-ver")).toMatch(/^\d+\.\d+/);
});

it("nobody's own configuration changes what is written", () => {
  const home = temporaryFolder();
  writeFileSync(join(home, ".ExifTool_config"), 'die "read the configuration";');
  const env = { PATH: process.env.PATH, HOME: home, EXIFTOOL_HOME: home };
  expect(exiftoolIn(env, "-ver")).toMatch(/^\d+\.\d+/);
});

it("where there is no Perl, it is said how to get it", () => {
  expect(exiftoolIn({ PATH: temporaryFolder() }, "-ver")).toMatch(/^perl-missing .*apt install perl/);
});
