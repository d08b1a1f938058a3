import { Duration } from "aws-cdk-lib";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import {
  AVAILABILITY_PARTITION,
  REGISTRATION_EVENTS_PARTITION,
} from "../../../functions/storage/newsroom/keys.ts";
import {
  ADDRESS_PREFIX,
  COUNTS_PREFIX,
  GUEST_LISTS_PREFIX,
  HOLDS_PREFIX,
  HOUSEKEEPING_PREFIX,
  MAILBOX_PREFIX,
  OUTBOX_PREFIX,
  PLACE_PREFIX,
  REFUSED_LATELY_PARTITION,
  REGISTRATIONS_PREFIX,
  WAITING_PREFIX,
} from "../../../functions/storage/registrations/registrations-keys.ts";
import { lettersOfRuns, runEveryMinute } from "./every-minute.ts";
import { allowPartitions, ownFunction } from "./function-defaults.ts";
import { type MailingProps, mailEnvironment, mailStatements } from "./mail-statements.ts";

/**
 * The function that does every minute what the clock demands of registrations. Runs may overlap without harm, up to five
 * where one takes as long as it may, so no concurrency is reserved: a new account has none to spare and would refuse to
 * deploy.
 */
export class HousekeepingFunction extends Construct {
  readonly function: LambdaFunction;
  /** Runs that could not be started, or failed. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: MailingProps) {
    super(scope, id);
    this.deadLetters = lettersOfRuns(this);
    this.function = ownFunction(this, {
      stage: props.stage,
      bundle: props.bundle,
      description:
        "Ends holds, makes offers, shows levels of seats, reminds, sends what was not sent, erases what has reached its time",
      roleDescription:
        "Reads and changes registrations by the clock, takes no new ones, writes levels of seats, sends from one address",
      statements: [...statements(props), ...mailStatements(props)],
      memorySize: 512,
      timeout: Duration.minutes(5), // for a pass through a large event; the next runs beside it find it done
      retryAttempts: 0, // the next minute is the next attempt
      maxEventAge: Duration.minutes(1),
      deadLetterQueue: this.deadLetters,
      environment: mailEnvironment(props),
    });
    runEveryMinute(this, {
      function: this.function,
      deadLetters: this.deadLetters,
      description: "Does what the clock demands of registrations",
      invokerDescription: "Starts housekeeping every minute",
    });
  }
}

function statements({ newsroom, registrations }: MailingProps) {
  const on = (actions: string[], prefixes: readonly string[]) =>
    allowPartitions(
      registrations,
      actions,
      prefixes.map((prefix) => `${prefix}*`),
    );
  return [
    allowPartitions(newsroom, ["Query"], [REGISTRATION_EVENTS_PARTITION, AVAILABILITY_PARTITION]),
    allowPartitions(newsroom, ["PutItem", "DeleteItem"], [AVAILABILITY_PARTITION]),
    on(
      ["GetItem"],
      [REGISTRATIONS_PREFIX, ADDRESS_PREFIX, PLACE_PREFIX, HOUSEKEEPING_PREFIX, MAILBOX_PREFIX],
    ),
    on(
      ["Query"],
      [
        REGISTRATIONS_PREFIX,
        WAITING_PREFIX,
        HOLDS_PREFIX,
        OUTBOX_PREFIX,
        REFUSED_LATELY_PARTITION,
        GUEST_LISTS_PREFIX,
      ],
    ),
    on(
      ["PutItem"],
      [
        REGISTRATIONS_PREFIX,
        ADDRESS_PREFIX,
        WAITING_PREFIX,
        HOLDS_PREFIX,
        OUTBOX_PREFIX,
        HOUSEKEEPING_PREFIX,
        MAILBOX_PREFIX,
      ],
    ),
    on(["UpdateItem"], [PLACE_PREFIX, OUTBOX_PREFIX, COUNTS_PREFIX]),
    on(["DeleteItem"], [REGISTRATIONS_PREFIX, ADDRESS_PREFIX, WAITING_PREFIX, HOLDS_PREFIX, OUTBOX_PREFIX]),
  ];
}
