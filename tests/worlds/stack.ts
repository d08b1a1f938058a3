import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { NewsroomStack } from "../../infra/aws/newsroom-stack.ts";
import { readStage } from "../../infra/aws/stage.ts";

/** The template of a stage, with a bundle that does nothing in the place of the read function's. */
export function stackTemplate(context: Record<string, string>): Template {
  const readBundle = mkdtempSync(join(tmpdir(), "dateline-bundle-"));
  writeFileSync(join(readBundle, "index.js"), "exports.handler = () => {};");
  const app = new App({ context, analyticsReporting: false });
  const stage = readStage(app.node);
  return Template.fromStack(new NewsroomStack(app, stage.stackName, { stage, readBundle }));
}
