import { Duration } from "aws-cdk-lib";
import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import {
  type FunctionUrl,
  FunctionUrlAuthType,
  InvokeMode,
  type Function as LambdaFunction,
} from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { Stage } from "../stage/stage.ts";
import { allow, ownFunction } from "./function-defaults.ts";

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
    this.function = ownFunction(this, {
      stage,
      bundle,
      description: "Serves pages, feeds, calendars and the API of the newsroom",
      roleDescription: "Reads the Newsroom table and writes its own log, nothing else",
      statements: [allow(["dynamodb:GetItem", "dynamodb:Query"], [newsroom.tableArn])],
      memorySize: 1024, // more memory is more processor: a cold start costs less this way
      timeout: Duration.seconds(10),
      environment: { NEWSROOM_TABLE: newsroom.tableName },
    });
    this.url = this.function.addFunctionUrl({
      authType: FunctionUrlAuthType.AWS_IAM,
      invokeMode: InvokeMode.BUFFERED,
    });
  }
}
