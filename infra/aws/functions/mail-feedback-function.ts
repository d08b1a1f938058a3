import { Duration } from "aws-cdk-lib";
import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { Topic } from "aws-cdk-lib/aws-sns";
import { LambdaSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { MAILBOX_PREFIX } from "../../../functions/storage/registrations/registrations-keys.ts";
import type { Stage } from "../stage/stage.ts";
import { deadLetterQueue } from "./dead-letters.ts";
import { allowPartitions, ownFunction } from "./function-defaults.ts";

export interface MailFeedbackFunctionProps {
  readonly stage: Stage;
  readonly registrations: ITableV2;
  /** Told of bounces and complaints. */
  readonly feedback: Topic;
  /** Folder that holds the bundle. */
  readonly bundle: string;
}

/** The function that stops mail to addresses that bounced for good or complained. */
export class MailFeedbackFunction extends Construct {
  readonly function: LambdaFunction;
  /** Bounces and complaints that were not noted. They name addresses, so they go soon. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: MailFeedbackFunctionProps) {
    super(scope, id);
    const { stage, registrations, feedback, bundle } = props;
    this.deadLetters = deadLetterQueue(this);
    this.function = ownFunction(this, {
      stage,
      bundle,
      description: "Stops mail to addresses that bounced or complained",
      roleDescription: "Notes mailboxes that refuse mail, reads nothing",
      statements: [allowPartitions(registrations, ["PutItem"], [`${MAILBOX_PREFIX}*`])],
      memorySize: 256,
      timeout: Duration.seconds(20),
      retryAttempts: 2,
      deadLetterQueue: this.deadLetters,
      environment: { REGISTRATIONS_TABLE: registrations.tableName },
    });
    feedback.addSubscription(new LambdaSubscription(this.function, { deadLetterQueue: this.deadLetters }));
  }
}
