import { ComparisonOperator, Stats, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { MAIL_FAILED, MAIL_LAG, MAIL_WAITS } from "../../functions/domain/metrics.ts";
import { type Alarms, FIVE_MINUTES, writtenMetric } from "./alarms.ts";
import type { RegistrationFunctions } from "./functions/registration-functions.ts";
import type { Stage } from "./stage/stage.ts";

/** Seconds that a mail may take to go: ten minutes, as long as a code by mail is waited for. */
const LONGEST_MAIL_LAG = 600;

/** What wakes the operator of a registration: mail that does not go, a clock that stands still, functions that fail. */
export function watchRegistration(
  alarms: Alarms,
  stage: Stage,
  { register, deliver, housekeeping, feedback, replies }: RegistrationFunctions,
): void {
  const errors = { period: FIVE_MINUTES };
  const letters = (queue: Queue) =>
    queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, period: FIVE_MINUTES });
  alarms.add(
    "RegisterErrors",
    "Registration ran out of time or crashed: see its log; what it answers itself, PeopleErrors counts",
    register.metricErrors(errors),
  );
  alarms.add(
    "RegisterThrottles",
    "People who register were turned away: raise the account's concurrency",
    register.metricThrottles(errors),
  );
  alarms.add(
    "MailWaits",
    "Mail could not be sent: see the log of sending; the stream tries again, then housekeeping",
    writtenMetric(stage, MAIL_WAITS, Stats.SUM),
  );
  alarms.add(
    "DeliverErrors",
    "Sending ran out of time or crashed: see its log; the stream tries again, then housekeeping",
    deliver.function.metricErrors(errors),
  );
  alarms.add(
    "DeliverDeadLetters",
    "The stream gave mail up, and housekeeping sends it: see why in the log of sending",
    letters(deliver.deadLetters),
  );
  alarms.add(
    "MailBehind",
    "Mail of registrations went more than ten minutes late: see the log of sending",
    writtenMetric(stage, MAIL_LAG, Stats.MAXIMUM),
    { threshold: LONGEST_MAIL_LAG, comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD },
  );
  alarms.add(
    "MailFailed",
    "A mail will never be sent: see the log of sending or of housekeeping, and reach its recipient otherwise",
    writtenMetric(stage, MAIL_FAILED, Stats.SUM),
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
  if (!replies) return;
  alarms.add(
    "RepliesErrors",
    "An answer of a calendar could not be looked at: see the log of answers; it is tried twice more",
    replies.answering.function.metricErrors(errors),
  );
  alarms.add(
    "RepliesDeadLetters",
    "Someone who answered a mail was not told that it changed nothing: the mail stands in the queue",
    letters(replies.answering.deadLetters),
  );
}
