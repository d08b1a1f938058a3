import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { Alarms } from "./alarms.ts";
import { NewsroomDistribution } from "./delivery/distribution.ts";
import { EdgeSecrets } from "./delivery/edge-secrets.ts";
import { AnnounceFunction } from "./functions/announce-function.ts";
import type { Bundles } from "./functions/bundle.ts";
import { DownloadFunction } from "./functions/download-function.ts";
import { EarlyFunction } from "./functions/early-function.ts";
import { EdgeHttpApi } from "./functions/http-api.ts";
import { ReadFunction } from "./functions/read-function.ts";
import { RegistrationFunctions } from "./functions/registration-functions.ts";
import { watchRegistration } from "./registration-alarms.ts";
import type { Stage } from "./stage/stage.ts";
import { NewsroomBuckets } from "./stores/buckets.ts";
import { Tables } from "./stores/tables.ts";

export interface NewsroomStackProps extends StackProps {
  readonly stage: Stage;
  readonly bundles: Bundles;
}

/** One newsroom: tables, buckets, functions, the distribution in front of them, alarms. */
export class NewsroomStack extends Stack {
  constructor(scope: Construct, id: string, { stage, bundles, ...props }: NewsroomStackProps) {
    super(scope, id, { ...props, terminationProtection: stage.retain });
    const tables = new Tables(this, "Tables", stage);
    const buckets = new NewsroomBuckets(this, "Buckets", stage);
    const read = new ReadFunction(this, "Read", { stage, newsroom: tables.newsroom, bundle: bundles.read });
    const download = new DownloadFunction(this, "Download", {
      stage,
      newsroom: tables.newsroom,
      bundle: bundles.download,
    });
    const secrets = new EdgeSecrets(this, "EdgeSecrets", stage);
    const people = new EdgeHttpApi(this, "People", { stage, secrets });
    const early = new EarlyFunction(this, "Early", {
      stage,
      newsroom: tables.newsroom,
      registrations: tables.registrations,
      media: buckets.media,
      secrets,
      bundle: bundles.early,
    });
    people.send("/{language}/early/{proxy+}", early.function);
    const registration = new RegistrationFunctions(this, "Registration", {
      stage,
      tables,
      secrets,
      people,
      linkKey: early.linkKey,
      bundles,
    });
    const { distribution } = new NewsroomDistribution(this, "Edge", {
      stage,
      readUrl: read.url,
      downloadUrl: download.url,
      people: people.origin,
      media: buckets.media,
    });
    const announce = new AnnounceFunction(this, "Announce", {
      stage,
      newsroom: tables.newsroom,
      distribution,
      bundle: bundles.announce,
    });
    const alarms = new Alarms(this, "Alarms", {
      stage,
      read: read.function,
      download: download.function,
      announce,
      people,
      newsroom: tables.newsroom,
    });
    watchRegistration(alarms, stage, registration);

    // What `npm run publish -- --stage NAME` reads.
    this.output("NewsroomTable", tables.newsroom.tableName);
    this.output("RegistrationsTable", tables.registrations.tableName);
    this.output("MediaBucket", buckets.media.bucketName);
    this.output("OriginalsBucket", buckets.originals.bucketName); // and `npm run originals`
    this.output("LogsBucket", buckets.logs.bucketName); // of which `npm run redact` removes what holds a name
    this.output("DistributionId", distribution.distributionId);
    this.output("DistributionAddress", `https://${distribution.distributionDomainName}`);
    if (stage.domain) this.output("PublicAddress", `https://${stage.domain.name}`);

    // What `npm run embargo -- --stage NAME` reads besides.
    this.output("LinkKey", early.linkKey.keyArn);

    // Which key seals the links of registrations, and whom their mail comes from.
    this.output("SealKey", registration.sealKey.keyArn);
    this.output("MailFrom", registration.mail.from);
    for (const [i, { name, value }] of registration.mail.dkim.entries())
      this.output(`Dkim${i + 1}`, `${name} CNAME ${value}`);

    // Where its answers come in: the rule set to activate, and what a rule of another set tells.
    if (registration.replies) {
      const { receiving, answering } = registration.replies;
      this.output("MailReplies", receiving.address);
      this.output("ReceiptRuleSet", receiving.ruleSet);
      this.output("RepliesTopic", receiving.topic.topicArn);
      this.output("RepliesLog", answering.function.logGroup.logGroupName);
      for (const [i, { name, value }] of receiving.dkim.entries())
        this.output(`RepliesDkim${i + 1}`, `${name} CNAME ${value}`);
    }

    // Where an operator finds what the functions say.
    this.output("ReadLog", read.function.logGroup.logGroupName);
    this.output("DownloadLog", download.function.logGroup.logGroupName);
    this.output("EarlyLog", early.function.logGroup.logGroupName);
    this.output("AnnounceLog", announce.function.logGroup.logGroupName);
    this.output("RegisterLog", registration.register.logGroup.logGroupName);
    this.output("DeliverLog", registration.deliver.function.logGroup.logGroupName);
    this.output("HousekeepingLog", registration.housekeeping.function.logGroup.logGroupName);
    this.output("FeedbackLog", registration.feedback.function.logGroup.logGroupName);
  }

  private output(name: string, value: string): void {
    new CfnOutput(this, `${name}Output`, { value }).overrideLogicalId(name);
  }
}
