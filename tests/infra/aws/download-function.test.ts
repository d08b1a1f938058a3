import { Match, type Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, test } from "vitest";
import { newsroomTable, stackTemplate, statementsOf } from "../../worlds/aws/stack.ts";

let template: Template;
beforeAll(() => {
  template = stackTemplate({ stage: "prod" });
});

describe("the function of downloads", () => {
  test("reads items of the Newsroom table, adds to counts, and has no way to any bucket", () => {
    const table = { "Fn::GetAtt": [newsroomTable(template), "Arn"] };
    expect(statementsOf(template, /^DownloadRole/)).toEqual([
      expect.objectContaining({ Action: ["logs:CreateLogStream", "logs:PutLogEvents"] }),
      { Effect: "Allow", Action: "dynamodb:GetItem", Resource: table },
      {
        Effect: "Allow",
        Action: "dynamodb:UpdateItem",
        Resource: table,
        Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["downloads#*"] } },
      },
    ]);
  });

  test("knows the name of the table and the stage, and nothing else", () => {
    const [found] = Object.values(
      template.findResources("AWS::Lambda::Function", {
        Properties: { Description: Match.stringLikeRegexp("downloads") },
      }),
    );
    expect(found?.Properties.Environment.Variables).toEqual({
      NEWSROOM_TABLE: { Ref: newsroomTable(template) },
      STAGE: "prod",
    });
  });

  test("answers only CloudFront, which signs its requests", () => {
    template.allResourcesProperties("AWS::Lambda::Url", { AuthType: "AWS_IAM", InvokeMode: "BUFFERED" });
    template.resourceCountIs("AWS::Lambda::Url", 2);
    const signing = template.findResources("AWS::CloudFront::OriginAccessControl", {
      Properties: { OriginAccessControlConfig: { OriginAccessControlOriginType: "lambda" } },
    });
    expect(Object.keys(signing).length).toBe(2);
  });
});

test("no answer about a download is kept at the edge", () => {
  const [distribution] = Object.values(template.findResources("AWS::CloudFront::Distribution"));
  const behaviours: Record<string, unknown>[] = distribution?.Properties.DistributionConfig.CacheBehaviors;
  const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"; // AWS's own policy of that name
  expect(behaviours.find(({ PathPattern }) => PathPattern === "/downloads/*")).toMatchObject({
    CachePolicyId: cachingDisabled,
    OriginRequestPolicyId: { Ref: expect.stringMatching(/ForwardedForDownloads/) },
  });
});

test("what decides about counting reaches the function, no cookie and no address does", () => {
  template.hasResourceProperties("AWS::CloudFront::OriginRequestPolicy", {
    OriginRequestPolicyConfig: Match.objectLike({
      CookiesConfig: { CookieBehavior: "none" },
      HeadersConfig: {
        HeaderBehavior: "whitelist",
        Headers: ["Accept-Language", "User-Agent", "Sec-Purpose", "Purpose", "X-Dateline-Range"],
      },
    }),
  });
});

test("an alarm rings when downloads are got and not counted", () => {
  template.hasResourceProperties("AWS::CloudWatch::Alarm", {
    MetricName: "DownloadsUncounted",
    Namespace: "Dateline",
    Dimensions: [{ Name: "Stage", Value: "prod" }],
    TreatMissingData: "notBreaching",
  });
});
