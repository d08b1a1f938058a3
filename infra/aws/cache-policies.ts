import { Duration } from "aws-cdk-lib";
import {
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
} from "aws-cdk-lib/aws-cloudfront";
import { Construct } from "constructs";
import { EDGE_SECONDS } from "../../functions/domain/visibility.ts";

/** Parameters that pages answer to; others change nothing and so are no part of the key. */
const PAGE_PARAMETERS = ["before", "page", "q", "topic", "year"];

/** What the edge takes as the same request, and how long it may keep the answer. The functions decide within that. */
export class CachePolicies extends Construct {
  readonly pages: CachePolicy;
  readonly api: CachePolicy;
  readonly media: CachePolicy;
  readonly forwarded: OriginRequestPolicy;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.pages = this.policy(
      "Pages",
      CacheQueryStringBehavior.allowList(...PAGE_PARAMETERS),
      Duration.seconds(EDGE_SECONDS),
      true,
    );
    this.api = this.policy("Api", CacheQueryStringBehavior.all(), Duration.seconds(EDGE_SECONDS), true);
    this.media = this.policy("Media", CacheQueryStringBehavior.none(), Duration.days(365), false);
    this.forwarded = new OriginRequestPolicy(this, "Forwarded", {
      comment:
        "What the read function sees: all parameters, and the reader's language for pages that are not found",
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      headerBehavior: OriginRequestHeaderBehavior.allowList("Accept-Language"),
      cookieBehavior: OriginRequestCookieBehavior.none(),
    });
  }

  /** Nothing is kept unless the origin says so: the default is zero. */
  private policy(
    name: string,
    queryStringBehavior: CacheQueryStringBehavior,
    maxTtl: Duration,
    compressed: boolean,
  ): CachePolicy {
    return new CachePolicy(this, name, {
      queryStringBehavior,
      headerBehavior: CacheHeaderBehavior.none(),
      cookieBehavior: CacheCookieBehavior.none(),
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl,
      enableAcceptEncodingGzip: compressed,
      enableAcceptEncodingBrotli: compressed,
    });
  }
}
