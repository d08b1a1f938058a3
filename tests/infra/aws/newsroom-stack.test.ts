import { Match, type Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, test } from "vitest";
import { newsroomTable, stackTemplate, statementsOf } from "../../worlds/aws/stack.ts";

const DOMAIN = {
  domainName: "newsroom.example.org",
  certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d",
};
let dev: Template;
let prod: Template;

beforeAll(() => {
  dev = stackTemplate({ stage: "dev" });
  prod = stackTemplate({ stage: "prod", ...DOMAIN, alarmEmail: "operator@example.org" });
});

describe("data", () => {
  test("both tables are on demand and can be put back to any second of 35 days", () => {
    prod.allResourcesProperties("AWS::DynamoDB::GlobalTable", {
      BillingMode: "PAY_PER_REQUEST",
      Replicas: [
        Match.objectLike({
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        }),
      ],
    });
    prod.resourceCountIs("AWS::DynamoDB::GlobalTable", 2);
  });

  test("prod keeps and protects tables and buckets, dev can be thrown away", () => {
    for (const type of ["AWS::DynamoDB::GlobalTable", "AWS::S3::Bucket"]) {
      prod.allResources(type, { DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
      dev.allResources(type, { DeletionPolicy: "Delete" });
    }
    prod.allResourcesProperties("AWS::DynamoDB::GlobalTable", {
      Replicas: [Match.objectLike({ DeletionProtectionEnabled: true })],
    });
  });

  test("buckets are private, encrypted and refuse plain HTTP", () => {
    prod.allResourcesProperties("AWS::S3::Bucket", {
      BucketEncryption: Match.anyValue(),
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    prod.hasResourceProperties("AWS::S3::Bucket", { VersioningConfiguration: { Status: "Enabled" } });
  });
});

describe("the read function", () => {
  test("may read the Newsroom table and write its own log, nothing else", () => {
    const statements = statementsOf(prod, /^ReadRole/);
    expect(statements.map((statement) => statement.Action)).toEqual([
      ["logs:CreateLogStream", "logs:PutLogEvents"],
      ["dynamodb:GetItem", "dynamodb:Query"],
    ]);
    expect(statements[1]?.Resource).toEqual({ "Fn::GetAtt": [newsroomTable(prod), "Arn"] });
  });

  test("runs on Node 24 and arm64, and its environment holds the table's name alone", () => {
    prod.hasResourceProperties("AWS::Lambda::Function", {
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      Environment: { Variables: { NEWSROOM_TABLE: { Ref: Match.stringLikeRegexp("Newsroom") } } },
      LoggingConfig: Match.objectLike({ LogFormat: "JSON" }),
    });
  });

  test("answers only CloudFront, which signs its requests and holds both permissions for it", () => {
    prod.hasResourceProperties("AWS::Lambda::Url", { AuthType: "AWS_IAM", InvokeMode: "BUFFERED" });
    const permission = { Principal: "cloudfront.amazonaws.com", SourceArn: Match.anyValue() };
    prod.hasResourceProperties("AWS::Lambda::Permission", {
      ...permission,
      Action: "lambda:InvokeFunctionUrl",
    });
    prod.hasResourceProperties("AWS::Lambda::Permission", {
      ...permission,
      Action: "lambda:InvokeFunction",
      InvokedViaFunctionUrl: true,
    });
  });
});

test("alarms reach the operator's mail", () => {
  prod.hasResourceProperties("AWS::SNS::Subscription", {
    Protocol: "email",
    Endpoint: "operator@example.org",
  });
  for (const alarm of Object.values(prod.findResources("AWS::CloudWatch::Alarm")))
    expect(alarm.Properties.AlarmActions).toEqual([{ Ref: expect.stringMatching(/^AlarmsTopic/) }]);
});

test.each([
  ["AlarmsTopic", "cloudwatch.amazonaws.com"],
  ["RegistrationMailFeedback", "ses.amazonaws.com"],
])(
  "the topic %s, whose own policy replaces the usual one, still takes what %s of this account tells",
  (topic, service) => {
    const ref = { Ref: expect.stringMatching(new RegExp(`^${topic}`)) };
    const [policy] = Object.values(prod.findResources("AWS::SNS::TopicPolicy")).filter(({ Properties }) =>
      Properties.Topics[0].Ref.startsWith(topic),
    );
    expect(policy?.Properties.Topics).toEqual([ref]);
    const statements: Record<string, unknown>[] = policy?.Properties.PolicyDocument.Statement;
    const [allowed, ...more] = statements.filter(({ Effect }) => Effect === "Allow");
    expect(more).toEqual([]);
    expect(allowed).toMatchObject({ Action: "sns:Publish", Principal: { Service: service }, Resource: ref });
    expect(JSON.stringify(allowed?.Condition)).toMatch(/aws:SourceAccount":\{"Ref":"AWS::AccountId"\}/i);
  },
);

test("an alarm watches every operation with which the read function asks the table", () => {
  const [alarm] = Object.values(
    prod.findResources("AWS::CloudWatch::Alarm", {
      Properties: { AlarmDescription: Match.stringLikeRegexp("refused reads") },
    }),
  );
  for (const operation of ["GetItem", "Query"])
    expect(JSON.stringify(alarm)).toContain(`{"Name":"Operation","Value":"${operation}"}`);
});

test("the outputs name what publishing needs and where the logs are, what a domain has only where there is one", () => {
  const names = [
    "NewsroomTable",
    "RegistrationsTable",
    "MediaBucket",
    "OriginalsBucket",
    "LogsBucket",
    "DistributionId",
    "DistributionAddress",
    "ReadLog",
    "AnnounceLog",
    "DownloadLog",
    "EarlyLog",
    "RegisterLog",
    "DeliverLog",
    "HousekeepingLog",
    "FeedbackLog",
    "LinkKey",
    "SealKey",
    "MailFrom",
  ];
  expect(Object.keys(dev.findOutputs("*")).sort()).toEqual([...names].sort());
  const ofDomain = ["PublicAddress", "Dkim1", "Dkim2", "Dkim3"];
  expect(Object.keys(prod.findOutputs("*")).sort()).toEqual([...names, ...ofDomain].sort());
});

test.each([
  [{ stage: "staging" }, "stage-unknown"],
  [{ stage: "prod", domainName: "newsroom.example.org" }, "domain-incomplete"],
  [
    { stage: "prod", ...DOMAIN, certificateArn: "arn:aws:acm:eu-central-1:123456789012:certificate/0a" },
    "domain-incomplete",
  ],
])("the context %j is refused as %s", (context, code) => {
  expect(() => stackTemplate(context)).toThrow(expect.objectContaining({ code }));
});
