import { Duration } from "aws-cdk-lib";
import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { LambdaSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { REGISTRATION_EVENTS_PARTITION } from "../../../functions/storage/newsroom/keys.ts";
import {
  ADDRESS_PREFIX,
  OUTBOX_PREFIX,
  REGISTRATIONS_PREFIX,
} from "../../../functions/storage/registrations/registrations-keys.ts";
import type { MailReceiving } from "../mail/mail-receiving.ts";
import type { Stage } from "../stage/stage.ts";
import { deadLetterQueue } from "./dead-letters.ts";
import { allowPartitions, ownFunction } from "./function-defaults.ts";

export interface MailRepliesFunctionProps {
  readonly stage: Stage;
  readonly newsroom: ITableV2;
  readonly registrations: ITableV2;
  /** From which we send: mail from there is our own. */
  readonly from: string;
  readonly receiving: MailReceiving;
  /** Folder that holds the bundle. */
  readonly bundle: string;
}

/** The function that tells those who answer a mail, or an entry of their calendar, that this changed nothing. */
export class MailRepliesFunction extends Construct {
  readonly function: LambdaFunction;
  /** Mails that could not be looked at, whole. They go soon. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: MailRepliesFunctionProps) {
    super(scope, id);
    const { stage, newsroom, registrations, from, receiving, bundle } = props;
    const on = (actions: string[], prefixes: readonly string[]) =>
      allowPartitions(
        registrations,
        actions,
        prefixes.map((prefix) => `${prefix}*`),
      );
    this.deadLetters = deadLetterQueue(this);
    this.function = ownFunction(this, {
      stage,
      bundle,
      description: "Answers what calendars and people answer to the mail of registrations",
      roleDescription: "Reads events, and registrations by their address, and writes mail to whom they are",
      statements: [
        allowPartitions(newsroom, ["Query"], [REGISTRATION_EVENTS_PARTITION]),
        on(["GetItem"], [ADDRESS_PREFIX, REGISTRATIONS_PREFIX]),
        on(["PutItem"], [REGISTRATIONS_PREFIX, OUTBOX_PREFIX]),
      ],
      memorySize: 512,
      timeout: Duration.seconds(30),
      retryAttempts: 2,
      deadLetterQueue: this.deadLetters,
      environment: {
        NEWSROOM_TABLE: newsroom.tableName,
        REGISTRATIONS_TABLE: registrations.tableName,
        MAIL_FROM: from,
        MAIL_REPLIES: receiving.address,
      },
    });
    receiving.topic.addSubscription(
      new LambdaSubscription(this.function, { deadLetterQueue: this.deadLetters }),
    );
  }
}
