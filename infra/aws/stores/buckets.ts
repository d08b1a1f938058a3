import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type LifecycleRule,
  StorageClass,
} from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { HIDDEN_PREFIX } from "../../../functions/storage/buckets/hidden-store.ts";
import type { Stage } from "../stage/stage.ts";

const LOG_DAYS = 90;
const SUPERSEDED_DAYS = 30;
/** How long the parts of an upload that broke off wait for the rest. */
const RESUMABLE_DAYS = 7;
/** From when on an original is rarely fetched; it can still be had at once, for a fee by the gigabyte. */
const RARELY_NEEDED_DAYS = 90;

/**
 * How long hidden files lie there at most. They can be shown again for 72 hours, and whichever command comes next destroys
 * them; S3 expires at midnight UTC, so it never comes before.
 */
const HIDDEN_DAYS = 4;

const SUPERSEDED: LifecycleRule = {
  noncurrentVersionExpiration: Duration.days(SUPERSEDED_DAYS),
  abortIncompleteMultipartUploadAfter: Duration.days(RESUMABLE_DAYS),
};

/** The media bucket, of which CloudFront reads `/media/…`, that of the originals, and that of their access logs. All private. */
export class NewsroomBuckets extends Construct {
  readonly media: Bucket;
  /**
   * What kits are made from: pictures of people as they were taken. No function may read it, only who publishes.
   *
   * S3 manages its key: one of our own would cost by the month and by the request, and keeps out nobody whom the
   * policies here do not keep out; those who may read the bucket would need the key as well.
   */
  readonly originals: Bucket;
  /** Who asked the other two for what; names of files stand in it. */
  readonly logs: Bucket;

  constructor(scope: Construct, id: string, { retain }: Stage) {
    super(scope, id);
    const common: BucketProps = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      autoDeleteObjects: false,
    };
    this.logs = new Bucket(this, "Logs", {
      ...common,
      lifecycleRules: [{ expiration: Duration.days(LOG_DAYS) }],
    });
    this.media = new Bucket(this, "Media", {
      ...common,
      versioned: true,
      serverAccessLogsBucket: this.logs,
      serverAccessLogsPrefix: "media/",
      lifecycleRules: [SUPERSEDED],
    });
    this.originals = new Bucket(this, "Originals", {
      ...common,
      versioned: true,
      serverAccessLogsBucket: this.logs,
      serverAccessLogsPrefix: "originals/",
      lifecycleRules: [
        SUPERSEDED,
        {
          prefix: HIDDEN_PREFIX,
          expiration: Duration.days(HIDDEN_DAYS),
          noncurrentVersionExpiration: Duration.days(1),
        },
        {
          transitions: [
            {
              storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL,
              transitionAfter: Duration.days(RARELY_NEEDED_DAYS),
            },
          ],
        },
      ],
    });
  }
}
