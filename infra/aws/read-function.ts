import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import { Effect, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  Code,
  type FunctionUrl,
  FunctionUrlAuthType,
  InvokeMode,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { Stage } from "./stage.ts";

export interface ReadFunctionProps {
  readonly stage: Stage;
  readonly newsroom: ITableV2;
  /** Folder that holds the bundle. */
  readonly bundle: string;
}

/** The function that answers every address that is read, behind a URL that only CloudFront may call. */
export class ReadFunction extends Construct {
  readonly function: LambdaFunction;
  readonly url: FunctionUrl;

  constructor(scope: Construct, id: string, { stage, newsroom, bundle }: ReadFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, "Log", {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: "Reads the Newsroom table and writes its own log, nothing else",
    });
    logGroup.grantWrite(role);
    role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ["dynamodb:GetItem", "dynamodb:Query"],
        resources: [newsroom.tableArn],
      }),
    );
    this.function = new LambdaFunction(this, "Function", {
      description: "Serves pages, feeds, calendars and the API of the newsroom",
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundle),
      handler: "index.handler",
      role,
      memorySize: 1024, // more memory is more processor: a cold start costs less this way
      timeout: Duration.seconds(10),
      environment: { NEWSROOM_TABLE: newsroom.tableName },
      logGroup,
      loggingFormat: LoggingFormat.JSON,
    });
    this.url = this.function.addFunctionUrl({
      authType: FunctionUrlAuthType.AWS_IAM,
      invokeMode: InvokeMode.BUFFERED,
    });
  }
}
