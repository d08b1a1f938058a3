import { beforeAll, expect, test } from "vitest";
import { edgeTemplate, stackTemplate } from "../../worlds/aws/stack.ts";

interface Rule {
  readonly Name: string;
  readonly Statement: { readonly RateBasedStatement?: { readonly Limit: number } };
  readonly Action?: unknown;
  readonly VisibilityConfig: unknown;
}

let acl: {
  readonly Scope: string;
  readonly Rules: readonly Rule[];
  readonly CustomResponseBodies: Record<string, { ContentType: string; Content: string }>;
};
beforeAll(() => {
  acl = Object.values(edgeTemplate().findResources("AWS::WAFv2::WebACL"))[0]?.Properties;
});

test("it counts by address what is submitted, and everything but bytes, with room for a press hall", () => {
  expect(acl.Scope).toBe("CLOUDFRONT");
  const limits = acl.Rules.flatMap(({ Name, Statement }) =>
    Statement.RateBasedStatement ? [[Name, Statement.RateBasedStatement.Limit]] : [],
  );
  expect(limits).toEqual([
    ["Submissions", 300],
    ["Requests", 10_000],
  ]);
});

test("whom it turns away reads so in each language, and is told when to come back", () => {
  for (const { Action } of acl.Rules.slice(0, 2))
    expect(Action).toEqual({
      Block: {
        CustomResponse: {
          ResponseCode: 429,
          CustomResponseBodyKey: "busy",
          ResponseHeaders: [{ Name: "Retry-After", Value: "300" }],
        },
      },
    });
  const { ContentType, Content } = acl.CustomResponseBodies.busy ?? { ContentType: "", Content: "" };
  expect(ContentType).toBe("TEXT_HTML");
  expect(Content.indexOf('<meta charset="utf-8">')).toBeLessThan(1_024); // where browsers look for it
  expect([...Content.matchAll(/<p lang="(\w+)">/g)].map(([, language]) => language)).toEqual([
    "en",
    "ru",
    "kk",
  ]);
});

test("it keeps no samples of requests, in whose paths tokens stand", () => {
  for (const { VisibilityConfig } of acl.Rules)
    expect(VisibilityConfig).toMatchObject({ SampledRequestsEnabled: false });
});

test("the distribution is put behind the one that is named", () => {
  const webAclArn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/newsroom/0a";
  const [distribution] = Object.values(
    stackTemplate({ stage: "prod", webAclArn }).findResources("AWS::CloudFront::Distribution"),
  );
  expect(distribution?.Properties.DistributionConfig.WebACLId).toBe(webAclArn);
});
