import { toInstant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import { type Details, detailsChanged } from "../../domain/registration/decisions/details.ts";
import { needsChanged } from "../../domain/registration/decisions/needs.ts";
import { type Carried, carryOut, type WhichRegistration } from "./carry-out.ts";
import type { MailingDependencies, RegistrationDependencies } from "./dependencies.ts";

/**
 * Changes what the form asked besides places, people and address, and tells the contact by a mail that names the fields.
 * The change is made only where that mail may still be sent.
 *
 * @param asked.seen what the page showed, where that is known
 * @throws Refusal `details-changed`, `changes-limit`, and what `carryOut` throws
 */
export async function changeDetails(
  dependencies: MailingDependencies,
  of: WhichRegistration,
  asked: { readonly details: Details; readonly seen?: string | undefined },
): Promise<Carried> {
  const { registrations, limits, clock } = dependencies;
  const { event } = of;
  const now = toInstant(new Date(clock()));
  const found = await registrations.registration(event.id, of.id);
  const change = found && detailsChanged(found, asked, { event, now });
  if (change && change.mails.length > 0 && !(await limits.within("changes", of.id, now))) throw tooMany();
  return carryOut(dependencies, of, (registration, decided) => detailsChanged(registration, asked, decided));
}

/** Changes or withdraws what someone needs in order to take part. @throws Refusal what `needsChanged` throws */
export const changeNeeds = (
  dependencies: RegistrationDependencies,
  of: WhichRegistration,
  asked: { readonly needs: string; readonly seen?: string | undefined },
): Promise<Carried> =>
  carryOut(dependencies, of, (registration, decided) => needsChanged(registration, asked, decided));

function tooMany(): Refusal {
  return new Refusal(
    "changes-limit",
    429,
    "These details were changed too often today, and each change is confirmed by an email.",
    "Nothing was changed. Try again tomorrow, or write to the press office.",
  );
}
