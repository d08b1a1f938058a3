import { Match, type Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, test } from "vitest";
import { stackTemplate, statementsOf } from "../../worlds/aws/stack.ts";

let template: Template;
beforeAll(() => {
  template = stackTemplate({ stage: "prod", mailReplies: "calendar@replies.example.org" });
});

const actionsOf = (role: RegExp) => statementsOf(template, role).flatMap(({ Action }) => [Action].flat());

describe("each function of registration", () => {
  test("may seal and open links, only open them, or neither", () => {
    expect(
      actionsOf(/Register(?!ed)\w*Role/)
        .filter((each) => each.startsWith("kms:"))
        .sort(),
    ).toEqual(["kms:Decrypt", "kms:Encrypt", "kms:GenerateMac", "kms:VerifyMac"]);
    for (const role of [/DeliverRole/, /HousekeepingRole/])
      expect(actionsOf(role).filter((each) => each.startsWith("kms:"))).toEqual(["kms:Decrypt"]);
    for (const role of [/FeedbackRole/, /RepliesRole/])
      expect(actionsOf(role).filter((each) => each.startsWith("kms:"))).toEqual([]);
  });

  test("never reaches a whole table of people", () => {
    for (const role of [/RegisterRole/, /DeliverRole/, /HousekeepingRole/, /FeedbackRole/, /RepliesRole/]) {
      const statements = statementsOf(template, role).filter(
        ({ Action, Resource }) =>
          [Action]
            .flat()
            .some((each) => /^dynamodb:(Get|Put|Update|Delete)Item$|^dynamodb:Query$/.test(each)) &&
          JSON.stringify(Resource).includes("Registrations"),
      );
      expect(statements.length).toBeGreaterThan(0);
      for (const { Condition } of statements)
        expect(JSON.stringify(Condition)).toContain("dynamodb:LeadingKeys");
      expect(actionsOf(role)).not.toContain("dynamodb:Scan");
    }
  });

  test("that answers forms may look through those who wait and the seats that are held, and list nobody else", () => {
    const queries = statementsOf(template, /Register(?!ed)\w*Role/).filter(
      ({ Action, Resource }) =>
        [Action].flat().includes("dynamodb:Query") && JSON.stringify(Resource).includes("Registrations"),
    );
    const keys = queries.flatMap(({ Condition }) => JSON.stringify(Condition).match(/"[a-z-]+#\*"/g) ?? []);
    expect(keys.sort()).toEqual(['"holds#*"', '"waiting#*"']);
  });

  test("may put letters into a queue, and look into none", () => {
    for (const role of [/DeliverRole/, /HousekeepingRole/, /FeedbackRole/, /RepliesRole/])
      expect(actionsOf(role).filter((each) => each.startsWith("sqs:"))).toEqual(["sqs:SendMessage"]);
  });

  test("sends mail only where that is its work", () => {
    const senders = [/RegisterRole/, /DeliverRole/, /HousekeepingRole/, /FeedbackRole/, /RepliesRole/].map(
      (role) => actionsOf(role).some((each) => each.startsWith("ses:")),
    );
    expect(senders).toEqual([false, true, true, false, false]);
  });
});

test("delivering is woken by mail that is new, tells which records failed, and gives up into a queue", () => {
  template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
    FunctionResponseTypes: ["ReportBatchItemFailures"],
    BisectBatchOnFunctionError: true,
    FilterCriteria: {
      Filters: [
        {
          Pattern: Match.serializedJson({
            eventName: ["INSERT"],
            dynamodb: { Keys: { pk: { S: [{ prefix: "outbox#" }] } } },
          }),
        },
      ],
    },
    DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
  });
  template.resourcePropertiesCountIs(
    "AWS::DynamoDB::GlobalTable",
    { StreamSpecification: { StreamViewType: Match.anyValue() } },
    1,
  );
});

test("a crowd may come to the form, and as many to their links, before the HTTP API turns anyone away", () => {
  const [stage] = Object.values(template.findResources("AWS::ApiGatewayV2::Stage"));
  const crowd = { ThrottlingRateLimit: 300, ThrottlingBurstLimit: 600 };
  expect(stage?.Properties.RouteSettings).toEqual({
    "ANY /{language}/register/{proxy+}": crowd,
    "ANY /{language}/registration/{proxy+}": crowd,
  });
});

test.each([
  ["MailWaits", "Sum", 1, "GreaterThanOrEqualToThreshold"],
  ["MailLag", "Maximum", 600, "GreaterThanThreshold"],
  ["MailFailed", "Sum", 1, "GreaterThanOrEqualToThreshold"],
])("an alarm watches %s, which functions write", (MetricName, Statistic, Threshold, ComparisonOperator) => {
  template.hasResourceProperties("AWS::CloudWatch::Alarm", {
    Namespace: "Dateline",
    MetricName,
    Dimensions: [{ Name: "Stage", Value: "prod" }],
    Statistic,
    Threshold,
    ComparisonOperator,
    TreatMissingData: "notBreaching",
  });
});
