import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Language } from "../../domain/language.ts";
import { FORM_STYLE_HASH } from "../../rendering/style/forms.ts";
import { EARLY_HEADERS } from "../early/early-answer.ts";
import { contentSecurityPolicy } from "../page-answer.ts";

const CONTENT_SECURITY_POLICY = contentSecurityPolicy("", [FORM_STYLE_HASH]);

/** A page about a person, or with a form: kept by nobody, listed nowhere, told to no other site. */
export function privateAnswer(c: Context, language: Language, html: string, status = 200): Response {
  return c.body(html, status as ContentfulStatusCode, {
    ...EARLY_HEADERS,
    "Content-Language": language,
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Content-Type": "text/html; charset=utf-8",
  });
}

/** After something was submitted: the page that shows it, so that loading it again submits nothing. */
export function seeOther(c: Context, to: string): Response {
  return c.body(null, 303, { ...EARLY_HEADERS, Location: to });
}
