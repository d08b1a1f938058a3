import { ArnFormat, Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { MailSettings } from "./mail-settings.ts";
import type { Stage } from "./stage.ts";

/**
 * The mail service: who may be the sender, over TLS alone, with bounces and complaints told to a topic. Whoever was
 * verified for one stage may be the sender of another: then that identity is left alone.
 */
export class Mail extends Construct {
  /** The address in `From`. */
  readonly from: string;
  readonly configurationSet: string;
  /** Told of bounces and complaints. */
  readonly feedback: Topic;
  readonly #identity: string;

  constructor(scope: Construct, id: string, { name, mail }: Stage) {
    super(scope, id);
    this.from = mail.from;
    const set = new ConfigurationSet(this, "Set", {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
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
    this.#identity = mail.identity?.name ?? mail.from;
    if (mail.identity) new EmailIdentity(this, "Identity", { identity: identityOf(mail.identity) });
  }

  /** To send from this one address, under this configuration set. Raw mail is asked for under both names. */
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
      resources: [arn("identity", this.#identity), arn("configuration-set", this.configurationSet)],
      conditions: { StringEquals: { "ses:FromAddress": this.from } },
    });
  }
}

function identityOf({ kind, name }: NonNullable<MailSettings["identity"]>): Identity {
  return kind === "domain" ? Identity.domain(name) : Identity.email(name);
}
