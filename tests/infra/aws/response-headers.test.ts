import type { Template } from "aws-cdk-lib/assertions";
import { beforeAll, expect, test } from "vitest";
import type { HeadersPolicy } from "../../../infra/aws/edge/response-headers.ts";
import { policyFor } from "../../../infra/local/edge/edge-headers.ts";
import { stackTemplate } from "../../worlds/aws/stack.ts";

let template: Template;
beforeAll(() => {
  template = stackTemplate({ stage: "dev" });
});

test("every behaviour of CloudFront sets the headers that the local edge sets there, and no others", () => {
  const [distribution] = Object.values(template.findResources("AWS::CloudFront::Distribution"));
  const { DefaultCacheBehavior, CacheBehaviors } = distribution?.Properties.DistributionConfig ?? {};
  const behaviours: Behaviour[] = [{ ...DefaultCacheBehavior, PathPattern: "/en/*" }, ...CacheBehaviors];
  expect(behaviours.length).toBeGreaterThan(10);
  for (const { PathPattern, ResponseHeadersPolicyId } of behaviours) {
    const path = PathPattern.replace("*", "something");
    expect([PathPattern, headersOf(ResponseHeadersPolicyId.Ref)]).toEqual([
      PathPattern,
      lower(policyFor(path)),
    ]);
  }
});

interface Behaviour {
  readonly PathPattern: string;
  readonly ResponseHeadersPolicyId: { readonly Ref: string };
}

interface CustomHeader {
  readonly Header: string;
  readonly Value: string;
  readonly Override: boolean;
}

/** A policy of the template as the headers that it sets. */
function headersOf(id: string): HeadersPolicy {
  const { Properties } = template.findResources("AWS::CloudFront::ResponseHeadersPolicy")[id] ?? {};
  const { CustomHeadersConfig, SecurityHeadersConfig, CorsConfig, ...others } =
    Properties.ResponseHeadersPolicyConfig;
  expect(Object.keys(others)).toEqual(["Name"]);
  const { ContentSecurityPolicy, ContentTypeOptions, FrameOptions, ReferrerPolicy, StrictTransportSecurity } =
    SecurityHeadersConfig;
  const { AccessControlMaxAgeSec, IncludeSubdomains } = StrictTransportSecurity;
  const all: CustomHeader[] = [
    ...CustomHeadersConfig.Items,
    {
      ...ContentSecurityPolicy,
      Header: "Content-Security-Policy",
      Value: ContentSecurityPolicy.ContentSecurityPolicy,
    },
    { ...ContentTypeOptions, Header: "X-Content-Type-Options", Value: "nosniff" },
    { ...FrameOptions, Header: "X-Frame-Options", Value: FrameOptions.FrameOption },
    { ...ReferrerPolicy, Header: "Referrer-Policy", Value: ReferrerPolicy.ReferrerPolicy },
    {
      ...StrictTransportSecurity,
      Header: "Strict-Transport-Security",
      Value: `max-age=${AccessControlMaxAgeSec}${IncludeSubdomains ? "; includeSubDomains" : ""}`,
    },
    ...(CorsConfig
      ? [
          cors(
            "Access-Control-Allow-Origin",
            CorsConfig.AccessControlAllowOrigins.Items,
            CorsConfig.OriginOverride,
          ),
          cors(
            "Access-Control-Expose-Headers",
            CorsConfig.AccessControlExposeHeaders.Items,
            CorsConfig.OriginOverride,
          ),
        ]
      : []),
  ];
  const named = (override: boolean) =>
    Object.fromEntries(
      all.flatMap(({ Header, Value, Override }) =>
        Override === override ? [[Header.toLowerCase(), Value]] : [],
      ),
    );
  return { always: named(true), ifAbsent: named(false) };
}

const cors = (Header: string, values: readonly string[], Override: boolean): CustomHeader => ({
  Header,
  Value: values.join(", "),
  Override,
});

function lower({ always, ifAbsent }: HeadersPolicy): HeadersPolicy {
  const names = (headers: HeadersPolicy["always"]) =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { always: names(always), ifAbsent: names(ifAbsent) };
}
