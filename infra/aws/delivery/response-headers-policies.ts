import { Duration } from "aws-cdk-lib";
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  ResponseHeadersPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { Construct } from "constructs";
import {
  DRAWING_HEADERS,
  type HeadersPolicy,
  HSTS_SECONDS,
  MEDIA_HEADERS,
  PRIVATE_HEADERS,
  READER_HEADERS,
} from "../edge/response-headers.ts";

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
  /** For what functions answer; pages name a content security policy of their own, which knows their style. */
  readonly pages: ResponseHeadersPolicy;
  readonly media: ResponseHeadersPolicy;
  /** For SVG among media. */
  readonly drawings: ResponseHeadersPolicy;
  /** For early access and registration, which are kept nowhere. */
  readonly early: ResponseHeadersPolicy;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.pages = this.policy("Pages", READER_HEADERS);
    this.early = this.policy("Early", PRIVATE_HEADERS);
    this.media = this.policy("Media", MEDIA_HEADERS);
    this.drawings = this.policy("Drawings", DRAWING_HEADERS);
  }

  private policy(name: string, { always, ifAbsent }: HeadersPolicy): ResponseHeadersPolicy {
    const own = always["Content-Security-Policy"];
    return new ResponseHeadersPolicy(this, name, {
      ...corsOf(always),
      customHeadersBehavior: {
        customHeaders: [...customHeaders(always, true), ...customHeaders(ifAbsent, false)],
      },
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: required(own ?? ifAbsent["Content-Security-Policy"]),
          override: own !== undefined,
        },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.seconds(HSTS_SECONDS),
          includeSubdomains: true,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: referrerPolicyOf(always), override: true },
      },
    });
  }
}

function customHeaders(headers: HeadersPolicy["always"], override: boolean): ResponseCustomHeader[] {
  return Object.entries(headers)
    .filter(([header]) => ![...SECURITY_SETTINGS, ...CORS_SETTINGS].includes(header))
    .map(([header, value]) => ({ header, value, override }));
}

function corsOf(headers: HeadersPolicy["always"]) {
  const origin = headers["Access-Control-Allow-Origin"];
  if (origin === undefined) return {};
  return {
    corsBehavior: {
      accessControlAllowOrigins: [origin],
      accessControlExposeHeaders: headers["Access-Control-Expose-Headers"]?.split(", ") ?? [],
      accessControlAllowHeaders: ["*"],
      accessControlAllowMethods: ["GET", "HEAD", "OPTIONS"],
      accessControlAllowCredentials: false,
      originOverride: true,
    },
  };
}

function referrerPolicyOf(headers: HeadersPolicy["always"]): HeadersReferrerPolicy {
  const policy = Object.values(HeadersReferrerPolicy).find((each) => each === headers["Referrer-Policy"]);
  return required(policy);
}

/** @throws where a policy of ours lacks what each must have */
function required<Value>(value: Value | undefined): Value {
  if (value === undefined)
    throw new Error("A policy of response headers lacks a header that each must have.");
  return value;
}
