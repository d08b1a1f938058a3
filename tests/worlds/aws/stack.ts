import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { EdgeStack } from "../../../infra/aws/delivery/edge-stack.ts";
import { bundlesIn } from "../../../infra/aws/functions/bundle.ts";
import { NewsroomStack } from "../../../infra/aws/newsroom-stack.ts";
import { readStage } from "../../../infra/aws/stage/stage.ts";
import { temporaryFolder } from "../commands/temporary-folder.ts";

const templates = new Map<string, Template>();

/** The template of a stage, with a bundle that does nothing in the place of each function's; made once a process. */
export function stackTemplate(context: Record<string, string>): Template {
  const key = JSON.stringify(Object.entries(context).sort());
  const template = templates.get(key) ?? synthesised(context);
  templates.set(key, template);
  return template;
}

/** The same, made anew. */
export function synthesised(context: Record<string, string>): Template {
  const folder = temporaryFolder();
  const nothing = join(folder, "bundle");
  mkdirSync(nothing);
  writeFileSync(join(nothing, "index.js"), "exports.handler = () => {};");
  const app = new App({ context, analyticsReporting: false, outdir: join(folder, "cdk.out") });
  const stage = readStage(app.node);
  return Template.fromStack(
    new NewsroomStack(app, stage.stackName, { stage, bundles: bundlesIn(() => nothing) }),
  );
}

/** The template of the web ACL. */
export function edgeTemplate(): Template {
  const outdir = temporaryFolder();
  return Template.fromStack(new EdgeStack(new App({ analyticsReporting: false, outdir }), "Edge", {}));
}

/** A statement of a policy as CloudFormation has it. */
export interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** What the role whose logical id begins so may do. */
export function statementsOf(template: Template, role: RegExp): Statement[] {
  return Object.values(template.findResources("AWS::IAM::Policy"))
    .filter(({ Properties }) => Properties.Roles.some(({ Ref }: { Ref: string }) => role.test(Ref)))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
}

/** Logical ids of the two tables. */
export function tableIds(template: Template): { newsroom: string; registrations: string } {
  const ids = Object.keys(template.findResources("AWS::DynamoDB::GlobalTable"));
  const idOf = (name: string) => ids.find((id) => id.includes(name)) ?? "";
  return { newsroom: idOf("Newsroom"), registrations: idOf("Registrations") };
}

/** Logical id of the Newsroom table. */
export const newsroomTable = (template: Template): string => tableIds(template).newsroom;
