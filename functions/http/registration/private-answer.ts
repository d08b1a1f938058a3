import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Language } from "../../domain/language.ts";
import { FORM_STYLE_HASH } from "../../rendering/style/forms.ts";
import { EARLY_HEADERS } from "../early/early-answer.ts";
import { pageHeaders } from "../page-headers.ts";

/** A page about a person, or with a form: kept by nobody, listed nowhere, told to no other site. */
export function privateAnswer(c: Context, language: Language, html: string, status = 200): Response {
  return c.body(html, status as ContentfulStatusCode, {
    ...EARLY_HEADERS,
    ...pageHeaders(language, { styles: [FORM_STYLE_HASH] }),
  });
}

/** After something was submitted: the page that shows it, so that loading it again submits nothing. */
export const seeOther = (c: Context, to: string): Response => privateRedirect(c, to, 303);

/** @param status 301 for an address that has moved, 308 for what was sent there and is to be sent again */
export function privateRedirect(c: Context, to: string, status: 301 | 303 | 308): Response {
  return c.body(null, status, { ...EARLY_HEADERS, Location: to });
}
