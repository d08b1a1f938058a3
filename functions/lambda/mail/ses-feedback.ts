import * as v from "valibot";
import type { Clock } from "../../domain/instant.ts";
import { toInstant } from "../../domain/instant.ts";
import type { Mailboxes, Refused } from "../../storage/registrations/mailboxes.ts";

const Recipients = v.array(v.object({ emailAddress: v.string() }));

/** SES Developer Guide, "Contents of event data that Amazon SES publishes to Amazon SNS". */
const Bounce = v.object({
  eventType: v.literal("Bounce"),
  bounce: v.object({ bounceType: v.string(), bouncedRecipients: Recipients }),
});
const Complaint = v.object({
  eventType: v.literal("Complaint"),
  complaint: v.object({
    complainedRecipients: Recipients,
    complaintFeedbackType: v.nullish(v.string()),
  }),
});

export interface SnsEvent {
  readonly Records: readonly { readonly Sns: { readonly Message: string } }[];
}

/**
 * Stops mail to addresses whose server refused one for good, and to those whose owner called it spam. Whatever else
 * SES tells changes nothing. Told twice is as told once.
 */
export function feedbackHandler(mailboxes: Pick<Mailboxes, "refuse">, clock: Clock) {
  return async ({ Records }: SnsEvent): Promise<void> => {
    for (const { Sns } of Records)
      for (const { address, reason } of refusedIn(parsed(Sns.Message)))
        await mailboxes.refuse(bare(address), { reason, at: toInstant(clock()) });
  };
}

interface Told {
  readonly address: string;
  readonly reason: Refused["reason"];
}

function refusedIn(event: unknown): Told[] {
  if (v.is(Bounce, event) && event.bounce.bounceType === "Permanent")
    return event.bounce.bouncedRecipients.map(({ emailAddress }) => ({
      address: emailAddress,
      reason: "bounce",
    }));
  // RFC 5965, section 7.3: `not-spam` is the opposite of a complaint
  if (v.is(Complaint, event) && event.complaint.complaintFeedbackType !== "not-spam")
    return event.complaint.complainedRecipients.map(({ emailAddress }) => ({
      address: emailAddress,
      reason: "complaint",
    }));
  return [];
}

/** SES greets a new destination with a sentence instead of an event. */
function parsed(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

/** Some servers name the recipient as `Name <address>`. */
const bare = (address: string): string => /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address;
