import { Refusal } from "../../functions/domain/refusal.ts";

/** From whom mail comes, and what SES has to believe about that. */
export interface MailSettings {
  /** The address in `From`. */
  readonly from: string;
  /** What is to be verified: a domain, by records in its DNS, or one address, by a link in a mail; neither yet. */
  readonly identity: { readonly kind: "domain" | "address"; readonly name: string } | undefined;
}

/** Nobody can own it (RFC 2606, section 2): SES refuses mail from it, which then waits in the outbox. */
const NOBODY = "registration@newsroom.invalid";
const LOCAL_PART = "registration";

/**
 * @param from the sender; without `domain`, and of another domain than the newsroom's, it is verified by itself
 * @param domain that is verified; the newsroom's own if none is given
 * @throws Refusal `option-invalid`
 */
export function readMail({
  from,
  domain,
  newsroom,
}: {
  from: string | undefined;
  domain: string | undefined;
  newsroom: string | undefined;
}): MailSettings {
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

/** A domain that is verified speaks for those below it (SES Developer Guide, "Verified identities"). */
const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

function invalid(message: string, help: string): Refusal {
  return new Refusal("option-invalid", 400, message, help);
}
