import type { Key } from "aws-cdk-lib/aws-kms";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { EdgeSecrets } from "../delivery/edge-secrets.ts";
import { Mail } from "../mail/mail.ts";
import { MailReceiving } from "../mail/mail-receiving.ts";
import type { RepliesSettings } from "../stage/mail-settings.ts";
import type { Stage } from "../stage/stage.ts";
import { sealKey } from "../stores/seal-key.ts";
import type { Tables } from "../stores/tables.ts";
import type { Bundles } from "./bundle.ts";
import { DeliverFunction } from "./deliver-function.ts";
import { HousekeepingFunction } from "./housekeeping-function.ts";
import type { EdgeHttpApi, Throttle } from "./http-api.ts";
import { MailFeedbackFunction } from "./mail-feedback-function.ts";
import { MailRepliesFunction } from "./mail-replies-function.ts";
import { RegisterFunction } from "./register-function.ts";

export interface RegistrationFunctionsProps {
  readonly stage: Stage;
  readonly tables: Tables;
  readonly secrets: EdgeSecrets;
  /** The HTTP API of what is opened or submitted by people. */
  readonly people: EdgeHttpApi;
  /** Signs forms and invitations. */
  readonly linkKey: Key;
  readonly bundles: Bundles;
}

/**
 * For each of the two paths. When registration opens, a crowd comes at once. Whoever registers asks three times (form,
 * submission, what next): some 100 submissions a second, as many as one place's row takes at best (docs/scale.md).
 * Beyond that the function itself gives the form back with all that was typed, and the API only a bare 429.
 */
const CROWD: Throttle = { rateLimit: 300, burstLimit: 600 };

/** Registration: the form and its links, the mail, the clock, and the key by which links go into mail. */
export class RegistrationFunctions extends Construct {
  readonly sealKey: Key;
  readonly mail: Mail;
  readonly register: LambdaFunction;
  readonly deliver: DeliverFunction;
  readonly housekeeping: HousekeepingFunction;
  readonly feedback: MailFeedbackFunction;
  /** Only where there is an address for answers. */
  readonly replies:
    | { readonly receiving: MailReceiving; readonly answering: MailRepliesFunction }
    | undefined;

  constructor(scope: Construct, id: string, props: RegistrationFunctionsProps) {
    super(scope, id);
    const { stage, tables, secrets, people, linkKey, bundles } = props;
    const { newsroom, registrations } = tables;
    this.sealKey = sealKey(this, "SealKey", stage);
    this.mail = new Mail(this, "Mail", stage);
    this.register = new RegisterFunction(this, "Register", {
      stage,
      newsroom,
      registrations,
      secrets,
      linkKey,
      sealKey: this.sealKey,
      bundle: bundles.register,
    }).function;
    for (const path of ["register", "registration"])
      people.send(`/{language}/${path}/{proxy+}`, this.register, CROWD);
    const mailing = { stage, newsroom, registrations, mail: this.mail, sealKey: this.sealKey };
    this.deliver = new DeliverFunction(this, "Deliver", { ...mailing, bundle: bundles.deliver });
    this.housekeeping = new HousekeepingFunction(this, "Housekeeping", {
      ...mailing,
      bundle: bundles.housekeep,
    });
    this.feedback = new MailFeedbackFunction(this, "Feedback", {
      stage,
      registrations,
      feedback: this.mail.feedback,
      bundle: bundles["mail-feedback"],
    });
    if (stage.mail.replies) this.replies = this.takeReplies(stage.mail.replies, props);
  }

  private takeReplies(replies: RepliesSettings, { stage, tables, bundles }: RegistrationFunctionsProps) {
    const receiving = new MailReceiving(this, "Receiving", stage, replies);
    const answering = new MailRepliesFunction(this, "Replies", {
      stage,
      ...tables,
      from: this.mail.from,
      receiving,
      bundle: bundles["mail-replies"],
    });
    return { receiving, answering };
  }
}
