import { randomUUID } from "node:crypto";
import { KMSClient } from "@aws-sdk/client-kms";
import type { Template } from "aws-cdk-lib/assertions";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { makeToken } from "../../../functions/domain/early/token.ts";
import { EDGE_SECRET_HEADER } from "../../../functions/domain/edge-header.ts";
import { addSeconds, toInstant } from "../../../functions/domain/instant.ts";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { createTables, type TableNames } from "../../../functions/storage/dynamodb/tables.ts";
import { kmsSigner } from "../../../functions/storage/kms/early-link-signer.ts";
import { earlyGrants } from "../../../functions/storage/registrations/early-grants.ts";
import { localDynamoDbClient } from "../../../infra/local/clients.ts";
import { type AwsStandIn, awsStandIn } from "../../worlds/aws/aws-stand-in.ts";
import { EDGE_SECRET, lambdaEnvironment, loaded } from "../../worlds/aws/lambda-environment.ts";
import { idle, refused, tableStatements } from "../../worlds/aws/role-policies.ts";
import { stackTemplate } from "../../worlds/aws/stack.ts";
import { releaseDocument, siteDocument } from "../../worlds/documents/documents.ts";
import { DAYS, grantOf, unitOf } from "../../worlds/reading/early.ts";
import type { RecordedDynamoDb } from "../../worlds/tables/recorded-dynamodb.ts";
import { storedPublication, storedSite, storeItems } from "../../worlds/tables/stored.ts";

let template: Template;
let tables: TableNames;
let aws: AwsStandIn;
let recorded: RecordedDynamoDb;

beforeAll(async () => {
  template = stackTemplate({ stage: "prod" });
  tables = { newsroom: `newsroom-${randomUUID()}`, registrations: `registrations-${randomUUID()}` };
  aws = await awsStandIn(EDGE_SECRET);
  lambdaEnvironment(aws.endpoint, tables);
  const dynamodb = inject("dynamodbEndpoint");
  const { handler, ...early } = await loaded(dynamodb, () => import("../../../functions/lambda/early.ts"));
  recorded = early.recorded;

  const client = localDynamoDbClient(dynamodb);
  await createTables(client, tables);
  const now = toInstant(new Date());
  const publishAt = addSeconds(now, DAYS(1));
  const release = releaseDocument("en", { publishAt });
  await storeItems(client, tables.newsroom, [
    ...LANGUAGES.map((language) => storedSite(siteDocument(language))),
    ...storedPublication(release),
  ]);
  const grant = grantOf([unitOf(release, publishAt)], { createdAt: now, expiresAt: publishAt });
  await earlyGrants(client, tables.registrations).add(grant);
  const token = await makeToken(kmsSigner(new KMSClient({}), "link-key"), grant.id);

  const ask = (method: string, path: string, cookies: readonly string[] = []) =>
    handler({
      rawPath: path,
      rawQueryString: "",
      headers: { [EDGE_SECRET_HEADER.toLowerCase()]: EDGE_SECRET },
      cookies: cookies.map((cookie) => cookie.split(";")[0] ?? ""),
      isBase64Encoded: false,
      requestContext: { domainName: "api.example", http: { method } },
    });
  for (const language of LANGUAGES) await ask("GET", `/${language}/early/${token}`);
  const { cookies } = await ask("POST", `/en/early/${token}`);
  const { statusCode, body } = await ask(
    "GET",
    `/en/early/${token}/releases/${release.slug}`,
    cookies.slice(0, 1),
  );
  if (statusCode !== 200 || !body.includes(release.title))
    throw new Error(`Nothing was opened: ${statusCode}`);
});
afterAll(() => {
  vi.unstubAllEnvs();
  aws.stop();
  recorded.stop();
});

test("the role of early access allows whatever its function asks of the tables, and nothing that it could do without", async () => {
  const statements = tableStatements(template, /^EarlyRole/, tables);
  expect(await refused(statements, recorded.calls)).toEqual([]);
  expect(await idle(statements, recorded.calls)).toEqual([]);
});
