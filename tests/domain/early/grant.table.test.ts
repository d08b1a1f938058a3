import { expect, test } from "vitest";
import { grantEnds, openingEnds, stateOf } from "../../../functions/domain/early/grant.ts";
import { addSeconds, NEVER } from "../../../functions/domain/instant.ts";
import { releaseDocument } from "../../worlds/documents/documents.ts";
import { DAYS, GRANTED_AT, grantOf, unitOf } from "../../worlds/reading/early.ts";

const LIFT = addSeconds(GRANTED_AT, DAYS(40));
const unit = unitOf(releaseDocument("en"), LIFT);

test("a grant is open until its very end, unless it is revoked before", () => {
  const grant = grantOf([unit]);
  const end = grant.expiresAt;
  expect(stateOf(grant, addSeconds(end, -1))).toBe("open");
  expect(stateOf(grant, end)).toBe("expired");
  const revoked = { ...grant, revokedAt: addSeconds(GRANTED_AT, 60) };
  expect(stateOf(revoked, addSeconds(GRANTED_AT, 59))).toBe("open");
  expect(stateOf(revoked, addSeconds(GRANTED_AT, 60))).toBe("revoked");
  expect(stateOf(revoked, end)).toBe("revoked");
});

test("it is forgotten 30 days after the lift what was opened, for a draft 30 days after the grant", () => {
  const grant = grantOf([unit]);
  expect(openingEnds(LIFT, grant)).toBe(addSeconds(LIFT, DAYS(30)));
  expect(openingEnds(NEVER, grant)).toBe(addSeconds(grant.expiresAt, DAYS(30)));
});

test("a grant is forgotten with the last of its logs, and never before its link has ended", () => {
  expect(grantEnds(grantOf([unit]))).toBe(addSeconds(LIFT, DAYS(30)));
  const longer = grantOf([unit], { expiresAt: addSeconds(LIFT, DAYS(5)) });
  expect(grantEnds(longer)).toBe(addSeconds(LIFT, DAYS(35)));
});
