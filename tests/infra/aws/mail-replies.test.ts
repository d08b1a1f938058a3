import { Match, type Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, test } from "vitest";
import { readMailSettings } from "../../../infra/aws/stage/mail-settings.ts";
import { stackTemplate, statementsOf } from "../../worlds/aws/stack.ts";

const REPLIES = "calendar@replies.example.org";
const DOMAIN = {
  domainName: "newsroom.example.org",
  certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d",
};
let template: Template;
let without: Template;
beforeAll(() => {
  template = stackTemplate({ stage: "prod", ...DOMAIN, mailReplies: REPLIES });
  without = stackTemplate({ stage: "prod", ...DOMAIN });
});

/** Environments of the functions that have this variable set to that value. */
const told = (of: Template) =>
  Object.keys(
    of.findResources("AWS::Lambda::Function", {
      Properties: { Environment: { Variables: { MAIL_REPLIES: REPLIES } } },
    }),
  ).map((id) => /^Registration(\w+?)Function/.exec(id)?.[1]);

test("a stage without an address for answers receives no mail, and tells no function of one", () => {
  without.resourceCountIs("AWS::SES::ReceiptRuleSet", 0);
  without.resourceCountIs("AWS::SES::ReceiptRule", 0);
  expect(told(without)).toEqual([]);
  for (const name of ["MailReplies", "ReceiptRuleSet", "RepliesTopic", "RepliesLog", "RepliesDkim*"])
    expect(without.findOutputs(name)).toEqual({});
});

describe("where there is an address for answers", () => {
  test("SES takes mail to it alone, over TLS alone, scans it, and hands it on whole", () => {
    template.resourceCountIs("AWS::SES::ReceiptRule", 1);
    template.hasResourceProperties("AWS::SES::ReceiptRule", {
      Rule: {
        Enabled: true,
        Recipients: [REPLIES],
        TlsPolicy: "Require",
        ScanEnabled: true,
        Actions: [
          { SNSAction: { Encoding: "Base64", TopicArn: { Ref: Match.stringLikeRegexp("ReceivingTopic") } } },
        ],
      },
      RuleSetName: { Ref: Match.stringLikeRegexp("ReceivingRules") },
    });
  });

  test("receipt rules of this account may tell the topic, nothing else may, and they are told of it first", () => {
    const [policy] = Object.entries(template.findResources("AWS::SNS::TopicPolicy")).filter(([id]) =>
      id.includes("ReceivingTopic"),
    );
    const [id, { Properties } = { Properties: undefined }] = policy ?? [];
    const statements: Record<string, unknown>[] = Properties?.PolicyDocument.Statement ?? [];
    const [allowed, ...more] = statements.filter(({ Effect }) => Effect === "Allow");
    expect(more).toEqual([]);
    expect(allowed).toMatchObject({
      Action: "sns:Publish",
      Principal: { Service: "ses.amazonaws.com" },
      Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
    });
    expect(JSON.stringify(allowed?.Condition)).toContain(":receipt-rule-set/*:receipt-rule/*");
    const [rule] = Object.values(template.findResources("AWS::SES::ReceiptRule"));
    expect(rule?.DependsOn).toContain(id);
  });

  test("whoever writes entries of calendars, and whoever must know our own mail, is told the address", () => {
    expect(told(template).toSorted()).toEqual(["Deliver", "Housekeeping", "Register", "Replies"]);
  });

  test("its function is started by the topic, and mail that it gives up stays for four days", () => {
    template.hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "lambda",
      TopicArn: { Ref: Match.stringLikeRegexp("ReceivingTopic") },
      RedrivePolicy: {
        deadLetterTargetArn: { "Fn::GetAtt": [Match.stringLikeRegexp("RepliesDeadLetters"), "Arn"] },
      },
    });
    const queues = template.findResources("AWS::SQS::Queue", {
      Properties: { MessageRetentionPeriod: 4 * 86_400 },
    });
    expect(Object.keys(queues)).toContainEqual(expect.stringContaining("RepliesDeadLetters"));
  });

  test("its function reads events and registrations, and writes nothing but them and their mail", () => {
    const actions = statementsOf(template, /RepliesRole/).flatMap(({ Action }) => [Action].flat());
    expect(actions.filter((each) => !each.startsWith("logs:")).toSorted()).toEqual([
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "sqs:SendMessage",
    ]);
  });

  test.each(["RepliesErrors", "RepliesDeadLetters"])("an alarm is called %s", (name) => {
    const alarms = Object.keys(template.findResources("AWS::CloudWatch::Alarm"));
    expect(alarms).toContainEqual(expect.stringMatching(new RegExp(`^Alarms${name}`)));
  });

  test("the outputs name what an operator has to do: the rule set to activate, the records of the domain", () => {
    expect(template.findOutputs("MailReplies")).toEqual({ MailReplies: { Value: REPLIES } });
    expect(Object.keys(template.findOutputs("*"))).toEqual(
      expect.arrayContaining([
        "ReceiptRuleSet",
        "RepliesTopic",
        "RepliesLog",
        "RepliesDkim1",
        "RepliesDkim2",
        "RepliesDkim3",
      ]),
    );
  });
});

const ASKED = { newsroom: "newsroom.example.org", domain: undefined, from: undefined, replies: REPLIES };

test.each([
  ["the domain of the address", {}, "replies.example.org"],
  ["it also where it lies below the sender's", { domain: "example.org" }, "replies.example.org"],
  [
    "it where the sender is one address",
    { newsroom: undefined, from: "me@example.com" },
    "replies.example.org",
  ],
  ["it where nobody is the sender", { newsroom: undefined }, "replies.example.org"],
  ["nothing where it is the sender's", { domain: "replies.example.org" }, undefined],
  ["nothing where all is verified already", { identity: "existing" }, undefined],
  ["it in ASCII", { replies: "calendar@жауап.example.org" }, "xn--80aaq2bs.example.org"],
])("a stage has verified for answers %s", (_, given, domain) => {
  expect(readMailSettings({ ...ASKED, ...given }).replies?.domain).toBe(domain);
});

test.each(["calendar", "calendar@", "two words@example.org", "calendar@newsroom.example.org", "a@b"])(
  "%s is refused as an address for answers",
  (replies) => {
    expect(() => readMailSettings({ ...ASKED, replies })).toThrow(
      expect.objectContaining({ code: "option-invalid", help: expect.stringContaining("mailReplies") }),
    );
  },
);
