import { toInstant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import {
  addressAsked,
  addressChanged,
  addressKept,
} from "../../domain/registration/decisions/address-change.ts";
import { Outrun } from "../../storage/registrations.ts";
import { holderOf, isClaimed, letGo } from "./address-holder.ts";
import { busy, carryOut, DECISIONS, type Of, stored } from "./carry-out.ts";
import { newToken, type RegistrationDependencies } from "./dependencies.ts";

/** The address stays as it is, whatever was asked before. */
export const keepAddress = (dependencies: RegistrationDependencies, of: Of) =>
  carryOut(dependencies, of, addressKept);

/**
 * Asks for another address: a mail goes there, and until its link is used the former one stays. Asking for the present
 * one takes back what was asked before.
 */
export async function askForAddress(
  dependencies: RegistrationDependencies,
  of: Of,
  email: string,
): Promise<"asked" | "kept"> {
  const token = await newToken(dependencies.seal, of.id);
  const { registration } = await carryOut(dependencies, of, (each, decided) =>
    each.contact.email === email ? addressKept(each, decided) : addressAsked(each, { email, token }, decided),
  );
  return registration.addressChange ? "asked" : "kept";
}

/**
 * The link in the mail to the new address was used: it replaces the former one, with all its links.
 *
 * @throws Refusal `address-ended`, `address-taken`, `registration-busy`
 */
export async function changeAddress(dependencies: RegistrationDependencies, of: Of): Promise<void> {
  const { registrations, clock } = dependencies;
  for (let n = 1; n <= DECISIONS; n++) {
    const registration = await registrations.registration(of.event.id, of.id);
    if (!registration) return;
    const now = toInstant(new Date(clock()));
    const changed = addressChanged(registration, { event: of.event, now });
    const holder = await holderOf(dependencies, of.event, changed.after.contact.email);
    const other = holder && holder.id !== of.id ? holder : undefined;
    if (other && isClaimed(other, now)) throw addressTaken();
    try {
      await registrations.commit([...(other ? letGo(other, now) : []), stored(changed)], new Map());
      return;
    } catch (error) {
      if (!(error instanceof Outrun)) throw error;
    }
  }
  throw busy();
}

/**
 * A registration that is over and comes to life again needs its address, which may have been registered anew since.
 * @throws Refusal `address-taken`
 */
export async function takeAddressBack(
  dependencies: RegistrationDependencies,
  { event, id }: Of,
): Promise<void> {
  const { registrations, clock } = dependencies;
  const registration = await registrations.registration(event.id, id);
  const holder = registration && (await holderOf(dependencies, event, registration.contact.email));
  if (!holder || holder.id === id) return;
  const now = toInstant(new Date(clock()));
  if (isClaimed(holder, now)) throw addressTaken();
  try {
    await registrations.commit(letGo(holder, now), new Map());
  } catch (error) {
    if (!(error instanceof Outrun)) throw error; // whoever was faster is met when the place is added
  }
}

function addressTaken(): Refusal {
  return new Refusal(
    "address-taken",
    409,
    "Another registration has this address.",
    "Use the link in its mails, or another address.",
  );
}
