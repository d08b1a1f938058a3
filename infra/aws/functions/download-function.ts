import { Duration } from "aws-cdk-lib";
import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import {
  type FunctionUrl,
  FunctionUrlAuthType,
  InvokeMode,
  type Function as LambdaFunction,
} from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { DOWNLOADS_PREFIX } from "../../../functions/storage/newsroom/keys.ts";
import type { Stage } from "../stage/stage.ts";
import { allow, ownFunction } from "./function-defaults.ts";

export interface DownloadFunctionProps {
  readonly stage: Stage;
  readonly newsroom: ITableV2;
  /** Folder that holds the bundle. */
  readonly bundle: string;
}

/**
 * The function that decides about downloads and counts them, behind a URL that only CloudFront may call. It has no
 * permission on any bucket: no bytes pass through it.
 */
export class DownloadFunction extends Construct {
  readonly function: LambdaFunction;
  readonly url: FunctionUrl;

  constructor(scope: Construct, id: string, { stage, newsroom, bundle }: DownloadFunctionProps) {
    super(scope, id);
    this.function = ownFunction(this, {
      stage,
      bundle,
      description: "Decides about downloads, counts them and leads to their bytes",
      roleDescription: "Reads documents of the Newsroom table and adds to counts of downloads, nothing else",
      statements: [
        allow(["dynamodb:GetItem"], [newsroom.tableArn]),
        new PolicyStatement({
          actions: ["dynamodb:UpdateItem"],
          resources: [newsroom.tableArn],
          conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [`${DOWNLOADS_PREFIX}*`] } },
        }),
      ],
      memorySize: 1024, // as the read function: a cold start costs less this way
      timeout: Duration.seconds(10),
      environment: { NEWSROOM_TABLE: newsroom.tableName, STAGE: stage.name },
    });
    this.url = this.function.addFunctionUrl({
      authType: FunctionUrlAuthType.AWS_IAM,
      invokeMode: InvokeMode.BUFFERED,
    });
  }
}
