import { expect, test } from "vitest";
import { tokenText } from "../../../functions/domain/registration/links/token.ts";
import type { WhichRegistration } from "../../../functions/workflows/registration/carry-out.ts";
import { askForAddress } from "../../../functions/workflows/registration/change-address.ts";
import { correctAddress } from "../../../functions/workflows/registration/correct-address.ts";
import { openRegistration } from "../../../functions/workflows/registration/open-registration.ts";
import { kinds, registrationOf, submitter } from "../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf, SEAL } from "../../worlds/registration/registration-events.ts";
import { violations } from "../../worlds/registration/registration-invariants.ts";

/** The link as it stands in the mail to the contact, and the one in the mail to an address that was asked for. */
async function linksOf(
  world: RegisteringWorld,
  of: WhichRegistration,
): Promise<{ link: string; asked: string }> {
  const { token, addressChange } = await registrationOf(world, of);
  const linkOf = async (sealed: string) =>
    tokenText({ event: world.event.id, registration: of.id, secret: await SEAL.open(sealed, of.id) });
  return { link: await linkOf(token.sealed), asked: await linkOf((addressChange ?? { token }).token.sealed) };
}

test("once a mistyped address is corrected, nothing that was sent there opens anything", async () => {
  const world = await registeringWorld(eventOf([placeOf("hall")]));
  const of = await submitter(world, { contact: { name: "Aigul", email: "agiul@example.org" } });
  await askForAddress(world.dependencies, of, "stranger@example.org"); // whoever got the mail by mistake
  const former = await linksOf(world, of);
  await correctAddress(world.dependencies, world.event, { id: of.id, email: "aigul@example.org" });
  for (const link of [former.link, former.asked])
    expect(await openRegistration(world.dependencies, link)).toBeUndefined();
  const { link } = await linksOf(world, of);
  expect(await openRegistration(world.dependencies, link)).toMatchObject({
    registration: { id: of.id, contact: { email: "aigul@example.org" } },
  });
  expect(await kinds(world, of)).toEqual(["verify", "verify-address", "verify"]);
});

test("a form that is sent again under the address of another, which nobody has verified, stands beside it", async () => {
  const world = await registeringWorld(eventOf([placeOf("hall", { capacity: 4 })]));
  const other = await submitter(world, { contact: { name: "Dana", email: "aigul@example.org" } });
  const mine = await submitter(world, {
    contact: { name: "Aigul", email: "agiul@example.org" },
    people: people(2),
  });
  const contact = { name: "Aigul", email: "aigul@example.org" };
  const before = await registrationOf(world, other);
  expect(await submitter(world, { id: mine.id, contact, people: people(3) })).toEqual(mine);
  expect(await registrationOf(world, other)).toEqual(before);
  expect(await registrationOf(world, mine)).toMatchObject({
    contact,
    bookings: [{ participants: people(3) }],
  });
  expect(await world.seats("hall")).toMatchObject({ taken: 3, waiting: 0 });
  expect(await violations(world, new Map([["hall", 4]]))).toEqual([]);
});
