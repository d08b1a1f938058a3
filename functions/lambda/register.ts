import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { toInstant } from "../domain/instant.ts";
import { registrationApp } from "../http/apps/registration-app.ts";
import { bindToDeadlines } from "../storage/dynamodb/deadline.ts";
import { kmsSigner } from "../storage/kms/early-link-signer.ts";
import { kmsSeal } from "../storage/kms/registration-token-seal.ts";
import { newsroomReader } from "../storage/newsroom/newsroom-reader.ts";
import { registrationEvents } from "../storage/newsroom/registration-events.ts";
import { doNotInvite } from "../storage/registrations/do-not-invite.ts";
import { limits } from "../storage/registrations/limits.ts";
import { registrations } from "../storage/registrations/registrations.ts";
import { shadowSubmissions } from "../storage/registrations/shadow-submissions.ts";
import { edgeSecrets } from "./edge-secrets.ts";
import { httpApiHandler } from "./http/http-api.ts";
import { lambdaDynamoDbClient } from "./runtime/dynamodb-client.ts";
import { failureLine } from "./runtime/failure-line.ts";
import { optionalSetting, setting } from "./runtime/setting.ts";
import { writeLine } from "./runtime/write-line.ts";

/** The function that answers the form of registration and whatever a registration's link can do. */
const clock = () => new Date();
const dynamodb = bindToDeadlines(lambdaDynamoDbClient(process.env));
const settings = { maxAttempts: 3, requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 } };
const kms = bindToDeadlines(new KMSClient(settings));
const people = setting("REGISTRATIONS_TABLE");
const signer = kmsSigner(kms, setting("LINK_KEY"));
const reader = newsroomReader(dynamodb, setting("NEWSROOM_TABLE"));

const app = registrationApp({
  reader,
  clock,
  preview: false,
  registering: {
    registrations: registrations(dynamodb, people),
    seal: kmsSeal(kms, setting("SEAL_KEY")),
    shadows: shadowSubmissions(dynamodb, people),
    limits: limits(dynamodb, people),
    doNotInvite: doNotInvite(dynamodb, people, signer),
    clock: () => clock().getTime(),
    report: ({ kind, error }) => writeLine(failureLine(kind, error, toInstant(clock()))),
  },
  events: registrationEvents(reader),
  signer,
  replies: optionalSetting("MAIL_REPLIES"),
  edgeSecrets: edgeSecrets(
    new SecretsManagerClient(settings),
    [setting("EDGE_SECRET_A"), setting("EDGE_SECRET_B")],
    clock,
  ),
  secure: true,
});

export const handler = httpApiHandler((request) => app.fetch(request));
