import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { earlyApp } from "../http/early-app.ts";
import { earlyGrants } from "../storage/early-grants.ts";
import { kmsSigner } from "../storage/early-link-signer.ts";
import { earlyMedia } from "../storage/early-media.ts";
import { newsroomReader } from "../storage/newsroom-reader.ts";
import { lambdaDynamoDbClient } from "./dynamodb-client.ts";
import { edgeSecrets } from "./edge-secrets.ts";
import { httpApiHandler } from "./http-api.ts";
import { setting } from "./setting.ts";

/** The function that opens early access. Its environment names what it uses and holds no secret. */
const clock = () => new Date();
const dynamodb = lambdaDynamoDbClient(process.env);
const settings = { maxAttempts: 3, requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 } };

const app = earlyApp({
  reader: newsroomReader(dynamodb, setting("NEWSROOM_TABLE")),
  access: earlyGrants(dynamodb, setting("REGISTRATIONS_TABLE")),
  signer: kmsSigner(new KMSClient(settings), setting("LINK_KEY")),
  media: earlyMedia(new S3Client(settings), setting("MEDIA_BUCKET")),
  edgeSecrets: edgeSecrets(
    new SecretsManagerClient(settings),
    [setting("EDGE_SECRET_A"), setting("EDGE_SECRET_B")],
    clock,
  ),
  clock,
  preview: false,
  secure: true,
});

export const handler = httpApiHandler((request) => app.fetch(request));
