import { ArnFormat, Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { EmailIdentity, Identity, ReceiptRuleSet, TlsPolicy } from "aws-cdk-lib/aws-ses";
import { EmailEncoding, Sns } from "aws-cdk-lib/aws-ses-actions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { RepliesSettings } from "../stage/mail-settings.ts";
import type { Stage } from "../stage/stage.ts";
import type { DnsRecord } from "./mail.ts";

/**
 * Receives mail to the one address for answers, over TLS alone and scanned for spam and viruses, and hands it whole to a
 * topic: up to 150 KB, larger mail bounces. SES follows one rule set in an account and region, which CloudFormation
 * cannot choose: an operator activates this one, or adds a rule to theirs (docs/deploy.md).
 */
export class MailReceiving extends Construct {
  readonly address: string;
  /** Told of each mail, with all that is in it. */
  readonly topic: Topic;
  /** Name of the rule set. */
  readonly ruleSet: string;
  /** By which the domain of the address is verified: CNAME records for its DNS. */
  readonly dkim: readonly DnsRecord[];

  constructor(scope: Construct, id: string, { name }: Stage, { address, domain }: RepliesSettings) {
    super(scope, id);
    this.address = address;
    this.topic = new Topic(this, "Topic", { displayName: `Dateline ${name} answers`, enforceSSL: true });
    this.topic.addToResourcePolicy(fromRulesOf(this.topic));
    const rules = new ReceiptRuleSet(this, "Rules");
    this.ruleSet = rules.receiptRuleSetName;
    rules
      .addRule("Answers", {
        recipients: [address],
        tlsPolicy: TlsPolicy.REQUIRE,
        scanEnabled: true,
        actions: [new Sns({ topic: this.topic, encoding: EmailEncoding.BASE64 })],
      })
      .node.addDependency(this.topic); // SES tries the topic when it is told the rule
    this.dkim = domain === undefined ? [] : this.verify(domain);
  }

  /** SES receives mail of verified domains alone. */
  private verify(domain: string): readonly DnsRecord[] {
    const settings = { identity: Identity.domain(domain), feedbackForwarding: false };
    return new EmailIdentity(this, "Identity", settings).dkimRecords;
  }
}

/** That receipt rules of this account may tell the topic: our own policy, which refuses plain HTTP, replaces the usual one. */
function fromRulesOf(topic: Topic): PolicyStatement {
  const stack = Stack.of(topic);
  const rules = stack.formatArn({
    service: "ses",
    resource: "receipt-rule-set",
    resourceName: "*:receipt-rule/*",
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
  return new PolicyStatement({
    principals: [new ServicePrincipal("ses.amazonaws.com")],
    actions: ["sns:Publish"],
    resources: [topic.topicArn],
    conditions: {
      StringEquals: { "aws:SourceAccount": stack.account },
      ArnLike: { "aws:SourceArn": rules },
    },
  });
}
