import { toInstant } from "../domain/instant.ts";
import { newsroomReader } from "../storage/newsroom/newsroom-reader.ts";
import { registrationEvents } from "../storage/newsroom/registration-events.ts";
import { registrations } from "../storage/registrations/registrations.ts";
import { answerMail } from "../workflows/replies/answer-mail.ts";
import { replyLine } from "../workflows/replies/log-line.ts";
import { receivedMailHandler } from "./mail/ses-received-mail.ts";
import { lambdaDynamoDbClient } from "./runtime/dynamodb-client.ts";
import { failing } from "./runtime/failing.ts";
import { setting } from "./runtime/setting.ts";
import { writeLine } from "./runtime/write-line.ts";

/** The function that SES hands what calendars and people answer to our mail. */
const clock = () => new Date();
const dynamodb = lambdaDynamoDbClient(process.env);
const tell = (report: Parameters<typeof replyLine>[0]) => writeLine(replyLine(report, toInstant(clock())));
const dependencies = {
  events: registrationEvents(newsroomReader(dynamodb, setting("NEWSROOM_TABLE"))),
  registrations: registrations(dynamodb, setting("REGISTRATIONS_TABLE")),
  own: [setting("MAIL_FROM"), setting("MAIL_REPLIES")],
  clock,
  report: tell,
};

export const handler = failing(
  receivedMailHandler(
    (mail) => answerMail(dependencies, mail),
    (reason) => tell({ kind: "reply-ignored", reason }),
  ),
);
