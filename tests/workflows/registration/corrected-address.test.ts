import { expect, test } from "vitest";
import { tokenText } from "../../../functions/domain/registration/token.ts";
import type { Of } from "../../../functions/workflows/registration/carry-out.ts";
import { askForAddress } from "../../../functions/workflows/registration/change-address.ts";
import { correctAddress } from "../../../functions/workflows/registration/correct-address.ts";
import { openRegistration } from "../../../functions/workflows/registration/open-registration.ts";
import { kinds, registrationOf, submitter } from "../../worlds/housekeeping.ts";
import { eventOf, placeOf, type RegisteringWorld, registeringWorld, SEAL } from "../../worlds/registering.ts";

/** The link as it stands in the mail to the contact, and the one in the mail to an address that was asked for. */
async function linksOf(world: RegisteringWorld, of: Of): Promise<{ link: string; asked: string }> {
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
