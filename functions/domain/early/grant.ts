import * as v from "valibot";
import { addSeconds, Instant, latestOf, NEVER } from "../instant.ts";
import { PUBLICATION_KINDS } from "../kinds.ts";

/** Days for which it is kept who opened what: after the lift of what was opened, or after the end of the grant for a draft. */
export const LOG_DAYS = 30;
/** Days for which a draft can be seen unless another end is named. */
export const DRAFT_DAYS = 14;
export const DAY_SECONDS = 86_400;

/** A publication to which a grant gives access, by its kind and its UUID, which no change of slug moves. */
export const GrantedUnit = v.object({
  kind: v.picklist(PUBLICATION_KINDS),
  id: v.string(),
  /** Slug when it was granted, for the press office's lists. */
  slug: v.string(),
  /** Its lift as it was when it was granted; NEVER for a draft. */
  liftsAt: Instant,
});
export type GrantedUnit = v.InferOutput<typeof GrantedUnit>;

/** Early access of one person to some publications. It holds what is known of a person: it lives in Registrations. */
export const Grant = v.object({
  id: v.string(),
  name: v.string(),
  mail: v.string(),
  outlet: v.optional(v.string()),
  units: v.array(GrantedUnit),
  createdAt: Instant,
  /** Who granted it, as the operator's machine names them. */
  createdBy: v.string(),
  /** The first instant at which the link opens nothing. */
  expiresAt: Instant,
  revokedAt: v.optional(Instant),
});
export type Grant = v.InferOutput<typeof Grant>;

/** One opening of the link, of a page or of a file. */
export const AccessRecord = v.object({
  grantId: v.string(),
  at: Instant,
  /** `link`, or the public path of the page or download. */
  what: v.string(),
});
export type AccessRecord = v.InferOutput<typeof AccessRecord>;

export type GrantState = "open" | "expired" | "revoked";

/**
 *     createdAt        expiresAt            + 30 days
 *     |  open          |  expired           |  forgotten
 * ----[----------------)--------------------)----> time
 */
export function stateOf({ expiresAt, revokedAt }: Grant, now: Instant): GrantState {
  if (revokedAt !== undefined && revokedAt <= now) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}

/** When it is forgotten that something was opened which lifts at `liftsAt`. */
export function openingEnds(liftsAt: Instant, grant: Pick<Grant, "expiresAt">): Instant {
  const from = liftsAt === NEVER ? grant.expiresAt : liftsAt;
  return addSeconds(from, LOG_DAYS * DAY_SECONDS);
}

/** When nothing of a grant is left: after the last of its logs, and not before the link has ended. */
export function grantEnds(grant: Pick<Grant, "expiresAt" | "units">): Instant {
  const end = addSeconds(grant.expiresAt, LOG_DAYS * DAY_SECONDS);
  return latestOf(end, ...grant.units.map((unit) => openingEnds(unit.liftsAt, grant)));
}
