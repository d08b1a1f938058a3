import type { GrantedUnit } from "../../../functions/domain/early/grant.ts";
import { keySigner } from "../../../functions/domain/early/link-signer.ts";
import { makeToken } from "../../../functions/domain/early/token.ts";
import { addSeconds, type Instant, NEVER } from "../../../functions/domain/instant.ts";
import { earlyGrants } from "../../../functions/storage/registrations/early-grants.ts";
import { grantAccess, revokeAccess } from "../../../functions/workflows/early/grant-access.ts";
import { type FrozenStores, newsroomIn } from "../stores.ts";

/** A link of early access with the cookie that its button gave. */
export interface FrozenEarly {
  readonly grant: string;
  readonly token: string;
  readonly cookie: string;
}

const UNITS: readonly GrantedUnit[] = [
  unit("release", 6, "embargoed-notice", "2027-02-01T05:00:00Z"),
  unit("event", 7, "embargoed-meeting", "2027-02-01T05:00:00Z"),
  unit("release", 8, "draft-notice", NEVER),
];

function unit(kind: GrantedUnit["kind"], n: number, slug: string, liftsAt: Instant): GrantedUnit {
  return { kind, id: `c92d3e4f-5061-4c7d-8e8f-00000000000${n}`, slug, liftsAt };
}

/** Grants to what has not lifted: one that was opened, one that is over and one that was taken back. */
export async function tellEarly(
  stores: FrozenStores,
  frozenAt: Instant,
): Promise<Record<"open" | "revoked" | "expired", FrozenEarly>> {
  const grants = earlyGrants(stores.client, stores.registrations);
  const signer = keySigner(stores.keys.link);
  const grantedAt = addSeconds(frozenAt, -10 * 86_400);
  const asked = (n: number, changes: { outlet?: string; expiresAt?: Instant } = {}) => ({
    id: `e14f5061-7283-4e9f-8a01-00000000000${n}`,
    name: `Reader ${n}`,
    mail: `reader-${n}@agency.example`,
    units: UNITS,
    createdBy: "press@desk",
    ...changes,
  });
  const open = async (n: number, changes: Parameters<typeof asked>[1], at: Instant): Promise<FrozenEarly> => {
    const { id } = await grantAccess(grants, asked(n, changes), at);
    const token = await makeToken(signer, id);
    const site = newsroomIn(stores, () => Date.parse(at));
    const pressed = await site.ask(`/en/early/${token}`, { method: "POST" });
    return { grant: id, token, cookie: pressed.headers.getSetCookie()[0]?.split(";")[0] ?? "" };
  };
  const granted = {
    open: await open(
      1,
      { outlet: "Agency Example", expiresAt: addSeconds(frozenAt, 60 * 86_400) },
      grantedAt,
    ),
    revoked: await open(2, {}, grantedAt),
    expired: await open(3, { expiresAt: addSeconds(frozenAt, -86_400) }, grantedAt),
  };
  await revokeAccess(grants, granted.revoked.grant, addSeconds(grantedAt, 86_400));
  return granted;
}
