import { LANGUAGES } from "../../../functions/domain/language.ts";
import {
  DRAWING_HEADERS,
  type HeadersPolicy,
  MEDIA_HEADERS,
  PRIVATE_HEADERS,
  READER_HEADERS,
} from "../../aws/edge/response-headers.ts";
import { type Answer, withHeaders } from "./answer.ts";

/** What one person opens or submits. */
export const FOR_EARLY = new RegExp(`^/(?:${LANGUAGES.join("|")})/early/`);
export const FOR_REGISTRATION = new RegExp(`^/(?:${LANGUAGES.join("|")})/(?:register|registration)/`);

/** As the behaviours of the distribution choose. */
export function policyFor(path: string): HeadersPolicy {
  if (path.startsWith("/media/")) return path.endsWith(".svg") ? DRAWING_HEADERS : MEDIA_HEADERS;
  return FOR_EARLY.test(path) || FOR_REGISTRATION.test(path) ? PRIVATE_HEADERS : READER_HEADERS;
}

/** The answer as CloudFront sends it on. Header names of answers are in lower case. */
export function withPolicy(answer: Answer, { always, ifAbsent }: HeadersPolicy): Answer {
  const unsaid = Object.entries(ifAbsent).filter(([name]) => !(name.toLowerCase() in answer.headers));
  return withHeaders(answer, { ...Object.fromEntries(unsaid), ...always });
}
