import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { Alarms } from "./alarms.ts";
import { AnnounceFunction } from "./announce-function.ts";
import { Buckets } from "./buckets.ts";
import type { Bundles } from "./bundle.ts";
import { NewsroomDistribution } from "./distribution.ts";
import { ReadFunction } from "./read-function.ts";
import type { Stage } from "./stage.ts";
import { Tables } from "./tables.ts";

export interface NewsroomStackProps extends StackProps {
  readonly stage: Stage;
  readonly bundles: Bundles;
}

/** One newsroom: tables, buckets, functions, the distribution in front of them, alarms. */
export class NewsroomStack extends Stack {
  constructor(scope: Construct, id: string, { stage, bundles, ...props }: NewsroomStackProps) {
    super(scope, id, { ...props, terminationProtection: stage.retain });
    const tables = new Tables(this, "Tables", stage);
    const buckets = new Buckets(this, "Buckets", stage);
    const read = new ReadFunction(this, "Read", { stage, newsroom: tables.newsroom, bundle: bundles.read });
    const { distribution } = new NewsroomDistribution(this, "Edge", {
      stage,
      readUrl: read.url,
      media: buckets.media,
      logs: buckets.logs,
    });
    const announce = new AnnounceFunction(this, "Announce", {
      stage,
      newsroom: tables.newsroom,
      distribution,
      bundle: bundles.announce,
    });
    new Alarms(this, "Alarms", { stage, read: read.function, announce, newsroom: tables.newsroom });

    // What `npm run publish -- --stage NAME` reads.
    this.output("NewsroomTable", tables.newsroom.tableName);
    this.output("RegistrationsTable", tables.registrations.tableName);
    this.output("MediaBucket", buckets.media.bucketName);
    this.output("DistributionId", distribution.distributionId);
    this.output("DistributionAddress", `https://${distribution.distributionDomainName}`);
    if (stage.domain) this.output("PublicAddress", `https://${stage.domain.name}`);

    // Where an operator finds what the functions say.
    this.output("ReadLog", read.function.logGroup.logGroupName);
    this.output("AnnounceLog", announce.function.logGroup.logGroupName);
  }

  private output(name: string, value: string): void {
    new CfnOutput(this, `${name}Output`, { value }).overrideLogicalId(name);
  }
}
