import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import * as v from "valibot";
import { registerPath } from "../../domain/addresses.ts";
import { addSeconds, Instant } from "../../domain/instant.ts";
import { SealInvalid, type TokenSeal } from "../../domain/registration/links/token-seal.ts";
import { forgetCookie, keepCookie, type PrivateCookie } from "../request/private-cookie.ts";

/** What the browser of someone who submitted keeps for a while. */
const Sent = v.object({
  /** Under which it was submitted. */
  id: v.string(),
  /** As typed. */
  email: v.string(),
  at: Instant,
  /** When a mail was last asked for. */
  askedAt: Instant,
});
export type Sent = v.InferOutput<typeof Sent>;

const COOKIE = "registered";
/** What came under an address that is registered can be corrected for as long, and no longer. */
const KEPT_SECONDS = 4 * 3600;
/** Far more than we seal. */
const LONGEST = 3_000;

interface Jar {
  readonly c: Context;
  readonly seal: TokenSeal;
  /** To whose pages it is sent, and to no others. */
  readonly event: { readonly id: string; readonly slug: string };
}

const sealedFor = ({ event }: Jar): string => `sent ${event.id}`;

/**
 * Keeps what was submitted. It is sealed, so that nobody can read from it what a submission came to, nor ask in it for
 * mail to an address that was never submitted.
 *
 * @param secure whether it goes over HTTPS alone
 */
export async function keepSent(jar: Jar, sent: Sent, secure: boolean): Promise<void> {
  const value = await jar.seal.seal(JSON.stringify(sent), sealedFor(jar));
  keepCookie(jar.c, cookieOf(jar.event, secure), value, KEPT_SECONDS);
}

/** What was submitted last, as far as this browser knows, and not too long ago. */
export async function sentBy(jar: Jar, now: Instant): Promise<Sent | undefined> {
  const value = getCookie(jar.c, COOKIE) ?? "";
  if (value === "" || value.length > LONGEST) return undefined;
  try {
    const sent = v.parse(Sent, JSON.parse(await jar.seal.open(value, sealedFor(jar))));
    return now < addSeconds(sent.at, KEPT_SECONDS) ? sent : undefined;
  } catch (error) {
    if (error instanceof SealInvalid) return undefined; // none of ours, or for another event
    throw error;
  }
}

/** Once it is verified there is nothing left to check. */
export function forgetSent({ c, event }: Pick<Jar, "c" | "event">, secure: boolean): void {
  forgetCookie(c, cookieOf(event, secure));
}

const cookieOf = ({ slug }: Jar["event"], secure: boolean): PrivateCookie => ({
  name: COOKIE,
  pathIn: (language) => registerPath(language, slug),
  secure,
});
