import { mailboxes } from "../storage/registrations/mailboxes.ts";
import { feedbackHandler } from "./mail/ses-feedback.ts";
import { lambdaDynamoDbClient } from "./runtime/dynamodb-client.ts";
import { failing } from "./runtime/failing.ts";
import { setting } from "./runtime/setting.ts";

/** The function that SES tells of bounces and complaints. */
export const handler = failing(
  feedbackHandler(
    mailboxes(lambdaDynamoDbClient(process.env), setting("REGISTRATIONS_TABLE")),
    () => new Date(),
  ),
);
