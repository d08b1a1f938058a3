import { createHash } from "node:crypto";
import type { Context } from "hono";
import { type Instant, secondsBetween } from "../../domain/instant.ts";
import { FIELDS, type Fields, fieldOf } from "../../domain/registration/form/form.ts";
import { registrationErrorMessagesOf } from "../../rendering/messages/registration-error-messages-of.ts";
import { registrationMessagesOf } from "../../rendering/messages/registration-messages-of.ts";
import { sendAgainPage } from "../../rendering/pages/registration/send-again-page.tsx";
import { formOf } from "../forms/sent-form.ts";
import type { Visit } from "../request/visit.ts";
import { privateAnswer } from "./private-answer.ts";
import { networkAddress } from "./registering-visit.ts";
import type { RegistrationAppDependencies } from "./registration-dependencies.ts";

/** Seconds between a form and its second button: nobody notices, and a program waits for each. */
export const WAIT_SECONDS = 5;
/** A form and the moment at which it may be sent by its second button, for as long as that is good. */
const PROOF = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\.([\w-]{43})$/;
const PROOF_SECONDS = 3600;

/** What is to be done, as it counts: whoever sends anything else has to wait once more. */
export interface Asking {
  readonly event: string;
  readonly fields: Fields;
  readonly content: readonly unknown[];
}

/**
 * Admitted, with the mark of its network; or to be confirmed, with what the second button carries.
 */
export type Admission = { readonly network: string } | { readonly proof: string };

/**
 * Whether something is done at once that anybody can send: a form, a code, a wish for one more mail. Within the room of
 * its network it is. Beyond it nobody is turned away: after some seconds the second button leads through. What that
 * button carries is good for this very content at this very address for an hour, so a program waits for each of its
 * forms; and since each of them does the same however often it is sent, it takes no room.
 */
export async function admission(
  { registering: { limits }, signer }: Pick<RegistrationAppDependencies, "registering" | "signer">,
  c: Context,
  { event, fields, content }: Asking,
  now: Instant,
): Promise<Admission> {
  const network = networkAddress(c);
  const digest = createHash("sha256")
    .update(JSON.stringify([c.req.path, content]))
    .digest("base64url");
  const signed = (at: Instant) => `${event} ${at} ${digest}`;
  const sent = fieldOf(fields, FIELDS.proof);
  const [, at = "", code = ""] = PROOF.exec(sent) ?? [];
  if (at !== "" && (await signer.verifies("registration confirmed", signed(at), code))) {
    const waited = secondsBetween(at, now);
    if (waited < WAIT_SECONDS) return { proof: sent };
    if (waited <= PROOF_SECONDS) return { network: await limits.markOf(network, now) };
  }
  if (await limits.spend(network, now)) return { network: await limits.markOf(network, now) };
  return { proof: `${now}.${await signer.sign("registration confirmed", signed(now))}` };
}

/** The page with the second button, for a form that is not shown again by itself: everything that was in it goes along. */
export function toBeConfirmed(c: Context, { language, context }: Visit, proof: string): Response {
  const { form } = registrationMessagesOf(language);
  const { busy } = registrationErrorMessagesOf(language);
  const sent = [...formOf(c)].flatMap(([name, value]) =>
    typeof value === "string" && name !== FIELDS.proof ? [[name, value] as const] : [],
  );
  const html = sendAgainPage(context, {
    path: c.req.path,
    fields: [...sent, [FIELDS.proof, proof]],
    title: form.confirmTitle,
    text: form.confirm.limit,
    button: busy.again,
  });
  return inSomeSeconds(privateAnswer(c, language, html, 429));
}

/** Says to programs, too, how long to wait. */
export function inSomeSeconds(answer: Response): Response {
  answer.headers.set("Retry-After", String(WAIT_SECONDS));
  return answer;
}
