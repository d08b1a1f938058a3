import { Match, type Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, test } from "vitest";
import { newsroomTable, stackTemplate, statementsOf } from "../../worlds/aws/stack.ts";

let template: Template;
beforeAll(() => {
  template = stackTemplate({ stage: "dev" });
});

describe("the announcing function", () => {
  test("may touch in the table only what it reads, its mark, and notices that it removes", () => {
    const allowed = statementsOf(template, /^AnnounceRole/).filter(({ Action }) =>
      String(Action).startsWith("dynamodb:"),
    );
    const partitions = (keys: string[]) => ({
      "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": keys },
    });
    expect(allowed.map(({ Action, Condition }) => [Action, Condition])).toEqual([
      ["dynamodb:Query", partitions(["turnings", "notices"])],
      ["dynamodb:GetItem", partitions(["announced", "site#en", "site#ru", "site#kk"])],
      ["dynamodb:PutItem", partitions(["announced"])],
      ["dynamodb:DeleteItem", partitions(["notices"])],
    ]);
    for (const { Resource } of allowed)
      expect(Resource).toEqual({ "Fn::GetAtt": [newsroomTable(template), "Arn"] });
  });

  test("may beside that invalidate this distribution, write its log and leave dead letters", () => {
    const others = statementsOf(template, /^AnnounceRole/).filter(
      ({ Action }) => !String(Action).startsWith("dynamodb:"),
    );
    expect(others.map(({ Action }) => Action)).toEqual([
      ["logs:CreateLogStream", "logs:PutLogEvents"],
      "cloudfront:CreateInvalidation",
      "sqs:SendMessage",
    ]);
    const [distribution] = Object.keys(template.findResources("AWS::CloudFront::Distribution"));
    expect(JSON.stringify(others[1]?.Resource)).toContain(`:distribution/",{"Ref":"${distribution}"}`);
  });

  test("ends before the next run begins, and leaves trying again to it", () => {
    template.hasResourceProperties("AWS::Lambda::Function", {
      Description: Match.stringLikeRegexp("caches and subscribers"),
      Timeout: 55,
      ReservedConcurrentExecutions: Match.absent(),
      DeadLetterConfig: Match.anyValue(),
      LoggingConfig: Match.objectLike({ LogFormat: "JSON" }),
    });
    template.hasResourceProperties("AWS::Lambda::EventInvokeConfig", {
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 60,
    });
  });
});

describe("its schedule", () => {
  test("starts it every minute, tries again, and leaves a letter when it cannot", () => {
    template.hasResourceProperties("AWS::Scheduler::Schedule", {
      ScheduleExpression: "rate(1 minute)",
      State: "ENABLED",
      Target: Match.objectLike({
        DeadLetterConfig: Match.anyValue(),
        RetryPolicy: { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 60 },
      }),
    });
  });

  test("may start this function alone, for this account alone", () => {
    expect(statementsOf(template, /^AnnounceInvoker/).map(({ Action }) => Action)).toEqual([
      "lambda:InvokeFunction",
      "sqs:SendMessage",
    ]);
    expect(JSON.stringify(statementsOf(template, /^AnnounceInvoker/))).not.toContain("*");
    template.hasResourceProperties("AWS::IAM::Role", {
      AssumeRolePolicyDocument: Match.objectLike({
        Statement: [
          Match.objectLike({
            Principal: { Service: "scheduler.amazonaws.com" },
            Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
          }),
        ],
      }),
    });
  });

  test("leaves its letters encrypted, over TLS, for a day", () => {
    template.hasResourceProperties("AWS::SQS::Queue", {
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 86_400,
    });
    template.hasResourceProperties("AWS::SQS::QueuePolicy", {
      PolicyDocument: Match.objectLike({
        Statement: [
          Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        ],
      }),
    });
  });
});

describe("alarms", () => {
  test("wake the operator when announcing is five minutes behind, or silent for five", () => {
    template.hasResourceProperties("AWS::CloudWatch::Alarm", {
      Namespace: "Dateline",
      MetricName: "AnnouncementLag",
      Dimensions: [{ Name: "Stage", Value: "dev" }],
      Statistic: "Maximum",
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: 300,
      ComparisonOperator: "GreaterThanThreshold",
      TreatMissingData: "breaching",
    });
  });

  test.each([
    ["Errors", "AWS/Lambda"],
    ["ApproximateNumberOfMessagesVisible", "AWS/SQS"],
  ])("wake the operator at the first of its %s", (metric, namespace) => {
    template.hasResourceProperties("AWS::CloudWatch::Alarm", {
      MetricName: metric,
      Namespace: namespace,
      Threshold: 1,
      AlarmDescription: Match.stringLikeRegexp("^Announcing"),
    });
  });
});
