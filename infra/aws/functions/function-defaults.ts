import { RemovalPolicy } from "aws-cdk-lib";
import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  Code,
  type FunctionProps,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { Stage } from "../stage/stage.ts";

/** What one function has otherwise than another. */
export interface FunctionSettings
  extends Pick<
    FunctionProps,
    | "description"
    | "memorySize"
    | "timeout"
    | "environment"
    | "retryAttempts"
    | "maxEventAge"
    | "deadLetterQueue"
  > {
  readonly stage: Stage;
  /** Folder that holds the bundle. */
  readonly bundle: string;
  /** What the role is for, in a sentence. */
  readonly roleDescription: string;
  /** What it may do besides writing its own log. */
  readonly statements: readonly PolicyStatement[];
}

/**
 * A function as all are here: Node 24 on arm64, a log of its own in JSON for a month, a role of its own with exactly the
 * statements given. Made in a construct as `Log`, `Role` and `Function`, one to a construct.
 */
export function ownFunction(scope: Construct, settings: FunctionSettings): LambdaFunction {
  const { stage, bundle, roleDescription, statements, ...own } = settings;
  const logGroup = new LogGroup(scope, "Log", {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, "Role", {
    assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    description: roleDescription,
  });
  logGroup.grantWrite(role);
  for (const statement of statements) role.addToPolicy(statement);
  return new LambdaFunction(scope, "Function", {
    ...own,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: Code.fromAsset(bundle),
    handler: "index.handler",
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
  });
}

export const allow = (actions: string[], resources: string[]): PolicyStatement =>
  new PolicyStatement({ actions, resources });

/**
 * Actions on partitions of a table whose keys are like one of the patterns. Within a transaction each step is checked as
 * the action that it is: PutItem, UpdateItem, DeleteItem (DynamoDB Developer Guide, "Using IAM with DynamoDB
 * transactions").
 */
export const allowPartitions = (
  { tableArn }: ITableV2,
  actions: readonly string[],
  patterns: readonly string[],
): PolicyStatement =>
  new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [tableArn],
    conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": patterns } },
  });
