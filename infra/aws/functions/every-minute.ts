import { Duration, Stack } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Schedule, ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { allow } from "./function-defaults.ts";

export interface EveryMinuteProps {
  readonly function: LambdaFunction;
  readonly deadLetters: Queue;
  readonly description: string;
  readonly invokerDescription: string;
}

/** Where a function that runs every minute leaves runs that could not be started, or failed; made as `DeadLetters`. */
export function lettersOfRuns(scope: Construct): Queue {
  return new Queue(scope, "DeadLetters", {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(1), // every run does what the one before left: an old letter says nothing more
  });
}

/** Starts a function every minute; made in a construct as `Invoker` and `EveryMinute`, one to a construct. */
export function runEveryMinute(scope: Construct, props: EveryMinuteProps): void {
  const { deadLetters, description, invokerDescription } = props;
  const invoker = new Role(scope, "Invoker", {
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(scope).account } },
    }),
    description: invokerDescription,
  });
  invoker.addToPolicy(allow(["lambda:InvokeFunction"], [props.function.functionArn]));
  invoker.addToPolicy(allow(["sqs:SendMessage"], [deadLetters.queueArn]));
  new Schedule(scope, "EveryMinute", {
    description,
    schedule: ScheduleExpression.rate(Duration.minutes(1)),
    target: new LambdaInvoke(props.function, {
      role: invoker.withoutPolicyUpdates(), // by itself it would be allowed every version of the function
      deadLetterQueue: deadLetters,
      retryAttempts: 2,
      maxEventAge: Duration.minutes(1),
    }),
  });
}
