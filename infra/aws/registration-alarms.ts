import { ComparisonOperator, Metric, Stats, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { MAIL_FAILED, METRICS_NAMESPACE, STAGE_DIMENSION } from "../../functions/domain/metrics.ts";
import { type Alarms, FIVE_MINUTES } from "./alarms.ts";
import type { RegistrationFunctions } from "./registration-functions.ts";
import type { Stage } from "./stage.ts";

/** How old the oldest record of the stream may be, in milliseconds: ten minutes, as long as a code by mail is waited for. */
const OLDEST_RECORD = 600_000;

/** What wakes the operator of a registration: mail that does not go, a clock that stands still, functions that fail. */
export function watchRegistration(
  alarms: Alarms,
  stage: Stage,
  { register, deliver, housekeeping, feedback }: RegistrationFunctions,
): void {
  const errors = { period: FIVE_MINUTES };
  const letters = (queue: Queue) =>
    queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, period: FIVE_MINUTES });
  alarms.add("RegisterErrors", "Registration failed for someone: see its log", register.metricErrors(errors));
  alarms.add(
    "RegisterThrottles",
    "People who register were turned away: raise the account's concurrency",
    register.metricThrottles(errors),
  );
  alarms.add(
    "DeliverErrors",
    "Sending mail failed: see its log; the stream tries again, then housekeeping",
    deliver.function.metricErrors(errors),
  );
  alarms.add(
    "DeliverDeadLetters",
    "The stream gave mail up, and housekeeping sends it: see why in the log of sending",
    letters(deliver.deadLetters),
  );
  alarms.add(
    "MailBehind",
    "Mail of registrations waits for more than ten minutes: see the log of sending",
    deliver.function.metric("IteratorAge", { statistic: Stats.MAXIMUM, period: FIVE_MINUTES }),
    { threshold: OLDEST_RECORD, comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD },
  );
  alarms.add(
    "MailFailed",
    "A mail will never be sent: see the log of sending or of housekeeping, and reach its recipient otherwise",
    new Metric({
      namespace: METRICS_NAMESPACE,
      metricName: MAIL_FAILED,
      dimensionsMap: { [STAGE_DIMENSION]: stage.name },
      statistic: Stats.SUM,
      period: FIVE_MINUTES,
    }),
  );
  alarms.add(
    "HousekeepingErrors",
    "Housekeeping failed: see its log; the next minute tries again",
    housekeeping.function.metricErrors(errors),
  );
  alarms.add(
    "HousekeepingSilent",
    "Housekeeping has not run for ten minutes: nobody is offered seats or reminded",
    housekeeping.function.metricInvocations({ statistic: Stats.SUM, period: FIVE_MINUTES }),
    {
      evaluationPeriods: 2,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING, // silence is the failure
    },
  );
  alarms.add(
    "HousekeepingDeadLetters",
    "Housekeeping could not be started: see the queue's messages, which go after a day",
    letters(housekeeping.deadLetters),
  );
  alarms.add(
    "FeedbackErrors",
    "A bounce or a complaint was not noted: see the log of feedback",
    feedback.function.metricErrors(errors),
  );
  alarms.add(
    "FeedbackDeadLetters",
    "A bounce or a complaint was not noted, and stands in the queue",
    letters(feedback.deadLetters),
  );
}
