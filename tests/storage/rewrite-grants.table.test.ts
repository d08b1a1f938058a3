import { expect, test } from "vitest";
import { addSeconds } from "../../functions/domain/instant.ts";
import { earlyGrants } from "../../functions/storage/registrations/early-grants.ts";
import { rewriteGrants } from "../../functions/storage/registrations/rewrite-grants.ts";
import { releaseDocument } from "../worlds/documents/documents.ts";
import { DAYS, GRANTED_AT, grantOf, unitOf } from "../worlds/reading/early.ts";
import { freshNewsroomTable } from "../worlds/tables/tables.ts";

const LIFT = addSeconds(GRANTED_AT, DAYS(7));
const NOW = addSeconds(GRANTED_AT, 60);

test("slugs and paths change in grants and in what was opened with them; ends and revocations stay", async () => {
  const { client, table } = await freshNewsroomTable();
  const grants = earlyGrants(client, table);
  const unit = { ...unitOf(releaseDocument("en"), LIFT), slug: "omarova-case" };
  const grant = grantOf([unit]);
  await grants.add(grant);
  await grants.opened(grant, { at: NOW, what: "/en/releases/omarova-case" }, LIFT);
  await grants.revoke(grant.id, NOW);
  const change = (name: string) => name.replace("omarova", "removed");

  expect(await rewriteGrants(client, table, change)).toBe(2);

  expect(await grants.grant(grant.id, NOW)).toEqual({
    ...grant,
    units: [{ ...unit, slug: "removed-case" }],
    revokedAt: NOW,
  });
  expect(await grants.openings(grant.id, NOW)).toMatchObject([{ what: "/en/releases/removed-case" }]);
  expect(await grants.grant(grant.id, addSeconds(grant.expiresAt, DAYS(60)))).toBeUndefined();
  expect(await rewriteGrants(client, table, change)).toBe(0);
});
