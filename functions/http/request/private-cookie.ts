import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { LANGUAGES, type Language } from "../../domain/language.ts";

/** A cookie of one person: which it is, and to which addresses in each language it is sent and to no others. */
export interface PrivateCookie {
  readonly name: string;
  readonly pathIn: (language: Language) => string;
  /** Whether it goes over HTTPS alone. */
  readonly secure: boolean;
}

/**
 * Has the browser keep a value in every language, out of the reach of scripts and of forms of other sites.
 * @param maxAge seconds; without it, until the browser is closed
 */
export function keepCookie(c: Context, cookie: PrivateCookie, value: string, maxAge?: number): void {
  for (const attributes of attributesOf(cookie))
    setCookie(c, cookie.name, value, { ...attributes, ...(maxAge !== undefined && { maxAge }) });
}

export function forgetCookie(c: Context, cookie: PrivateCookie): void {
  for (const attributes of attributesOf(cookie)) deleteCookie(c, cookie.name, attributes);
}

const attributesOf = ({ pathIn, secure }: PrivateCookie) =>
  LANGUAGES.map((language) => ({
    path: pathIn(language),
    httpOnly: true,
    secure,
    sameSite: "Lax" as const,
  }));
