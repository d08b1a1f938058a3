import { randomUUID } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SiteDocument } from "../../domain/documents/site.ts";
import { type Clock, toInstant } from "../../domain/instant.ts";
import { readItem } from "../../storage/dynamodb/read-item.ts";
import { kmsSeal } from "../../storage/kms/registration-token-seal.ts";
import { newsroomReader } from "../../storage/newsroom/newsroom-reader.ts";
import { registrationEvents } from "../../storage/newsroom/registration-events.ts";
import { limits } from "../../storage/registrations/limits.ts";
import { mailboxes } from "../../storage/registrations/mailboxes.ts";
import { outbox } from "../../storage/registrations/outbox.ts";
import { registrations } from "../../storage/registrations/registrations.ts";
import type { DeliverDependencies } from "../../workflows/deliver/dependencies.ts";
import { mailLine } from "../../workflows/deliver/log-lines.ts";
import { mailSender } from "../../workflows/deliver/mail-sender.ts";
import { optionalSetting } from "../runtime/setting.ts";
import { writeLine } from "../runtime/write-line.ts";
import { sesSender } from "./ses-sender.ts";

/** An attempt ends long before its claim on the mail does. */
const CLIENT_SETTINGS = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000 },
};

/**
 * Several mails leave at once, so SES may say that they are too many for the account's rate: the client then slows down
 * by itself instead of failing (AWS SDK reference guide, "Retry behavior").
 */
export const SES_RETRY_POLICY = { ...CLIENT_SETTINGS, maxAttempts: 4, retryMode: "adaptive" };

/** Delivering as it is wired on AWS: for the function that the stream wakes, and for housekeeping. */
export function mailWork(
  dynamodb: DynamoDBClient,
  setting: (name: string) => string,
  clock: Clock,
): DeliverDependencies {
  const people = setting("REGISTRATIONS_TABLE");
  const reader = newsroomReader(dynamodb, setting("NEWSROOM_TABLE"));
  const stage = setting("STAGE");
  return {
    outbox: outbox(dynamodb, people),
    registrations: registrations(dynamodb, people),
    mailboxes: mailboxes(dynamodb, people),
    limits: limits(dynamodb, people),
    events: registrationEvents(reader),
    site: async (language) => {
      const stored = await reader.site(language);
      if (!stored) throw new Error("Nothing has been published yet.");
      return readItem(SiteDocument, stored).value;
    },
    seal: kmsSeal(new KMSClient(CLIENT_SETTINGS), setting("SEAL_KEY")),
    send: mailSender({
      from: setting("MAIL_FROM"),
      replies: optionalSetting("MAIL_REPLIES"),
      hand: sesSender(new SESv2Client(SES_RETRY_POLICY), setting("CONFIGURATION_SET")),
    }),
    clock,
    owner: randomUUID(),
    report: (event) => writeLine(mailLine(event, { stage, now: toInstant(clock()) })),
  };
}
