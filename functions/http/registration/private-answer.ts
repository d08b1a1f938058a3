import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Language } from "../../domain/language.ts";
import { FORM_STYLE_HASH } from "../../rendering/style/forms.ts";
import { EARLY_HEADERS } from "../answers/early-answer.ts";
import { pageHeaders } from "../answers/page-headers.ts";

/**
 * A page about a person, or with a form: kept by nobody, listed nowhere, told to no other site.
 * @param style hash of the page's own style
 */
export function privateAnswer(
  c: Context,
  language: Language,
  html: string,
  status = 200,
  style = FORM_STYLE_HASH,
): Response {
  return c.body(html, status as ContentfulStatusCode, {
    ...EARLY_HEADERS,
    ...pageHeaders(language, { styles: [style] }),
  });
}

/**
 * A form with what is wrong in it. The browser may show it again when its person goes back, and asks before any other
 * use: an answer to POST that nobody keeps would be the browser's question whether to send the form once more. Nothing
 * about what someone needs in order to take part may stand in it.
 */
export function mistakeAnswer(c: Context, language: Language, html: string, style?: string): Response {
  const answer = privateAnswer(c, language, html, 422, style);
  answer.headers.set("Cache-Control", "private, no-cache");
  return answer;
}

/** A page with a form in which nothing stands about needs: with mistakes in it (422) the browser may show it again. */
export const privateFormAnswer = (
  c: Context,
  language: Language,
  html: string,
  status = 200,
  style?: string,
): Response =>
  status === 422 ? mistakeAnswer(c, language, html, style) : privateAnswer(c, language, html, status, style);

/** After something was submitted: the page that shows it, so that loading it again submits nothing. */
export const seeOther = (c: Context, to: string): Response => privateRedirect(c, to, 303);

/** @param status 301 for an address that has moved, 308 for what was sent there and is to be sent again */
export function privateRedirect(c: Context, to: string, status: 301 | 303 | 308): Response {
  return c.body(null, status, { ...EARLY_HEADERS, Location: to });
}
