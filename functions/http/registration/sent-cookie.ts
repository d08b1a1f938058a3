import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import * as v from "valibot";
import { registerPath } from "../../domain/addresses.ts";
import { LANGUAGES } from "../../domain/language.ts";

/** What the browser of someone who submitted keeps for a while: which form it was, and the address as typed. */
const Sent = v.object({ form: v.string(), email: v.string() });
export type Sent = v.InferOutput<typeof Sent>;

const COOKIE = "registered";
const KEPT_SECONDS = 4 * 3600;

/** @param slug of the event, to whose pages it is sent and to no others */
export function keepSent(c: Context, slug: string, sent: Sent, secure: boolean): void {
  const value = Buffer.from(JSON.stringify(sent)).toString("base64url");
  for (const language of LANGUAGES)
    setCookie(c, COOKIE, value, {
      path: registerPath(language, slug),
      httpOnly: true,
      secure,
      sameSite: "Lax",
      maxAge: KEPT_SECONDS,
    });
}

/** What was submitted last, as far as this browser knows. */
export function sentBy(c: Context): Sent | undefined {
  try {
    const text = Buffer.from(getCookie(c, COOKIE) ?? "", "base64url").toString("utf8");
    const sent = v.safeParse(Sent, JSON.parse(text));
    return sent.success ? sent.output : undefined;
  } catch {
    return undefined; // no cookie, or one that is not ours
  }
}

/** Once it is verified there is nothing left to check. */
export function forgetSent(c: Context, slug: string): void {
  for (const language of LANGUAGES) deleteCookie(c, COOKIE, { path: registerPath(language, slug) });
}
