import * as v from "valibot";
import type { IgnoredBecause } from "../../workflows/replies/dependencies.ts";
import type { RawMail } from "../../workflows/replies/received-mail.ts";
import type { SnsEvent } from "./ses-feedback.ts";

const Verdict = v.optional(v.object({ status: v.string() }));

/** SES Developer Guide, "Contents of notifications for Amazon SES email receiving". */
const ReceivedMail = v.object({
  notificationType: v.literal("Received"),
  receipt: v.object({
    spamVerdict: Verdict,
    virusVerdict: Verdict,
    dmarcVerdict: Verdict,
    /** What the domain in `From` asks for, where a mail failed DMARC. */
    dmarcPolicy: v.optional(v.string()),
  }),
  /** `source` is what the sending server gave as MAIL FROM. */
  mail: v.object({ source: v.nullish(v.string(), "") }),
  content: v.string(),
});
type ReceivedMail = v.InferOutput<typeof ReceivedMail>;

/**
 * Hands on what SES has received: SES scans, but leaves it to us what to do about it. Whatever else the topic tells
 * changes nothing.
 */
export function receivedMailHandler(
  answer: (mail: RawMail) => Promise<void>,
  ignored: (reason: IgnoredBecause) => void,
) {
  return async ({ Records }: SnsEvent): Promise<void> => {
    for (const { Sns } of Records) {
      const received = parsed(Sns.Message);
      const unwanted = received && unwantedFor(received);
      if (unwanted) ignored(unwanted);
      else if (received) await answer({ raw: rawOf(received.content), returnPath: received.mail.source });
    }
  };
}

/** A sender whose domain asks for nothing against forgery may be forged: then its owner is told what others did in vain. */
function unwantedFor({ receipt }: ReceivedMail): IgnoredBecause | undefined {
  const { spamVerdict, virusVerdict, dmarcVerdict, dmarcPolicy = "none" } = receipt;
  if (virusVerdict?.status === "FAIL") return "virus";
  if (spamVerdict?.status === "FAIL") return "spam";
  return dmarcVerdict?.status === "FAIL" && dmarcPolicy.toLowerCase() !== "none" ? "forged" : undefined;
}

function parsed(message: string): ReceivedMail | undefined {
  try {
    const { success, output } = v.safeParse(ReceivedMail, JSON.parse(message));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}

/** In base64, as our rule has it; a rule that someone added to a rule set of theirs may hand it over as it is. */
const rawOf = (content: string): Buffer =>
  /^[A-Za-z0-9+/=\s]*$/.test(content) ? Buffer.from(content, "base64") : Buffer.from(content);
