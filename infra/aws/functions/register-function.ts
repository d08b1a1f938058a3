import { Duration } from "aws-cdk-lib";
import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { REGISTRATION_EVENTS_PARTITION } from "../../../functions/storage/newsroom/keys.ts";
import {
  ADDRESS_PREFIX,
  DO_NOT_INVITE_PREFIX,
  HOLDS_PREFIX,
  OUTBOX_PREFIX,
  PLACE_PREFIX,
  REGISTRATIONS_PREFIX,
  SUBMISSION_PREFIX,
  WAITING_PREFIX,
} from "../../../functions/storage/registrations/registrations-keys.ts";
import type { EdgeSecrets } from "../delivery/edge-secrets.ts";
import type { Stage } from "../stage/stage.ts";
import { allow, allowPartitions, ownFunction } from "./function-defaults.ts";
import { DOCUMENTS, limitStatements, SITES } from "./partitions.ts";

export interface RegisterFunctionProps {
  readonly stage: Stage;
  readonly newsroom: ITableV2;
  readonly registrations: ITableV2;
  readonly secrets: EdgeSecrets;
  /** Signs forms and invitations, and hashes the addresses of those who are not to be invited. */
  readonly linkKey: IKey;
  /** Seals tokens, and what a browser keeps of a submission. */
  readonly sealKey: IKey;
  /** Folder that holds the bundle. */
  readonly bundle: string;
}

/** The function that answers the form of registration and whatever a registration's link can do. */
export class RegisterFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: RegisterFunctionProps) {
    super(scope, id);
    const { stage, newsroom, registrations, secrets, linkKey, sealKey, bundle } = props;
    this.function = ownFunction(this, {
      stage,
      bundle,
      description: "Answers the form of registration, and the links of those who registered",
      roleDescription:
        "Reads pages and events of the Newsroom table; of Registrations, one at a time, no list of people",
      statements: statements(props),
      memorySize: 1024, // as the read function: a cold start costs less this way
      timeout: Duration.seconds(25), // ten for a place in demand, and the HTTP API waits for thirty
      environment: {
        NEWSROOM_TABLE: newsroom.tableName,
        REGISTRATIONS_TABLE: registrations.tableName,
        LINK_KEY: linkKey.keyArn,
        SEAL_KEY: sealKey.keyArn,
        EDGE_SECRET_A: secrets.secrets.a.secretArn, // names of secrets, not secrets
        EDGE_SECRET_B: secrets.secrets.b.secretArn,
        ...(stage.mail.replies && { MAIL_REPLIES: stage.mail.replies.address }), // in entries that are downloaded
      },
    });
  }
}

/** What a change of a registration puts and removes beside the row of its place. */
const ENTRIES = [REGISTRATIONS_PREFIX, ADDRESS_PREFIX, WAITING_PREFIX, HOLDS_PREFIX];

function statements({ newsroom, registrations, secrets, linkKey, sealKey }: RegisterFunctionProps) {
  const on = (actions: string[], prefixes: readonly string[]) =>
    allowPartitions(
      registrations,
      actions,
      prefixes.map((prefix) => `${prefix}*`),
    );
  return [
    allowPartitions(newsroom, ["GetItem"], [DOCUMENTS, ...SITES, REGISTRATION_EVENTS_PARTITION]),
    on(
      ["GetItem"],
      [PLACE_PREFIX, REGISTRATIONS_PREFIX, ADDRESS_PREFIX, SUBMISSION_PREFIX, DO_NOT_INVITE_PREFIX],
    ),
    on(["Query"], [WAITING_PREFIX, HOLDS_PREFIX]),
    on(["PutItem"], [...ENTRIES, OUTBOX_PREFIX, SUBMISSION_PREFIX, DO_NOT_INVITE_PREFIX]),
    on(["UpdateItem"], [PLACE_PREFIX]),
    on(["DeleteItem"], [...ENTRIES, SUBMISSION_PREFIX, DO_NOT_INVITE_PREFIX]),
    ...limitStatements(registrations),
    allow(["kms:GenerateMac", "kms:VerifyMac"], [linkKey.keyArn]),
    allow(["kms:Encrypt", "kms:Decrypt"], [sealKey.keyArn]),
    allow(
      ["secretsmanager:GetSecretValue"],
      Object.values(secrets.secrets).map((secret) => secret.secretArn),
    ),
  ];
}
