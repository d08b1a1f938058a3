import { randomUUID } from "node:crypto";
import { closeSync, openSync, writeFileSync } from "node:fs";
import { registrationPath } from "../../../functions/domain/addresses.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { isLiveAt } from "../../../functions/domain/registration/booking.ts";
import { eventWords, type RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { checkPeople } from "../../../functions/domain/registration/form/check-people.ts";
import { checkDeskContact } from "../../../functions/domain/registration/form/desk-contact.ts";
import { tokenText } from "../../../functions/domain/registration/links/token.ts";
import { outboxOf } from "../../../functions/domain/registration/mail.ts";
import { hasAddress, type Registration } from "../../../functions/domain/registration/registration.ts";
import type { FieldError } from "../../../functions/domain/registration/text/field-error.ts";
import { passPage } from "../../../functions/rendering/mail/pass-page.ts";
import { registrationErrorMessagesOf } from "../../../functions/rendering/messages/registration-error-messages-of.ts";
import { holderOf } from "../../../functions/workflows/registration/address-locks.ts";
import { addAtDesk } from "../../../functions/workflows/registration/at-desk.ts";
import { counted } from "./counted.ts";
import { questionsAtDesk } from "./desk-answers.ts";
import { answers, badges, languageIn, typedContact } from "./desk-options.ts";
import { registrationLine } from "./meant.ts";
import type { Given } from "./registrations-options.ts";
import type { Desk } from "./registrations-target.ts";

/** Registers someone at the door or by telephone. @returns who it is, and what is theirs */
export async function add(
  desk: Desk,
  values: Given,
  [name = "", place = ""]: readonly string[],
): Promise<string> {
  const event = await desk.event(name);
  const asked = {
    id: randomUUID(),
    place,
    language: languageIn(values) ?? eventWords(event, event.source).language,
    ...personIn(values, event, place),
    beyond: values.reason !== undefined,
  };
  if (!hasAddress(asked.contact) && !values.again) await refuseSame(desk, event, asked);
  if (values.out !== undefined) closeSync(openSync(values.out, "a", 0o600)); // nobody is added whose pass cannot be written
  const also = values.reason === undefined ? "" : `, on purpose: ${values.reason.trim()}`;
  await desk.logged(`add ${event.slug} ${place} ${asked.id}${also}`);
  const { registration, secret, beyond } = await withHolder(desk, event, asked.contact.email, () =>
    addAtDesk(desk.registering, event, asked),
  );
  const isMailed = hasAddress(registration.contact);
  const lines = [`Added: ${registration.id}, ${registrationLine(registration, place)}.`];
  if (beyond) lines.push(beyondInWords(beyond.over));
  if (isMailed) lines.push("An email says so.");
  if (values.out !== undefined && secret !== undefined) {
    writeFileSync(values.out, await pageFor(desk, event, registration, secret), { mode: 0o600 });
    lines.push(`The pass is in ${values.out}, with the link that opens the registration.`);
  }
  return `${lines.join(" ")}\n`;
}

/**
 * Whoever has no address can be told apart by the name alone: a command that was interrupted and is given again would
 * add the same person once more.
 *
 * @throws Refusal `person-added`
 */
async function refuseSame(
  desk: Desk,
  event: RegistrationEvent,
  { place, people }: { readonly place: string; readonly people: readonly { readonly name: string }[] },
): Promise<void> {
  for await (const { id, contact, bookings } of desk.registering.registrations.all(event.id)) {
    if (hasAddress(contact)) continue;
    const coming = bookings.flatMap((each) =>
      each.place === place && isLiveAt(each, desk.now()) ? each.participants : [],
    );
    const same = people.find(({ name }) => coming.some((each) => each.name === name));
    if (same)
      throw new Refusal(
        "person-added",
        409,
        `${same.name} was added at ${place} before, without an address: ${id}.`,
        "Nothing was stored. `badges` and `door` have the pass of who was added; --again adds another person of this name.",
      );
  }
}

/** What was given beyond what a place has. */
export const beyondInWords = (over: number): string =>
  over > 0
    ? `The place is ${counted(over, "seat")} over its capacity now.`
    : "Others wait, and come after this.";

function personIn(values: Given, event: RegistrationEvent, place: string) {
  const { contact, errors } = checkDeskContact(typedContact(values));
  const [shown, said] = [badges(values), answers(values)];
  const questions = questionsAtDesk(event, [place], said);
  const typed = values.person.length > 0 ? values.person : [values.name ?? ""];
  const { people, errors: wrong } = checkPeople(
    typed.map((each) => ({
      name: each,
      badge: shown.get(each.trim()) ?? "",
      answers: said.get(each.trim()) ?? {},
    })),
    { questions, given: {} },
  );
  refuseWrong([...errors, ...wrong]);
  const { name = "", email = "", ...rest } = contact;
  const given = Object.entries(rest).filter(([, value]) => value !== "");
  return { contact: { ...Object.fromEntries(given), name, email }, people };
}

/** @throws Refusal `option-invalid` with everything that is wrong with what was typed */
export function refuseWrong(errors: readonly FieldError[]): void {
  if (errors.length === 0) return;
  const words = registrationErrorMessagesOf("en").errors;
  const said = errors.map(({ field, code, detail = "" }) => `--${field}: ${words[code](detail)}.`);
  throw new Refusal("option-invalid", 400, said.join(" "), "Nothing was stored.");
}

/** Whoever has the address already is named, so that they can be moved or edited instead. */
async function withHolder<Done>(
  desk: Desk,
  event: RegistrationEvent,
  address: string,
  add: () => Promise<Done>,
): Promise<Done> {
  try {
    return await add();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "address-taken") throw error;
    const holder = await holderOf(desk.registering, event, address);
    throw new Refusal(
      "address-taken",
      409,
      `Whoever has this address is registered already: ${holder?.id ?? "look at the list"}.`,
      "Edit or move that registration, or add the person without --email.",
    );
  }
}

async function pageFor(
  desk: Desk,
  event: RegistrationEvent,
  registration: Registration,
  secret: string,
): Promise<string> {
  const { language, id, bookings } = registration;
  const site = await desk.site(language);
  const token = tokenText({ event: event.id, registration: id, secret });
  const link = `${desk.address}${registrationPath(language, token)}`;
  const [booking] = bookings;
  const [mail] = outboxOf(
    { ...registration, contact: { ...registration.contact, email: "-" } }, // it goes on paper and to no address
    [{ kind: "confirmed", ...(booking && { booking }) }],
  );
  if (!mail) throw new Error("A confirmation has no words.");
  return passPage({
    mail,
    event,
    site: { ...site, address: desk.address },
    now: desk.now(),
    registration,
    link,
  });
}
