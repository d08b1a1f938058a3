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
import { RANGE_HEADER } from "../../../functions/domain/edge-header.ts";
import { EDGE_SECONDS } from "../../../functions/domain/visibility.ts";

/** Parameters that pages answer to; others change nothing and so are no part of the key. */
const PAGE_PARAMETERS = ["before", "page", "q", "topic", "year"];

/**
 * What decides whether a download is counted and as whose; of its own accord CloudFront names itself as the program. No
 * header with an address or a cookie among them.
 */
const DOWNLOAD_HEADERS = ["Accept-Language", "User-Agent", "Sec-Purpose", "Purpose", RANGE_HEADER];

/** What the edge takes as the same request, and how long it may keep the answer. The functions decide within that. */
export class CachePolicies extends Construct {
  readonly pages: CachePolicy;
  readonly api: CachePolicy;
  readonly media: CachePolicy;
  readonly forwarded: OriginRequestPolicy;
  readonly forwardedForDownloads: OriginRequestPolicy;

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
    this.forwardedForDownloads = new OriginRequestPolicy(this, "ForwardedForDownloads", {
      comment:
        "What the download function sees: the reader's language and program, and where a download begins",
      queryStringBehavior: OriginRequestQueryStringBehavior.none(),
      headerBehavior: OriginRequestHeaderBehavior.allowList(...DOWNLOAD_HEADERS),
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
