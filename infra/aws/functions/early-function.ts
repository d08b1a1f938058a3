import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { EARLY_PREFIX } from "../../../functions/storage/registrations/registrations-keys.ts";
import type { EdgeSecrets } from "../delivery/edge-secrets.ts";
import type { Stage } from "../stage/stage.ts";
import { allow, allowPartitions, ownFunction } from "./function-defaults.ts";
import { DOCUMENTS, SITES } from "./partitions.ts";

export interface EarlyFunctionProps {
  readonly stage: Stage;
  readonly newsroom: ITableV2;
  readonly registrations: ITableV2;
  readonly media: IBucket;
  readonly secrets: EdgeSecrets;
  /** Folder that holds the bundle. */
  readonly bundle: string;
}

/** The function that opens early access, and the key that signs its links, which never leaves KMS. */
export class EarlyFunction extends Construct {
  readonly function: LambdaFunction;
  readonly linkKey: Key;

  constructor(scope: Construct, id: string, props: EarlyFunctionProps) {
    super(scope, id);
    const { stage, newsroom, registrations, media, secrets, bundle } = props;
    this.linkKey = new Key(this, "LinkKey", {
      description: `Dateline ${stage.name}: signs links of early access, forms and invitations`,
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.function = ownFunction(this, {
      stage,
      bundle,
      description: "Opens early access to those who were granted it",
      roleDescription:
        "Reads pages of the Newsroom table and the media bucket; of Registrations, early access alone",
      statements: statements(this.linkKey, props),
      memorySize: 1024,
      timeout: Duration.seconds(10),
      environment: {
        NEWSROOM_TABLE: newsroom.tableName,
        REGISTRATIONS_TABLE: registrations.tableName,
        MEDIA_BUCKET: media.bucketName,
        LINK_KEY: this.linkKey.keyArn,
        EDGE_SECRET_A: secrets.secrets.a.secretArn, // names of secrets, not secrets
        EDGE_SECRET_B: secrets.secrets.b.secretArn,
      },
    });
  }
}

/** Each action on what it needs it for: grants are read, openings are added, no list of people can be had. */
function statements(linkKey: Key, { newsroom, registrations, media, secrets }: EarlyFunctionProps) {
  return [
    allowPartitions(newsroom, ["GetItem"], [DOCUMENTS, ...SITES]),
    allowPartitions(registrations, ["GetItem", "PutItem"], [`${EARLY_PREFIX}*`]),
    allow(["kms:GenerateMac", "kms:VerifyMac"], [linkKey.keyArn]),
    allow(["s3:GetObject"], [media.arnForObjects("media/*")]),
    allow(
      ["secretsmanager:GetSecretValue"],
      Object.values(secrets.secrets).map((secret) => secret.secretArn),
    ),
  ];
}
