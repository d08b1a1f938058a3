import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { REGISTRATION_EVENTS_PARTITION } from "../../../functions/storage/newsroom/keys.ts";
import type { Mail } from "../mail/mail.ts";
import type { Stage } from "../stage/stage.ts";
import { allow, allowPartitions } from "./function-defaults.ts";
import { limitStatements, SITES } from "./partitions.ts";

/** What whoever sends mail is given. */
export interface MailingProps {
  readonly stage: Stage;
  readonly newsroom: ITableV2;
  readonly registrations: ITableV2;
  readonly mail: Mail;
  readonly sealKey: IKey;
  /** Folder that holds the bundle. */
  readonly bundle: string;
}

/** What sending needs beside mails and registrations: words about the event, the link, limits, the mail service. */
export function mailStatements({ newsroom, registrations, mail, sealKey }: MailingProps): PolicyStatement[] {
  return [
    allowPartitions(newsroom, ["GetItem"], [REGISTRATION_EVENTS_PARTITION, ...SITES]),
    ...limitStatements(registrations),
    allow(["kms:Decrypt"], [sealKey.keyArn]),
    mail.statement(),
  ];
}

export function mailEnvironment({ stage, newsroom, registrations, mail, sealKey }: MailingProps) {
  return {
    NEWSROOM_TABLE: newsroom.tableName,
    REGISTRATIONS_TABLE: registrations.tableName,
    SEAL_KEY: sealKey.keyArn,
    MAIL_FROM: mail.from,
    ...(mail.replies !== undefined && { MAIL_REPLIES: mail.replies }),
    CONFIGURATION_SET: mail.configurationSet,
    STAGE: stage.name,
  };
}
