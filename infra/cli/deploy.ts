import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { edgeStackNameOf, stackNameOf } from "../aws/stage.ts";
import { runCommand } from "./command.ts";
import { edgeLeftInWords } from "./deploy-words.ts";
import { CONTENT_OPTION, STATE_OPTION } from "./folder-options.ts";
import { checkContent, publishInto, readContent } from "./publish-content.ts";
import { edgeStands, requireCredentials, stageName, stageTarget, webAclOf } from "./stage-target.ts";

/** The setting by which the newsroom's stack is told of what the edge's stack made. */
const WEB_ACL = "webAclArn=";

await runCommand({
  name: "npm run deploy",
  summary:
    "Synthesises the stacks of a stage, deploys them to the AWS account of the environment, and publishes.",
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
    "without-web-acl": {
      type: "boolean",
      help: "No web ACL that counts requests by address: saves its price, leaves the limits that the functions keep",
    },
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
    const settings = [`stage=${stage}`, ...values.context];
    const deploy = (stack: string) =>
      cdk([
        "deploy",
        stack,
        "--exclusively",
        ...settings.flatMap((setting) => ["--context", setting]),
        ...(values.yes ? ["--require-approval", "never"] : []),
      ]);
    if (!values["without-web-acl"] && !settings.some((setting) => setting.startsWith(WEB_ACL))) {
      const deployed = await deploy(edgeStackNameOf(stage));
      if (deployed !== 0) return deployed;
      settings.push(`${WEB_ACL}${await webAclOf(stage)}`);
    }
    const deployed = await deploy(stackNameOf(stage));
    if (deployed !== 0) return deployed;
    const target = await stageTarget(stage);
    const manifest = await readContent(what, target);
    const code = await publishInto(target, manifest, what, {
      dryRun: false,
      removeMissing: false,
      allowHide: false,
    });
    process.stdout.write(`The newsroom is at ${target.address}\n`);
    if (values["without-web-acl"] && (await edgeStands(stage)))
      process.stdout.write(`${edgeLeftInWords(stage)}\n`);
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
