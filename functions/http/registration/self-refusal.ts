import type { Language } from "../../domain/language.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { registrationErrorMessagesOf } from "../../rendering/messages/registration-error-messages-of.ts";
import type { ShownRefusal } from "../../rendering/messages/shapes/registration-error-messages.ts";

/** A refusal as its person reads it, a fault of ours among them; undefined for one that people do not meet here. */
export function refusalInWords(language: Language, { code }: Pick<Refusal, "code">): string | undefined {
  const { refusals } = registrationErrorMessagesOf(language);
  if (code === "fault") return refusals["disk-full"];
  const said = Object.keys(refusals).find((each): each is ShownRefusal => each === code);
  return said && refusals[said];
}

/** What stands above the buttons after a page of another site pressed one: whoever meant it presses it here. */
export const refusedFromElsewhere = (language: Language) => ({
  refused: registrationErrorMessagesOf(language).elsewhere,
  status: 403,
});
