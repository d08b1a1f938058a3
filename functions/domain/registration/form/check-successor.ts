import { addressError, mailboxHash } from "../address.ts";
import type { Registration } from "../registration.ts";
import { cleanLine } from "../text/clean-text.ts";
import { type FieldError, fieldErrors } from "../text/field-error.ts";
import { checkContactName } from "./check-contact.ts";
import { FIELDS } from "./form.ts";

/** Who is to come in somebody's place: a name and an address of another mailbox, or what is wrong with them. */
export function checkSuccessor(
  typed: { readonly name: string; readonly email: string } | undefined,
  { contact }: Pick<Registration, "contact">,
): {
  readonly successor: { readonly name: string; readonly email: string };
  readonly errors: readonly FieldError[];
} {
  const { errors, wrong } = fieldErrors();
  const name = checkContactName(typed?.name ?? "", wrong);
  const email = cleanLine(typed?.email ?? "");
  const error = addressError(email);
  if (error) wrong(FIELDS.email, error);
  else if (mailboxHash(email) === mailboxHash(contact.email)) wrong(FIELDS.email, "email-own");
  return { successor: { name, email }, errors };
}
