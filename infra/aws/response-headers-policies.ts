import { Duration } from "aws-cdk-lib";
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  ResponseHeadersPolicy,
  type ResponseHeadersPolicyProps,
} from "aws-cdk-lib/aws-cloudfront";
import { Construct } from "constructs";
import { EARLY_HEADERS, HSTS_SECONDS, MEDIA_HEADERS, READER_HEADERS } from "./edge/response-headers.ts";

/** Headers that CloudFront refuses among the custom ones, since it has settings of their own for them. */
const SECURITY_SETTINGS = [
  "Strict-Transport-Security",
  "X-Content-Type-Options",
  "X-Frame-Options",
  "Referrer-Policy",
  "Content-Security-Policy",
];
const CORS_SETTINGS = ["Access-Control-Allow-Origin", "Access-Control-Expose-Headers"];

/** The edge's headers as CloudFront policies, made of the constants that the local edge sets itself. */
export class ResponseHeaders extends Construct {
  /** For what the function answers; it names its own content security policy, which knows its style. */
  readonly pages: ResponseHeadersPolicy;
  readonly media: ResponseHeadersPolicy;
  /** For early access and registration, which are kept nowhere. */
  readonly early: ResponseHeadersPolicy;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.pages = this.policy("Pages", READER_HEADERS, {});
    this.early = this.policy("Early", EARLY_HEADERS, {}, HeadersReferrerPolicy.NO_REFERRER);
    this.media = this.policy("Media", MEDIA_HEADERS, {
      corsBehavior: {
        accessControlAllowOrigins: [MEDIA_HEADERS["Access-Control-Allow-Origin"]],
        accessControlExposeHeaders: MEDIA_HEADERS["Access-Control-Expose-Headers"].split(", "),
        accessControlAllowHeaders: ["*"],
        accessControlAllowMethods: ["GET", "HEAD", "OPTIONS"],
        accessControlAllowCredentials: false,
        originOverride: true,
      },
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: MEDIA_HEADERS["Content-Security-Policy"],
          override: true,
        },
      },
    });
  }

  private policy(
    name: string,
    headers: Record<string, string>,
    more: ResponseHeadersPolicyProps,
    referrerPolicy = HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
  ): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, name, {
      ...more,
      customHeadersBehavior: { customHeaders: customHeaders(headers) },
      securityHeadersBehavior: {
        ...more.securityHeadersBehavior,
        strictTransportSecurity: {
          accessControlMaxAge: Duration.seconds(HSTS_SECONDS),
          includeSubdomains: true,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: {
          referrerPolicy,
          override: true,
        },
      },
    });
  }
}

function customHeaders(headers: Record<string, string>): ResponseCustomHeader[] {
  return Object.entries(headers)
    .filter(([header]) => ![...SECURITY_SETTINGS, ...CORS_SETTINGS].includes(header))
    .map(([header, value]) => ({ header, value, override: true }));
}
