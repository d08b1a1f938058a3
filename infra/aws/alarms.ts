import { Duration, Stack } from "aws-cdk-lib";
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Operation, type TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import {
  ANNOUNCEMENT_LAG,
  DOWNLOADS_UNCOUNTED,
  METRICS_NAMESPACE,
  STAGE_DIMENSION,
} from "../../functions/domain/metrics.ts";
import type { AnnounceFunction } from "./functions/announce-function.ts";
import type { EdgeHttpApi } from "./functions/http-api.ts";
import type { Stage } from "./stage/stage.ts";

export interface AlarmsProps {
  readonly stage: Stage;
  readonly read: LambdaFunction;
  readonly download: LambdaFunction;
  readonly announce: AnnounceFunction;
  readonly people: EdgeHttpApi;
  readonly newsroom: TableV2;
}

export const FIVE_MINUTES = Duration.minutes(5);
/** Seconds that announcing may lie behind: five runs that did not happen. */
const LONGEST_LAG = 300;
/** Within five minutes. One now and then is an answer of DynamoDB's that took long. */
const UNCOUNTED_WORTH_A_LOOK = 10;

/** What wakes the operator: functions that fail or are throttled, a table that refuses, lifts that nobody is told of. */
export class Alarms extends Construct {
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const { stage, read, download, announce, people, newsroom } = props;
    const topic = new Topic(this, "Topic", {
      displayName: `Dateline ${stage.name} alarms`,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(fromAlarmsOf(topic));
    if (stage.alarmEmail) topic.addSubscription(new EmailSubscription(stage.alarmEmail));
    this.#topic = topic;
    const alarm: typeof this.add = (...watched) => this.add(...watched);
    alarm("ReadErrors", "The read function failed: see its log", read.metricErrors({ period: FIVE_MINUTES }));
    alarm(
      "ReadThrottles",
      "Readers were turned away: raise the account's concurrency",
      read.metricThrottles({ period: FIVE_MINUTES }),
    );
    alarm(
      "DownloadErrors",
      "The download function failed: see its log",
      download.metricErrors({ period: FIVE_MINUTES }),
    );
    alarm(
      "DownloadThrottles",
      "Downloads were turned away: raise the account's concurrency",
      download.metricThrottles({ period: FIVE_MINUTES }),
    );
    alarm(
      "DownloadsUncounted",
      "Downloads were not counted, readers got them all the same: see the log of the download function",
      writtenMetric(stage, DOWNLOADS_UNCOUNTED, Stats.SUM),
      { threshold: UNCOUNTED_WORTH_A_LOOK },
    );
    alarm(
      "TableThrottles",
      "The Newsroom table refused reads: see its metrics by operation",
      newsroom.metricThrottledRequestsForOperations({
        operations: [Operation.GET_ITEM, Operation.QUERY],
        period: FIVE_MINUTES,
      }),
    );
    alarm(
      "PeopleErrors",
      "Early access or registration failed for someone: see the logs of their functions",
      people.serverErrors(FIVE_MINUTES),
    );
    alarm(
      "PeopleTurnedAway",
      "More people came at once than the HTTP API lets through: see which routes in its log",
      people.turnedAway(FIVE_MINUTES),
    );
    alarm(
      "AnnounceErrors",
      "Announcing failed: see its log; the next minute tries again",
      announce.function.metricErrors({ period: FIVE_MINUTES }),
    );
    alarm(
      "AnnouncementsBehind",
      "Caches and subscribers are not told of lifts, or five minutes late; readers see lifts all the same",
      writtenMetric(stage, ANNOUNCEMENT_LAG, Stats.MAXIMUM),
      {
        threshold: LONGEST_LAG,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING, // silence is the worst lag
      },
    );
    alarm(
      "AnnounceDeadLetters",
      "Announcing could not be started: see the queue's messages, which go after a day",
      announce.deadLetters.metricApproximateNumberOfMessagesVisible({
        statistic: Stats.MAXIMUM,
        period: FIVE_MINUTES,
      }),
    );
  }

  /** An alarm that rings at the first of what it counts, unless `changes` says otherwise. */
  add(name: string, description: string, metric: IMetric, changes: Partial<AlarmProps> = {}): void {
    new Alarm(this, name, {
      alarmDescription: description,
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...changes,
    }).addAlarmAction(new SnsAction(this.#topic));
  }
}

/** What functions of a stage write into their logs, over five minutes. */
export function writtenMetric({ name }: Stage, metricName: string, statistic: string): Metric {
  return new Metric({
    namespace: METRICS_NAMESPACE,
    metricName,
    dimensionsMap: { [STAGE_DIMENSION]: name },
    statistic,
    period: FIVE_MINUTES,
  });
}

/**
 * That alarms of this account may be told over the topic. Every topic has a policy that allows it; one of our own, even
 * one that only refuses plain HTTP, takes that policy's place.
 */
function fromAlarmsOf(topic: Topic): PolicyStatement {
  return new PolicyStatement({
    principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
    actions: ["sns:Publish"],
    resources: [topic.topicArn],
    conditions: { StringEquals: { "aws:SourceAccount": Stack.of(topic).account } },
  });
}
