import { DAY_SECONDS, DRAFT_DAYS, type Grant, type GrantedUnit, stateOf } from "../../domain/early/grant.ts";
import { addSeconds, type Instant, latest, NEVER } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { EarlyGrants } from "../../storage/registrations/early-grants.ts";

/** Who is granted early access. */
export interface Person {
  readonly name: string;
  readonly mail: string;
}

/** @param text `Name <mail>` @throws Refusal `early-person-invalid` */
export function personIn(text: string): Person {
  const [, name = "", mail = ""] =
    /^\s*([^<>]{1,200}?)\s*<([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>\s*$/.exec(text) ?? [];
  if (name !== "" && mail !== "") return { name, mail: mail.toLowerCase() };
  throw new Refusal(
    "early-person-invalid",
    400,
    `--to: ${text === "" ? "nobody was named" : `“${text}” names no person`}.`,
    'Give a name and an email address: --to "Aigul Serik <aigul@agency.example>".',
    { field: "to" },
  );
}

/** When a link ends of which no end was asked: at the last lift, for a draft after two weeks. */
export function defaultEnd(units: readonly GrantedUnit[], now: Instant): Instant {
  const ends = units.map(({ liftsAt }) =>
    liftsAt === NEVER ? addSeconds(now, DRAFT_DAYS * DAY_SECONDS) : liftsAt,
  );
  return latest(ends) ?? now;
}

export interface AskedGrant extends Person {
  readonly id: string;
  readonly outlet?: string | undefined;
  readonly units: readonly GrantedUnit[];
  readonly createdBy: string;
  /** Instead of the default end. */
  readonly expiresAt?: Instant | undefined;
}

/** Stores a grant. @throws Refusal `option-invalid` for an end that has passed */
export async function grantAccess(
  grants: EarlyGrants,
  { outlet, units, expiresAt = undefined, ...asked }: AskedGrant,
  now: Instant,
): Promise<Grant> {
  const end = expiresAt ?? defaultEnd(units, now);
  if (end <= now) {
    throw new Refusal(
      "option-invalid",
      400,
      "--expires: this time has passed.",
      "Give a time to come, such as 2027-03-01T10:00.",
      { field: "expires" },
    );
  }
  const grant: Grant = {
    ...asked,
    ...(outlet !== undefined && { outlet }),
    units: [...units],
    createdAt: now,
    expiresAt: end,
  };
  await grants.add(grant);
  return grant;
}

/**
 * Ends the grants that an id or a mail address names; those that have ended already are left as they are.
 * @throws Refusal `early-grant-unknown` when there is none to end
 */
export async function revokeAccess(grants: EarlyGrants, named: string, now: Instant): Promise<Grant[]> {
  const asked = named.trim().toLowerCase();
  const open = (await grants.all(now)).filter(
    (grant) => stateOf(grant, now) === "open" && (grant.id === asked || grant.mail === asked),
  );
  if (asked === "" || open.length === 0) {
    throw new Refusal(
      "early-grant-unknown",
      404,
      `No open grant belongs to ${asked === "" ? "nobody" : named}.`,
      "`npm run embargo -- list` shows all, with their ids.",
    );
  }
  for (const grant of open) await grants.revoke(grant.id, now);
  return open;
}
