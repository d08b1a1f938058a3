import { toInstant } from "../domain/instant.ts";
import { deliver } from "../workflows/deliver/deliver.ts";
import { lambdaDynamoDbClient } from "./dynamodb-client.ts";
import { failureLine } from "./failure-line.ts";
import { mailWork } from "./mail-work.ts";
import { outboxStreamHandler } from "./outbox-stream.ts";
import { setting } from "./setting.ts";
import { writeLine } from "./write-line.ts";

/** The function that the table's stream wakes when mail was written, and that sends it. */
const clock = () => new Date();
const dependencies = mailWork(lambdaDynamoDbClient(process.env), setting, clock);

export const handler = outboxStreamHandler(
  (registration) => deliver(dependencies, registration),
  (error) => writeLine(failureLine("mail-waits", error, toInstant(clock()))),
);
