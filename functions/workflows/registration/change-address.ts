import { toInstant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import {
  addressAsked,
  addressChanged,
  addressKept,
  requireAddressSeen,
} from "../../domain/registration/decisions/address-change.ts";
import { verified } from "../../domain/registration/decisions/verify.ts";
import { isUnverified, type Registration } from "../../domain/registration/registration.ts";
import { carryOut, type WhichRegistration } from "./carry-out.ts";
import {
  type MailingDependencies,
  mayMail,
  newToken,
  type RegistrationDependencies,
} from "./dependencies.ts";
import { change } from "./self-service.ts";

/** The address stays as it is, whatever was asked before. */
export const keepAddress = (dependencies: RegistrationDependencies, of: WhichRegistration) =>
  carryOut(dependencies, of, addressKept);

/**
 * Asks for another address: a mail goes there, and until its link is used the former one stays. Asking for the present
 * one takes back what was asked before; asking twice for the same is one.
 *
 * @param seen what the page showed of the address, where that is known
 * @throws Refusal `address-changed` where somebody was faster; `address-limit` where no mail may go there
 */
export async function askForAddress(
  dependencies: MailingDependencies,
  of: WhichRegistration,
  email: string,
  seen?: string,
): Promise<"asked" | "kept"> {
  const { limits, registrations, clock } = dependencies;
  const now = toInstant(new Date(clock()));
  const isAsked = ({ addressChange }: Registration) =>
    addressChange?.email === email && now < addressChange.until;
  const found = await registrations.registration(of.event.id, of.id);
  if (found && isAsked(found)) return "asked";
  if (found) requireAddressSeen(found, seen);
  const needsMail = found !== undefined && found.contact.email !== email;
  if (
    needsMail &&
    !((await limits.within("addresses", of.id, now)) && (await mayMail(dependencies, email, now)))
  )
    throw tooMany();
  const token = await newToken(dependencies.seal, of.id);
  const { registration } = await carryOut(dependencies, of, (each, decided) => {
    if (each.contact.email === email) return addressKept(each, decided);
    if (isAsked(each)) return undefined;
    requireAddressSeen(each, seen);
    return addressAsked(each, { email, token }, decided);
  });
  return registration.addressChange ? "asked" : "kept";
}

function tooMany(): Refusal {
  return new Refusal(
    "address-limit",
    429,
    "Too many emails about another address went out today.",
    "Nothing was changed. Try again tomorrow, or write to the press office.",
    { field: "email" },
  );
}

/**
 * The link in the mail to the new address was used: it replaces the former one, with all its links. What others
 * submitted under it ends.
 *
 * @throws Refusal `address-ended`, `address-taken`, `registration-busy`
 */
export const changeAddress = (dependencies: RegistrationDependencies, of: WhichRegistration) =>
  change(dependencies, of, (registration, decided) => {
    const moved = addressChanged(registration, decided);
    // Whoever used the link has proven the address: what was to be verified is.
    const proven = isUnverified(moved.after) ? verified(moved.after, decided) : undefined;
    if (!proven) return moved;
    const mails = [...moved.mails.filter(({ kind }) => kind === "address-changed"), ...proven.mails];
    return { before: registration, after: proven.after, mails };
  });
