import { Duration } from "aws-cdk-lib";
import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import {
  announcedKey,
  NOTICES_PARTITION,
  SCHEDULED_CHANGES_PARTITION,
} from "../../../functions/storage/newsroom/keys.ts";
import type { Stage } from "../stage/stage.ts";
import { lettersOfRuns, runEveryMinute } from "./every-minute.ts";
import { allow, ownFunction } from "./function-defaults.ts";
import { SITES } from "./partitions.ts";

export interface AnnounceFunctionProps {
  readonly stage: Stage;
  readonly newsroom: ITableV2;
  readonly distribution: Distribution;
  /** Folder that holds the bundle. */
  readonly bundle: string;
}

/**
 * The function that every minute tells caches and subscribers what lifted or changed. Runs may overlap without harm,
 * so no concurrency is reserved: a new account has none to spare and would refuse to deploy.
 */
export class AnnounceFunction extends Construct {
  readonly function: LambdaFunction;
  /** Runs that could not be started, or failed. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: AnnounceFunctionProps) {
    super(scope, id);
    const { stage, newsroom, distribution, bundle } = props;
    this.deadLetters = lettersOfRuns(this);
    this.function = ownFunction(this, {
      stage,
      bundle,
      description: "Tells caches and subscribers what lifted or changed",
      roleDescription: "Reads what lifted or changed, keeps the mark, invalidates one distribution",
      statements: announcingStatements(newsroom, distribution),
      memorySize: 256,
      timeout: Duration.seconds(55), // before the next run begins; caches have 20 s, the hub 25 s
      retryAttempts: 0, // the next minute is the next attempt
      maxEventAge: Duration.minutes(1),
      deadLetterQueue: this.deadLetters,
      environment: {
        NEWSROOM_TABLE: newsroom.tableName,
        DISTRIBUTION_ID: distribution.distributionId,
        STAGE: stage.name,
      },
    });
    runEveryMinute(this, {
      function: this.function,
      deadLetters: this.deadLetters,
      description: "Announces what lifted or changed",
      invokerDescription: "Starts announcing every minute",
    });
  }
}

/** Each action on the partitions that announcing needs it for, and on nothing else of the table. */
function announcingStatements(newsroom: ITableV2, distribution: Distribution): PolicyStatement[] {
  const on = (action: string, partitions: readonly string[]) =>
    new PolicyStatement({
      actions: [`dynamodb:${action}`],
      resources: [newsroom.tableArn],
      conditions: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": partitions } },
    });
  return [
    on("Query", [SCHEDULED_CHANGES_PARTITION, NOTICES_PARTITION]),
    on("GetItem", [announcedKey.pk, ...SITES]),
    on("PutItem", [announcedKey.pk]),
    on("DeleteItem", [NOTICES_PARTITION]),
    allow(["cloudfront:CreateInvalidation"], [distribution.distributionArn]),
  ];
}
