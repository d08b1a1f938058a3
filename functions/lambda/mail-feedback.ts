import { mailboxes } from "../storage/mailboxes.ts";
import { lambdaDynamoDbClient } from "./dynamodb-client.ts";
import { failing } from "./failing.ts";
import { feedbackHandler } from "./ses-feedback.ts";
import { setting } from "./setting.ts";

/** The function that SES tells of bounces and complaints. */
export const handler = failing(
  feedbackHandler(
    mailboxes(lambdaDynamoDbClient(process.env), setting("REGISTRATIONS_TABLE")),
    () => new Date(),
  ),
);
