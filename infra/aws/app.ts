import { App, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { acknowledgeFindings } from "./acknowledgements.ts";
import { bundleFunction } from "./bundle.ts";
import { NewsroomStack } from "./newsroom-stack.ts";
import { readStage } from "./stage.ts";

/** The CDK application: bundles the functions, composes the stack of one stage, and has cdk-nag look at it. */
const app = new App();
const stage = readStage(app.node);
const readBundle = "dist/read";
await bundleFunction("read", readBundle);

const stack = new NewsroomStack(app, stage.stackName, {
  stage,
  readBundle,
  description: `Dateline newsroom, stage ${stage.name}`,
});
Tags.of(stack).add("dateline:stage", stage.name);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
acknowledgeFindings(stack);
app.synth();
