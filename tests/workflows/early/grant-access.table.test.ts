import { expect, test } from "vitest";
import { addSeconds, NEVER } from "../../../functions/domain/instant.ts";
import {
  defaultEnd,
  grantAccess,
  personIn,
  revokeAccess,
} from "../../../functions/workflows/early/grant-access.ts";
import { releaseDocument } from "../../worlds/documents/documents.ts";
import { uuid } from "../../worlds/documents/parts.ts";
import { DAYS, freshGrants, GRANTED_AT, grantOf, unitOf } from "../../worlds/reading/early.ts";

const LIFT = addSeconds(GRANTED_AT, DAYS(3));
const unit = unitOf(releaseDocument("en"), LIFT);
const asked = { id: uuid(5), name: "A", mail: "a@b.example", units: [unit], createdBy: "desk" };

test("a person is a name and a mail address", () => {
  expect(personIn(" Aigul Serik <Aigul@Agency.example> ")).toEqual({
    name: "Aigul Serik",
    mail: "aigul@agency.example",
  });
  for (const wrong of ["", "Aigul", "a@b.example", "<a@b.example>", "A <b>", "A <a@b> <c@d.example>"])
    expect(() => personIn(wrong)).toThrow(expect.objectContaining({ code: "early-person-invalid" }));
});

test("a link ends at the last lift, that of a draft after two weeks", () => {
  const later = { ...unit, liftsAt: addSeconds(LIFT, 1) };
  expect(defaultEnd([later, unit], GRANTED_AT)).toBe(later.liftsAt);
  expect(defaultEnd([{ ...unit, liftsAt: NEVER }], GRANTED_AT)).toBe(addSeconds(GRANTED_AT, DAYS(14)));
});

test("an end that has passed is refused", async () => {
  const grants = await freshGrants();
  await expect(grantAccess(grants, { ...asked, expiresAt: GRANTED_AT }, GRANTED_AT)).rejects.toMatchObject({
    code: "option-invalid",
  });
});

test("a mail address takes back every open link of that person, an id one, and nothing is taken back twice", async () => {
  const grants = await freshGrants();
  const [first, second, other] = [grantOf([unit]), grantOf([unit]), grantOf([unit], { mail: "c@d.example" })];
  for (const grant of [first, second, other]) await grants.add(grant);
  expect(await revokeAccess(grants, first.mail.toUpperCase(), GRANTED_AT)).toHaveLength(2);
  expect(await revokeAccess(grants, other.id, GRANTED_AT)).toHaveLength(1);
  await expect(revokeAccess(grants, other.id, GRANTED_AT)).rejects.toMatchObject({
    code: "early-grant-unknown",
  });
});
