import type { Context } from "hono";
import { FIELDS, type Fields, fieldOf, HONEYPOT } from "../../domain/registration/form/form.ts";
import type { ConfirmReason } from "../../rendering/messages/shapes/registration-messages.ts";
import { isFromElsewhere } from "../request/own-site.ts";
import type { Visit } from "../request/visit.ts";
import { type MadeForm, suspiciousTiming } from "./form-token.ts";

/** What programs do and people seldom: whoever did is asked once more, and loses nothing. */
export function reasonToConfirm(
  c: Context,
  fields: Fields,
  made: MadeForm | undefined,
  { now, context }: Visit,
): ConfirmReason | undefined {
  if (isFromElsewhere(c, context.site)) return "cross-site";
  if (!made) return "stale";
  const odd = suspiciousTiming(made, now);
  if (odd === "stale") return odd;
  if (fieldOf(fields, FIELDS.confirmed) !== "") return undefined;
  return fieldOf(fields, HONEYPOT) !== "" ? "honeypot" : odd;
}
