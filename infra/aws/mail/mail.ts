import { ArnFormat, Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { MailSettings } from "../stage/mail-settings.ts";
import type { Stage } from "../stage/stage.ts";

/** A record that shows a domain's consent to our mail. */
export interface DnsRecord {
  readonly name: string;
  readonly value: string;
}

/**
 * The mail service: who may be the sender, over TLS alone, with bounces and complaints told to a topic. An identity
 * belongs to the stack that made it; what another stage or somebody else has verified is left alone (`mailIdentity`).
 *
 * SES keeps no list of addresses that it sends nothing to: its own would hold them in plain text and for good, and
 * outlive the 180 days after which a mailbox gets another chance. Ours are hashes with an end, which the topic fills.
 */
export class Mail extends Construct {
  /** The address in `From`. */
  readonly from: string;
  /** Takes what calendars answer, where there is such an address. */
  readonly replies: string | undefined;
  readonly configurationSet: string;
  /** Told of bounces and complaints. */
  readonly feedback: Topic;
  /** By which a domain that is verified here signs: CNAME records for its DNS. */
  readonly dkim: readonly DnsRecord[];

  constructor(scope: Construct, id: string, { name, mail }: Stage) {
    super(scope, id);
    this.from = mail.from;
    this.replies = mail.replies?.address;
    const set = new ConfigurationSet(this, "Set", {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      disableSuppressionList: true,
    });
    this.configurationSet = set.configurationSetName;
    this.feedback = new Topic(this, "Feedback", {
      displayName: `Dateline ${name} bounces and complaints`,
      enforceSSL: true,
    });
    set.addEventDestination("ToFeedback", {
      destination: EventDestination.snsTopic(this.feedback),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    this.dkim = mail.identity ? this.verify(mail.identity) : [];
  }

  /** Has SES ask for proof; answers the records that give it for a domain. An address gets a mail instead. */
  private verify({ kind, name }: NonNullable<MailSettings["identity"]>): readonly DnsRecord[] {
    const identity = new EmailIdentity(this, "Identity", {
      identity: kind === "domain" ? Identity.domain(name) : Identity.email(name),
      feedbackForwarding: false, // the topic is told; the sender needs no mailbox
    });
    return kind === "domain" ? identity.dkimRecords : [];
  }

  /**
   * To send from this one address, under this configuration set. The condition confines it: as long as the account is in
   * the sandbox, SES asks for permission on the identity of the recipient, too, who may be any that is verified. Raw mail
   * is asked for under both names.
   */
  statement(): PolicyStatement {
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({
        service: "ses",
        resource,
        resourceName,
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      });
    return new PolicyStatement({
      actions: ["ses:SendEmail", "ses:SendRawEmail"],
      resources: [arn("identity", "*"), arn("configuration-set", this.configurationSet)],
      conditions: { StringEquals: { "ses:FromAddress": this.from } },
    });
  }
}
