import { cleanText, LONGEST_TEXT } from "../text/clean-text.ts";
import type { Wrong } from "../text/field-error.ts";
import { FIELDS, type FormValues } from "./form.ts";

/** What someone needs in order to take part, which is kept with a consent of its own alone; empty for nothing. */
export function checkNeeds(values: Pick<FormValues, "needs" | "needsConsent">, wrong: Wrong): string {
  const needs = cleanText(values.needs);
  if (needs.length > LONGEST_TEXT) wrong(FIELDS.needs, "too-long", String(LONGEST_TEXT));
  if (needs !== "" && !values.needsConsent) wrong(FIELDS.needsConsent, "needs-consent-missing");
  return needs;
}
