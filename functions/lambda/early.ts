import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { earlyApp } from "../http/apps/early-app.ts";
import { earlyMedia } from "../storage/buckets/early-media.ts";
import { kmsSigner } from "../storage/kms/early-link-signer.ts";
import { newsroomReader } from "../storage/newsroom/newsroom-reader.ts";
import { earlyGrants } from "../storage/registrations/early-grants.ts";
import { edgeSecrets } from "./edge-secrets.ts";
import { httpApiHandler } from "./http/http-api.ts";
import { lambdaDynamoDbClient } from "./runtime/dynamodb-client.ts";
import { setting } from "./runtime/setting.ts";

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
