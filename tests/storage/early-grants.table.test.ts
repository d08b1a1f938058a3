import { expect, test } from "vitest";
import { addSeconds, NEVER } from "../../functions/domain/instant.ts";
import { releaseDocument } from "../worlds/documents/documents.ts";
import { DAYS, freshGrants, GRANTED_AT, grantOf, unitOf } from "../worlds/reading/early.ts";

const LIFT = addSeconds(GRANTED_AT, DAYS(7));
const unit = unitOf(releaseDocument("en"), LIFT);
const NOW = addSeconds(GRANTED_AT, 60);

test("a grant is read as it was written, and all are listed from the oldest on", async () => {
  const grants = await freshGrants();
  const later = grantOf([unit], { createdAt: NOW });
  const first = grantOf([unit]);
  await grants.add(later);
  await grants.add(first);
  expect(await grants.grant(first.id, NOW)).toEqual(first);
  expect(await grants.all(NOW)).toEqual([first, later]);
});

test("a grant that was revoked keeps the time at which it was", async () => {
  const grants = await freshGrants();
  const grant = grantOf([unit]);
  await grants.add(grant);
  await grants.revoke(grant.id, NOW);
  await grants.revoke(grant.id, addSeconds(NOW, 60));
  expect((await grants.grant(grant.id, NOW))?.revokedAt).toBe(NOW);
});

test("what has reached its end is not read, and the next command deletes it", async () => {
  const grants = await freshGrants();
  const short = grantOf([unit]);
  const long = grantOf([unit], { expiresAt: addSeconds(LIFT, DAYS(100)) });
  for (const grant of [short, long]) {
    await grants.add(grant);
    await grants.opened(grant, { at: NOW, what: "link" }, LIFT);
    await grants.opened(grant, { at: NOW, what: "/en/releases/a-draft" }, NEVER);
  }
  const forgotten = addSeconds(LIFT, DAYS(30));
  expect(await grants.openings(long.id, addSeconds(forgotten, -1))).toHaveLength(2);
  expect(await grants.openings(long.id, forgotten)).toHaveLength(1);
  const end = addSeconds(short.expiresAt, DAYS(30));
  expect(await grants.grant(short.id, end)).toBeUndefined();
  expect(await grants.sweep(end)).toEqual({ grants: 1, openings: 3 });
  expect(await grants.sweep(end)).toEqual({ grants: 0, openings: 0 });
  expect(await grants.all(end)).toEqual([long]);
});

test("to revoke what is gone brings nothing back", async () => {
  const grants = await freshGrants();
  await expect(grants.revoke("00000000-0000-4000-8000-000000000000", NOW)).rejects.toThrow();
  expect(await grants.all(NOW)).toEqual([]);
});
