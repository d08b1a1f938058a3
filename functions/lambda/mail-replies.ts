import { toInstant } from "../domain/instant.ts";
import { newsroomReader } from "../storage/newsroom-reader.ts";
import { registrationEvents } from "../storage/registration-events.ts";
import { registrations } from "../storage/registrations.ts";
import { answerMail } from "../workflows/replies/answer-mail.ts";
import { replyLine } from "../workflows/replies/log-line.ts";
import { lambdaDynamoDbClient } from "./dynamodb-client.ts";
import { failing } from "./failing.ts";
import { receivedMailHandler } from "./ses-received-mail.ts";
import { setting } from "./setting.ts";
import { writeLine } from "./write-line.ts";

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
