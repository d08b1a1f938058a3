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

/** The events as SNS hands them to a function; text goes as it is. */
export const snsEvent = (...events: readonly unknown[]) => ({
  Records: events.map((event) => ({
    EventSource: "aws:sns",
    Sns: { Type: "Notification", Message: typeof event === "string" ? event : JSON.stringify(event) },
  })),
});
