import { Duration } from "aws-cdk-lib";
import {
  FilterCriteria,
  FilterRule,
  type Function as LambdaFunction,
  StartingPosition,
} from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import {
  MAILBOX_PREFIX,
  OUTBOX_PREFIX,
  REGISTRATIONS_PREFIX,
} from "../../../functions/storage/registrations/registrations-keys.ts";
import { deadLetterQueue } from "./dead-letters.ts";
import { allow, allowPartitions, ownFunction } from "./function-defaults.ts";
import { type MailingProps, mailEnvironment, mailStatements } from "./mail-statements.ts";

/**
 * The function that the stream of Registrations wakes when mail was written. What it gives up on, housekeeping finds in
 * the outbox: its letters say only that there is something to look at.
 */
export class DeliverFunction extends Construct {
  readonly function: LambdaFunction;
  /** Batches that were given up, by their place in the stream. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: MailingProps) {
    super(scope, id);
    const { stage, bundle, registrations } = props;
    const stream = registrations.tableStreamArn;
    if (!stream) throw new Error("The Registrations table has no stream.");
    this.deadLetters = deadLetterQueue(this);
    this.function = ownFunction(this, {
      stage,
      bundle,
      description: "Sends the mail of registrations",
      roleDescription: "Reads what is to be sent and of whom, marks what was sent, sends from one address",
      statements: [
        allow(
          ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map(
            (name) => `dynamodb:${name}`,
          ),
          [stream],
        ),
        allowPartitions(registrations, ["Query", "UpdateItem"], [`${OUTBOX_PREFIX}*`]),
        allowPartitions(registrations, ["GetItem"], [`${REGISTRATIONS_PREFIX}*`, `${MAILBOX_PREFIX}*`]),
        allowPartitions(registrations, ["PutItem"], [`${MAILBOX_PREFIX}*`]),
        allow(["sqs:SendMessage"], [this.deadLetters.queueArn]),
        ...mailStatements(props),
      ],
      memorySize: 512,
      timeout: Duration.seconds(60),
      environment: mailEnvironment(props),
    });
    this.function.addEventSourceMapping("Stream", {
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual("INSERT"), // marking what was sent is no reason to look again
          dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(OUTBOX_PREFIX) } } },
        }),
      ],
      batchSize: 10,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      maxRecordAge: Duration.days(1),
      onFailure: { bind: () => ({ destination: this.deadLetters.queueArn }) }, // SqsDlq would allow more than to send
    });
  }
}
