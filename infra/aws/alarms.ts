import { Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Operation, type TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { Stage } from "./stage.ts";

export interface AlarmsProps {
  readonly stage: Stage;
  readonly read: LambdaFunction;
  readonly newsroom: TableV2;
}

const FIVE_MINUTES = Duration.minutes(5);

/** What wakes the operator: faults and throttling of the read function, and a table that refuses requests. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, { stage, read, newsroom }: AlarmsProps) {
    super(scope, id);
    const topic = new Topic(this, "Topic", {
      displayName: `Dateline ${stage.name} alarms`,
      enforceSSL: true,
    });
    if (stage.alarmEmail) topic.addSubscription(new EmailSubscription(stage.alarmEmail));
    const alarm = (name: string, description: string, metric: IMetric) =>
      new Alarm(this, name, {
        alarmDescription: description,
        metric,
        threshold: 1,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }).addAlarmAction(new SnsAction(topic));
    alarm("ReadErrors", "The read function failed: see its log", read.metricErrors({ period: FIVE_MINUTES }));
    alarm(
      "ReadThrottles",
      "Readers were turned away: raise the account's concurrency",
      read.metricThrottles({ period: FIVE_MINUTES }),
    );
    alarm(
      "TableThrottles",
      "The Newsroom table refused reads: see its metrics by operation",
      newsroom.metricThrottledRequestsForOperations({
        operations: [Operation.GET_ITEM, Operation.QUERY],
        period: FIVE_MINUTES,
      }),
    );
  }
}
