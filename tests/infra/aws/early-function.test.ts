import { Match, type Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, test } from "vitest";
import { type Statement, stackTemplate, statementsOf } from "../../worlds/aws/stack.ts";

let template: Template;
beforeAll(() => {
  template = stackTemplate({ stage: "prod" });
});

function distribution() {
  const [found] = Object.values(template.findResources("AWS::CloudFront::Distribution"));
  return found?.Properties.DistributionConfig;
}

describe("the function of early access", () => {
  const allowed = (action: string) =>
    statementsOf(template, /^EarlyRole/).filter(({ Action }) => [Action].flat().includes(action));
  const on = (statements: Statement[]) => statements.map(({ Resource }) => JSON.stringify(Resource));

  test("may do exactly what it needs", () => {
    expect(statementsOf(template, /^EarlyRole/).map(({ Action }) => Action)).toEqual([
      ["logs:CreateLogStream", "logs:PutLogEvents"],
      "dynamodb:GetItem",
      ["dynamodb:GetItem", "dynamodb:PutItem"],
      ["kms:GenerateMac", "kms:VerifyMac"],
      "s3:GetObject",
      "secretsmanager:GetSecretValue",
    ]);
  });

  test("reads and writes of Registrations what belongs to grants, and no list of people", () => {
    const [statement, ...more] = allowed("dynamodb:PutItem");
    expect(more).toEqual([]);
    expect(JSON.stringify(statement?.Resource)).toContain("Registrations");
    expect(statement?.Condition).toEqual({
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["early#*"] },
    });
  });

  test("reads of Newsroom pages and what stands around them, not how one joins an event online", () => {
    expect(allowed("dynamodb:GetItem").map(({ Condition }) => Condition)).toContainEqual({
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["/*", "site#en", "site#ru", "site#kk"] },
    });
  });

  test("reads media and nothing else of the bucket", () => {
    expect(on(allowed("s3:GetObject"))[0]).toMatch(/"\/media\/\*"/);
  });

  test("has names of secrets in its environment, and no secret", () => {
    const [found] = Object.values(
      template.findResources("AWS::Lambda::Function", {
        Properties: { Description: Match.stringLikeRegexp("early access") },
      }),
    );
    const { Variables } = found?.Properties.Environment ?? {};
    expect(Object.keys(Variables).toSorted()).toEqual([
      "EDGE_SECRET_A",
      "EDGE_SECRET_B",
      "LINK_KEY",
      "MEDIA_BUCKET",
      "NEWSROOM_TABLE",
      "REGISTRATIONS_TABLE",
    ]);
    for (const name of ["EDGE_SECRET_A", "EDGE_SECRET_B"])
      expect(Variables[name]).toEqual({ Ref: expect.stringMatching(/^EdgeSecrets[AB]/) });
    expect(JSON.stringify(Variables)).not.toContain("resolve:");
  });
});

test("links are signed by a key that stays in KMS", () => {
  template.hasResourceProperties("AWS::KMS::Key", {
    KeySpec: "HMAC_256",
    KeyUsage: "GENERATE_VERIFY_MAC",
  });
});

test("early access goes to the HTTP API in every language, is kept nowhere and takes forms", () => {
  const behaviours = distribution().CacheBehaviors.filter(({ PathPattern }: { PathPattern: string }) =>
    PathPattern.includes("/early/"),
  );
  expect(behaviours.map(({ PathPattern }: { PathPattern: string }) => PathPattern)).toEqual([
    "/en/early/*",
    "/ru/early/*",
    "/kk/early/*",
  ]);
  const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"; // AWS's own policy of that name
  for (const behaviour of behaviours) {
    expect(behaviour.CachePolicyId).toBe(cachingDisabled);
    expect(behaviour.AllowedMethods).toContain("POST");
  }
});

test.each([
  [{ stage: "prod" }, "EdgeSecretsA"],
  [{ stage: "prod", edgeSecret: "b" }, "EdgeSecretsB"],
])("with the context %j the edge sends the secret %s, by reference", (context, id) => {
  const [found] = Object.values(stackTemplate(context).findResources("AWS::CloudFront::Distribution"));
  const origins: { OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[] }[] =
    found?.Properties.DistributionConfig.Origins;
  const headers = origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders);
  expect(headers.map(({ HeaderName }) => HeaderName)).toEqual(["X-Dateline-Edge"]);
  expect(JSON.stringify(headers[0]?.HeaderValue)).toMatch(
    new RegExp(`resolve:secretsmanager:.*"Ref":"${id}`),
  );
});

test("the HTTP API is throttled, and its log holds routes, not the paths in which tokens stand", () => {
  const [stage] = Object.values(template.findResources("AWS::ApiGatewayV2::Stage"));
  expect(stage?.Properties.DefaultRouteSettings).toEqual({
    ThrottlingBurstLimit: 100,
    ThrottlingRateLimit: 50,
  });
  const { Format } = stage?.Properties.AccessLogSettings ?? {};
  expect(Format).toContain("$context.routeKey");
  expect(Format).not.toMatch(/context\.path|identity|rawPath/);
});

test("whom the HTTP API turns away is counted from its log, without those whom a function asked to wait", () => {
  template.hasResourceProperties("AWS::Logs::MetricFilter", {
    FilterPattern: '{ ($.status = "429") && ($.answered != "429") }',
    MetricTransformations: [
      Match.objectLike({
        MetricNamespace: "Dateline",
        MetricName: "TurnedAway",
        Dimensions: [{ Key: "Stage", Value: "$.stage" }],
      }),
    ],
  });
  const [stage] = Object.values(template.findResources("AWS::ApiGatewayV2::Stage"));
  expect(JSON.parse(stage?.Properties.AccessLogSettings.Format)).toMatchObject({
    stage: "prod",
    status: "$context.status",
    answered: "$context.integration.status",
  });
  template.hasResourceProperties("AWS::CloudWatch::Alarm", {
    Namespace: "Dateline",
    MetricName: "TurnedAway",
    Dimensions: [{ Name: "Stage", Value: "prod" }],
    Threshold: 1,
  });
});

test("what is known of people ends by itself", () => {
  template.resourcePropertiesCountIs(
    "AWS::DynamoDB::GlobalTable",
    { TimeToLiveSpecification: { AttributeName: "expires", Enabled: true } },
    1,
  );
});
