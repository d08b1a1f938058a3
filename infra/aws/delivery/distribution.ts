import { Duration } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  type IOrigin,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { FunctionUrlOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { FunctionUrl } from "aws-cdk-lib/aws-lambda";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { earlyPath, registerPath, registrationPath } from "../../../functions/domain/addresses.ts";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import type { Stage } from "../stage/stage.ts";
import { CachePolicies } from "./cache-policies.ts";
import { EdgeFunctions } from "./edge-functions.ts";
import { ResponseHeaders } from "./response-headers-policies.ts";

export interface NewsroomDistributionProps {
  readonly stage: Stage;
  readonly readUrl: FunctionUrl;
  readonly downloadUrl: FunctionUrl;
  /** The HTTP API of what is opened or submitted by people. */
  readonly people: IOrigin;
  readonly media: IBucket;
}

/** What is for one person, whom the part after it names. */
const PERSONAL_PATHS = [earlyPath, registerPath, registrationPath];

/** Errors that CloudFront would keep for ten seconds of its own accord: a lift must not wait for a cached 404. */
const ERRORS_CLOUDFRONT_CACHES = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/**
 * CloudFront in front of everything. Behaviours choose by path, never by method:
 *
 *     /media/*   the media bucket, each object within its window in time, not compressed so that ranges stay true;
 *                drawings (*.svg) with headers of their own
 *     /api/*     the read function, every parameter counts
 *     /{lang}/early/*, /{lang}/register/*, /{lang}/registration/*
 *                the HTTP API, kept nowhere; each language by name, since * would match slashes, too
 *     /downloads/*   the download function, kept nowhere: each is decided and counted
 *     the rest   the read function, the parameters of pages count
 *
 * It keeps no access log: one holds whole paths, in which the tokens of early access, registrations and invitations
 * stand. CloudWatch counts requests and errors without it.
 */
export class NewsroomDistribution extends Construct {
  readonly distribution: Distribution;

  constructor(
    scope: Construct,
    id: string,
    { stage, readUrl, downloadUrl, people, media }: NewsroomDistributionProps,
  ) {
    super(scope, id);
    const cache = new CachePolicies(this, "Cache");
    const headers = new ResponseHeaders(this, "Headers");
    const edge = new EdgeFunctions(this, "Functions");
    const common = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_ALL, // what is not allowed gets our 405, not CloudFront's 403
      cachedMethods: CachedMethods.CACHE_GET_HEAD,
      functionAssociations: [edge.viewerRequest],
    } satisfies Partial<BehaviorOptions>;
    const read = {
      ...common,
      origin: FunctionUrlOrigin.withOriginAccessControl(readUrl),
      originRequestPolicy: cache.forwarded,
      responseHeadersPolicy: headers.pages,
      compress: true,
    };
    const personal = {
      ...common,
      origin: people,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: headers.early,
      compress: true,
    };
    const bytes = {
      ...common,
      origin: S3BucketOrigin.withOriginAccessControl(media, {
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST], // without LIST, S3 says 403 for what is not there
      }),
      cachePolicy: cache.media,
      functionAssociations: [edge.viewerRequest, edge.mediaResponse],
      compress: false,
    };
    this.distribution = new Distribution(this, "Distribution", {
      comment: `Dateline newsroom, ${stage.name}`,
      defaultBehavior: { ...read, cachePolicy: cache.pages },
      additionalBehaviors: {
        "/api/*": { ...read, cachePolicy: cache.api },
        ...Object.fromEntries(
          PERSONAL_PATHS.flatMap((path) => LANGUAGES.map((language) => [path(language, "*"), personal])),
        ),
        "/media/*.svg": { ...bytes, responseHeadersPolicy: headers.drawings },
        "/media/*": { ...bytes, responseHeadersPolicy: headers.media },
        "/downloads/*": {
          ...common,
          origin: FunctionUrlOrigin.withOriginAccessControl(downloadUrl),
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: cache.forwardedForDownloads,
          responseHeadersPolicy: headers.pages,
          compress: true,
        },
      },
      errorResponses: ERRORS_CLOUDFRONT_CACHES.map((httpStatus) => ({
        httpStatus,
        ttl: Duration.seconds(0),
      })),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_ALL, // readers are in Central Asia
      ...(stage.webAclArn !== undefined && { webAclId: stage.webAclArn }),
      ...(stage.domain && {
        domainNames: [stage.domain.name],
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021, // without a domain CloudFront fixes it
        certificate: Certificate.fromCertificateArn(this, "Certificate", stage.domain.certificateArn),
      }),
    });
  }
}
