import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { stackNameOf } from "../aws/stage.ts";
import { runCommand } from "./command.ts";
import { CONTENT_OPTION, STATE_OPTION } from "./folder-options.ts";
import { checkContent, publishInto, readContent } from "./publish-content.ts";
import { requireCredentials, stageName, stageTarget } from "./stage-target.ts";

await runCommand({
  name: "npm run deploy",
  summary:
    "Synthesises the stack of a stage, deploys it to the AWS account of the environment, and publishes.",
  options: {
    stage: { type: "string", env: "DATELINE_STAGE", value: "NAME", help: "dev or prod; dev" },
    context: {
      type: "string",
      multiple: true,
      value: "NAME=VALUE",
      help: "A setting of the stack such as domainName=newsroom.example.org; may be given several times",
    },
    content: CONTENT_OPTION,
    state: STATE_OPTION,
    yes: { type: "boolean", help: "Does not ask before permissions change" },
  },
  run: async (values) => {
    const stage = stageName(values.stage ?? "dev");
    const what = {
      content: values.content ?? "content",
      state: values.state ?? ".dateline",
      clock: () => new Date(),
    };
    await checkContent(what); // before minutes of deploying: what could not be published after it
    await requireCredentials();
    const deployed = await cdk([
      "deploy",
      stackNameOf(stage),
      ...["--context", `stage=${stage}`],
      ...values.context.flatMap((setting) => ["--context", setting]),
      ...(values.yes ? ["--require-approval", "never"] : []),
    ]);
    if (deployed !== 0) return deployed;
    const target = await stageTarget(stage);
    const manifest = await readContent(what, target);
    const code = await publishInto(target, manifest, what, {
      dryRun: false,
      removeMissing: false,
      allowHide: false,
    });
    process.stdout.write(`The newsroom is at ${target.address}\n`);
    return code;
  },
});

/** Runs the CDK that this repository pins, in this terminal; answers its exit code. */
function cdk(args: readonly string[]): Promise<number> {
  const program = join(dirname(createRequire(import.meta.url).resolve("aws-cdk/package.json")), "bin", "cdk");
  const child = spawn(process.execPath, [program, ...args], { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
