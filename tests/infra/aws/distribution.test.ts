import { Match, type Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, test } from "vitest";
import { stackTemplate } from "../../worlds/aws/stack.ts";

let template: Template;
beforeAll(() => {
  template = stackTemplate({ stage: "dev" });
});

function config() {
  const [distribution] = Object.values(template.findResources("AWS::CloudFront::Distribution"));
  return distribution?.Properties.DistributionConfig;
}

describe("behaviours", () => {
  test("choose by path and let every method through to our own 405", () => {
    const behaviours = [config().DefaultCacheBehavior, ...config().CacheBehaviors];
    expect(config().CacheBehaviors.map((each: { PathPattern: string }) => each.PathPattern)).toEqual([
      "/api/*",
      "/en/early/*",
      "/ru/early/*",
      "/kk/early/*",
      "/en/register/*",
      "/ru/register/*",
      "/kk/register/*",
      "/en/registration/*",
      "/ru/registration/*",
      "/kk/registration/*",
      "/media/*.svg",
      "/media/*",
      "/downloads/*",
    ]);
    for (const behaviour of behaviours) {
      expect(behaviour.AllowedMethods).toContain("DELETE");
      expect(behaviour.ViewerProtocolPolicy).toBe("redirect-to-https");
    }
  });

  test("media is not compressed, so that ranges of it stay true", () => {
    const media = config().CacheBehaviors.filter((each: { PathPattern: string }) =>
      each.PathPattern.startsWith("/media/"),
    );
    expect(media.map(({ Compress }: { Compress: boolean }) => Compress)).toEqual([false, false]);
  });

  test("every behaviour runs the viewer-request function, media the response function too", () => {
    const events = (behaviour: { FunctionAssociations: { EventType: string }[] }) =>
      behaviour.FunctionAssociations.map((each) => each.EventType);
    expect(events(config().DefaultCacheBehavior)).toEqual(["viewer-request"]);
    for (const behaviour of config().CacheBehaviors)
      expect(events(behaviour)).toEqual(
        behaviour.PathPattern.startsWith("/media/")
          ? ["viewer-request", "viewer-response"]
          : ["viewer-request"],
      );
  });
});

test("no error is kept by the edge and none is replaced by a page that is not ours", () => {
  for (const response of config().CustomErrorResponses) {
    expect(response).toEqual({ ErrorCode: expect.any(Number), ErrorCachingMinTTL: 0 });
  }
  expect(config().CustomErrorResponses.map((each: { ErrorCode: number }) => each.ErrorCode)).toContain(404);
});

test("no log of the edge holds addresses, for some of them open what is one person's", () => {
  expect(config()).not.toHaveProperty("Logging");
  for (const type of ["AWS::CloudFront::RealtimeLogConfig", "AWS::Logs::DeliverySource"])
    template.resourceCountIs(type, 0);
});

test("nothing is cached unless the origin says so", () => {
  template.allResourcesProperties("AWS::CloudFront::CachePolicy", {
    CachePolicyConfig: Match.objectLike({ DefaultTTL: 0, MinTTL: 0 }),
  });
});

test("readers are told to ask again each time, so no countdown to a lift reaches them", () => {
  template.hasResourceProperties("AWS::CloudFront::ResponseHeadersPolicy", {
    ResponseHeadersPolicyConfig: Match.objectLike({
      CustomHeadersConfig: {
        Items: Match.arrayWith([{ Header: "Cache-Control", Value: "no-cache", Override: true }]),
      },
    }),
  });
});

test("a file of the media bucket cannot run script when it is opened by its address", () => {
  template.hasResourceProperties("AWS::CloudFront::ResponseHeadersPolicy", {
    ResponseHeadersPolicyConfig: Match.objectLike({
      SecurityHeadersConfig: Match.objectLike({
        ContentSecurityPolicy: {
          ContentSecurityPolicy: Match.stringLikeRegexp("default-src 'none'"),
          Override: true,
        },
      }),
    }),
  });
});
