import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { Stage } from "./stage.ts";

const LOG_DAYS = 90;
const SUPERSEDED_DAYS = 30;

/** The media bucket, of which CloudFront reads `/media/…`, and the bucket of access logs. Both private. */
export class Buckets extends Construct {
  readonly media: Bucket;
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
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED, // CloudFront writes its logs with an ACL
      lifecycleRules: [{ expiration: Duration.days(LOG_DAYS) }],
    });
    this.media = new Bucket(this, "Media", {
      ...common,
      versioned: true,
      serverAccessLogsBucket: this.logs,
      serverAccessLogsPrefix: "media/",
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(SUPERSEDED_DAYS),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
  }
}
