import { Refusal } from "../../../functions/domain/refusal.ts";
import { deliverableAddress, isMailAddress } from "../../../functions/domain/registration/address.ts";

/** From whom mail comes, to whom it is answered, and what SES has to believe about both. */
export interface MailSettings extends SenderSettings {
  /** Without it calendars answer to the contact of the event. */
  readonly replies: RepliesSettings | undefined;
}

interface SenderSettings {
  /** The address in `From`. */
  readonly from: string;
  /**
   * What this stage is to have verified: a domain, by records in its DNS, or one address, by a link in a mail. Nothing as
   * long as there is no sender, or where that is done already.
   */
  readonly identity: { readonly kind: "domain" | "address"; readonly name: string } | undefined;
}

/** Where SES takes what calendars and people answer. */
export interface RepliesSettings {
  readonly address: string;
  /**
   * Domain that this stage is to have verified for it; none where it is the sender's, or verified already. That a domain
   * speaks for those below it is promised for sending alone.
   */
  readonly domain: string | undefined;
}

/** Nobody can own it (RFC 2606, section 2): SES refuses mail from it, which then waits in the outbox. */
const NOBODY = "registration@newsroom.invalid";
const LOCAL_PART = "registration";

/** What `identity` says of a sender whom another stage, or someone by hand, has had verified. */
const EXISTING = "existing";

/**
 * @param from the sender; without `domain`, and of another domain than the newsroom's, it is verified by itself
 * @param domain that is verified; the newsroom's own if none is given
 * @param identity `existing` where both are verified already: SES has each identity once in an account and region
 * @param replies address of a domain whose mail SES is to receive
 * @throws Refusal `option-invalid`
 */
export function readMailSettings({ identity, replies, ...asked }: MailContext): MailSettings {
  const sender = readSender(asked);
  const answered =
    replies === undefined ? undefined : readReplies(deliverableAddress(replies), sender, asked.newsroom);
  if (identity === undefined) return { ...sender, replies: answered };
  if (identity !== EXISTING)
    throw invalid(
      `There is no mailIdentity "${identity}".`,
      "Give --context mailIdentity=existing, or none.",
    );
  if (sender.identity === undefined)
    throw invalid(
      "Nobody is the sender, so nobody can be verified already.",
      "Give --context mailFrom=registration@… as well.",
    );
  return { from: sender.from, identity: undefined, replies: answered && { ...answered, domain: undefined } };
}

interface MailContext {
  readonly from: string | undefined;
  readonly domain: string | undefined;
  readonly newsroom: string | undefined;
  readonly identity?: string | undefined;
  readonly replies?: string | undefined;
}

function readSender({ from, domain, newsroom }: Omit<MailContext, "identity" | "replies">): SenderSettings {
  const verified = domain ?? newsroom;
  if (from === undefined)
    return verified === undefined
      ? { from: NOBODY, identity: undefined }
      : { from: `${LOCAL_PART}@${verified}`, identity: { kind: "domain", name: verified } };
  const host = /^[^\s@]+@([^\s@]+\.[^\s@]+)$/.exec(from)?.[1];
  if (host === undefined)
    throw invalid(
      `"${from}" is no address that mail could come from.`,
      "Give --context mailFrom=registration@….",
    );
  if (verified !== undefined && isWithin(host, verified))
    return { from, identity: { kind: "domain", name: verified } };
  if (domain !== undefined)
    throw invalid(
      `${from} is not of the domain ${domain}.`,
      "Give a sender of that domain, or no mailDomain.",
    );
  return { from, identity: { kind: "address", name: from } };
}

/** At its own name the newsroom answers as a CNAME of CloudFront's, beside which DNS has no MX record (RFC 1034, 3.6.2). */
function readReplies(
  address: string,
  { identity }: SenderSettings,
  newsroom: string | undefined,
): RepliesSettings {
  const host = address.slice(address.lastIndexOf("@") + 1);
  if (!isMailAddress(address) || host === newsroom)
    throw invalid(
      `"${address}" is no address to which mail could go.`,
      "Give --context mailReplies=calendar@replies.…, of a domain that receives no other mail.",
    );
  const isSenders = identity?.kind === "domain" && identity.name === host;
  return { address, domain: isSenders ? undefined : host };
}

/** A domain that is verified speaks for those below it (SES Developer Guide, "Verified identities"). */
const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

function invalid(message: string, help: string): Refusal {
  return new Refusal("option-invalid", 400, message, help);
}
