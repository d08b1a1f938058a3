import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { bundlesIn } from "../../infra/aws/bundle.ts";
import { NewsroomStack } from "../../infra/aws/newsroom-stack.ts";
import { readStage } from "../../infra/aws/stage.ts";

/** The template of a stage, with a bundle that does nothing in the place of each function's. */
export function stackTemplate(context: Record<string, string>): Template {
  const nothing = mkdtempSync(join(tmpdir(), "dateline-bundle-"));
  writeFileSync(join(nothing, "index.js"), "exports.handler = () => {};");
  const bundles = bundlesIn(() => nothing);
  const app = new App({ context, analyticsReporting: false });
  const stage = readStage(app.node);
  return Template.fromStack(new NewsroomStack(app, stage.stackName, { stage, bundles }));
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
