import { App, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { Refusal, refusalLine } from "../../functions/domain/refusal.ts";
import { acknowledgeFindings } from "./acknowledgements.ts";
import { EdgeStack } from "./delivery/edge-stack.ts";
import { bundleFunction, bundlesIn, FUNCTION_NAMES } from "./functions/bundle.ts";
import { NewsroomStack } from "./newsroom-stack.ts";
import { edgeStackNameOf, readStage } from "./stage/stage.ts";

/** The CDK application: bundles the functions, composes the stack of one stage, and has cdk-nag look at it. */
async function synthesise(): Promise<void> {
  const app = new App();
  const stage = readStage(app.node);
  const bundles = bundlesIn((name) => `dist/${name}`);
  await Promise.all(FUNCTION_NAMES.map((name) => bundleFunction(name, bundles[name])));
  const stack = new NewsroomStack(app, stage.stackName, {
    stage,
    bundles,
    description: `Dateline newsroom, stage ${stage.name}`,
  });
  const edge = new EdgeStack(app, edgeStackNameOf(stage.name), {
    description: `Dateline web ACL, stage ${stage.name}`,
  });
  stack.addStackDependency(edge, "taken down before the web ACL, which nothing may use then");
  for (const each of [stack, edge]) Tags.of(each).add("dateline:stage", stage.name);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  acknowledgeFindings(stack, stage);
  app.synth();
}

synthesise().catch((error: unknown) => {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${refusalLine(error)}\n`);
  process.exitCode = 1;
});
