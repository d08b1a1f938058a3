import { randomUUID } from "node:crypto";
import type { LinkSigner } from "../../domain/early/link-signer.ts";
import { type Instant, secondsBetween } from "../../domain/instant.ts";

/** A form that we made: what registers under it is one registration. */
export interface MadeForm {
  readonly id: string;
  readonly at: Instant;
}

/** Nobody reads and fills in the form faster. */
const FASTEST_SECONDS = 3;
/** A form that was open for longer is shown once more, since the places may have changed. */
const LONGEST_SECONDS = 12 * 3600;

const TOKEN =
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\.([\w-]{43})$/;

const signed = (event: string, { id, at }: MadeForm) => `${event} ${id} ${at}`;

/**
 * @param form the one that is shown once more, which keeps its time: whoever corrects a word is quick, and no program;
 * without it a new one
 */
export async function formToken(
  signer: LinkSigner,
  event: string,
  now: Instant,
  form?: MadeForm,
): Promise<string> {
  const made =
    form && suspiciousTiming(form, now) !== "stale" ? form : { id: form?.id ?? randomUUID(), at: now };
  return `${made.id}.${made.at}.${await signer.sign("registration form", signed(event, made))}`;
}

/** The form behind a token; undefined for one that we did not make, or for another event. */
export async function readFormToken(
  signer: LinkSigner,
  event: string,
  token: string,
): Promise<MadeForm | undefined> {
  const [, id = "", at = "", code = ""] = TOKEN.exec(token) ?? [];
  if (id === "") return undefined;
  const made = { id, at };
  return (await signer.verifies("registration form", signed(event, made), code)) ? made : undefined;
}

/** Whether a form came faster than a person types, or after longer than one leaves it open. */
export function suspiciousTiming({ at }: MadeForm, now: Instant): "early" | "stale" | undefined {
  const seconds = secondsBetween(at, now);
  if (seconds < FASTEST_SECONDS) return "early";
  return seconds > LONGEST_SECONDS ? "stale" : undefined;
}

/** What opens a place for invited people: `{place}.{code}`. */
export async function invitation(signer: LinkSigner, event: string, place: string): Promise<string> {
  return `${place}.${await signer.sign("registration invitation", `${event} ${place}`)}`;
}

/** The place that an invitation opens, if we made it. */
export async function invitedTo(
  signer: LinkSigner,
  event: string,
  text: string,
): Promise<string | undefined> {
  const [, place = "", code = ""] = /^([a-z0-9-]+)\.([\w-]{43})$/.exec(text) ?? [];
  if (place === "") return undefined;
  return (await signer.verifies("registration invitation", `${event} ${place}`, code)) ? place : undefined;
}
