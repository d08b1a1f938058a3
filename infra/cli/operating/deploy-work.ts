import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { edgeStackNameOf, type StageName, stackNameOf } from "../../aws/stage/stage.ts";
import { say } from "../console/say.ts";
import { checkContent, publishInto, readContent } from "../publishing/publish-content.ts";
import { edgeStands, requireCredentials, stageTarget, webAclOf } from "../target/stage-target.ts";
import { edgeLeftInWords } from "./deploy-words.ts";

/** The setting by which the newsroom's stack is told of what the edge's stack made. */
const WEB_ACL = "webAclArn=";

export interface Deployment {
  readonly stage: StageName;
  readonly content: string;
  readonly state: string;
  /** Settings of the stack, `name=value`. */
  readonly context: readonly string[];
  readonly withoutWebAcl: boolean;
  /** Whether permissions may change without a question. */
  readonly yes: boolean;
}

/**
 * Deploys both stacks of a stage and publishes into it.
 * @returns exit code, of CDK where that failed
 * @throws Refusal `content-invalid`, `credentials-missing`, before anything is deployed
 */
export async function deploy({
  stage,
  content,
  state,
  context,
  withoutWebAcl,
  yes,
}: Deployment): Promise<number> {
  const what = { content, state, clock: () => new Date() };
  await checkContent(what); // before minutes of deploying: what could not be published after it
  await requireCredentials();
  const settings = [`stage=${stage}`, ...context];
  const deployStack = (stack: string) =>
    cdk([
      "deploy",
      stack,
      "--exclusively",
      ...settings.flatMap((setting) => ["--context", setting]),
      ...(yes ? ["--require-approval", "never"] : []),
    ]);
  if (!withoutWebAcl && !settings.some((setting) => setting.startsWith(WEB_ACL))) {
    const deployed = await deployStack(edgeStackNameOf(stage));
    if (deployed !== 0) return deployed;
    settings.push(`${WEB_ACL}${await webAclOf(stage)}`);
  }
  const deployed = await deployStack(stackNameOf(stage));
  if (deployed !== 0) return deployed;
  const target = await stageTarget(stage);
  const manifest = await readContent(what, target);
  const code = await publishInto(target, manifest, what, {
    dryRun: false,
    removeMissing: false,
    allowHide: false,
  });
  say(`The newsroom is at ${target.address}`);
  if (withoutWebAcl && (await edgeStands(stage))) say(edgeLeftInWords(stage));
  return code;
}

/** Runs the CDK that this repository pins, in this terminal; answers its exit code. */
function cdk(args: readonly string[]): Promise<number> {
  const program = join(dirname(createRequire(import.meta.url).resolve("aws-cdk/package.json")), "bin", "cdk");
  const child = spawn(process.execPath, [program, ...args], { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
