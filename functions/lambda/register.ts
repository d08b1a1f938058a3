import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { toInstant } from "../domain/instant.ts";
import { registrationApp } from "../http/registration-app.ts";
import { bindToDeadlines } from "../storage/deadline.ts";
import { doNotInvite } from "../storage/do-not-invite.ts";
import { kmsSigner } from "../storage/early-link-signer.ts";
import { limits } from "../storage/limits.ts";
import { newsroomReader } from "../storage/newsroom-reader.ts";
import { registrationEvents } from "../storage/registration-events.ts";
import { kmsSeal } from "../storage/registration-token-seal.ts";
import { registrations } from "../storage/registrations.ts";
import { shadowSubmissions } from "../storage/shadow-submissions.ts";
import { lambdaDynamoDbClient } from "./dynamodb-client.ts";
import { edgeSecrets } from "./edge-secrets.ts";
import { failureLine } from "./failure-line.ts";
import { httpApiHandler } from "./http-api.ts";
import { optionalSetting, setting } from "./setting.ts";
import { writeLine } from "./write-line.ts";

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
