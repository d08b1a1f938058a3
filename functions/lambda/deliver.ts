import { toInstant } from "../domain/instant.ts";
import { embeddedMetric, MAIL_WAITS } from "../domain/metrics.ts";
import { deliver } from "../workflows/deliver/deliver.ts";
import { mailWork } from "./mail/mail-work.ts";
import { outboxStreamHandler } from "./mail/outbox-stream.ts";
import { lambdaDynamoDbClient } from "./runtime/dynamodb-client.ts";
import { failureLine } from "./runtime/failure-line.ts";
import { setting } from "./runtime/setting.ts";
import { writeLine } from "./runtime/write-line.ts";

/** The function that the table's stream wakes when mail was written, and that sends it. */
const clock = () => new Date();
const dependencies = mailWork(lambdaDynamoDbClient(process.env), setting, clock);
const stage = setting("STAGE");

export const handler = outboxStreamHandler(
  (registration) => deliver(dependencies, registration),
  (error) => {
    const now = toInstant(clock());
    // Records that failed are an answer and no error, so only this tells the alarm.
    const waits = embeddedMetric({ name: MAIL_WAITS, unit: "Count", value: 1 }, { stage, now });
    writeLine(failureLine("mail-waits", error, now, waits));
  },
);
