import type { RawMail } from "../../../functions/workflows/replies/received-mail.ts";

/**
 * What SES publishes of a mail, as far as it matters.
 * Source: SES Developer Guide, "Examples of event data that Amazon SES publishes to Amazon SNS".
 */
const MAIL = {
  timestamp: "2027-06-01T05:00:00.000Z",
  source: "registration@newsroom.example.org",
  messageId: "EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000",
};

export const bounceOf = (bounceType: string, emailAddress: string) => ({
  eventType: "Bounce",
  bounce: {
    bounceType,
    bounceSubType: "General",
    bouncedRecipients: [{ emailAddress, action: "failed", status: "5.1.1" }],
    timestamp: "2027-06-01T05:00:02.669Z",
    feedbackId: "01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000000",
  },
  mail: MAIL,
});

export const complaintOf = (emailAddress: string, complaintFeedbackType: string) => ({
  eventType: "Complaint",
  complaint: {
    complainedRecipients: [{ emailAddress }],
    complaintFeedbackType,
    timestamp: "2027-06-01T05:00:02.669Z",
    feedbackId: "01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000000",
  },
  mail: MAIL,
});

/** Verdicts of a mail at which SES found nothing. */
const CLEAN = {
  spamVerdict: { status: "PASS" },
  virusVerdict: { status: "PASS" },
  spfVerdict: { status: "PASS" },
  dkimVerdict: { status: "PASS" },
  dmarcVerdict: { status: "PASS" },
};

/**
 * A mail as SES hands it to a topic.
 * Source: SES Developer Guide, "Examples of notifications for Amazon SES email receiving".
 */
export const receivedOf = (
  { raw, returnPath }: RawMail,
  receipt: Readonly<Record<string, unknown>> = {},
  encoding: "base64" | "utf8" = "base64",
) => ({
  notificationType: "Received",
  receipt: {
    timestamp: "2027-06-01T05:00:00.000Z",
    processingTimeMillis: 222,
    recipients: ["calendar@replies.example.org"],
    ...CLEAN,
    action: { type: "SNS", topicArn: "arn:aws:sns:eu-central-1:123456789012:answers" },
    ...receipt,
  },
  mail: {
    timestamp: "2027-06-01T05:00:00.000Z",
    source: returnPath,
    messageId: "d6iitobk75ur44p8kdnnp7g2n800",
    destination: ["calendar@replies.example.org"],
  },
  content: raw.toString(encoding),
});

/** The events as SNS hands them to a function; text goes as it is. */
export const snsEvent = (...events: readonly unknown[]) => ({
  Records: events.map((event) => ({
    EventSource: "aws:sns",
    Sns: { Type: "Notification", Message: typeof event === "string" ? event : JSON.stringify(event) },
  })),
});
