import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Refusal } from "../../domain/refusal.ts";
import { CORS_HEADERS } from "./answer.ts";

/** Where each refusal is explained; `type` of a problem names it with the code as fragment. */
const PROBLEM_TYPES = "https://github.com/dateline-newsroom/dateline/blob/main/docs/refusals.md";

/** A refusal as `application/problem+json` (RFC 9457). Never cached: what is refused now may exist a second later. */
export function problem(c: Context, refusal: Refusal, headers: Record<string, string> = {}): Response {
  const { field, allowed } = refusal.detail;
  const body = {
    type: `${PROBLEM_TYPES}#${refusal.code}`,
    title: refusal.message,
    status: refusal.status,
    detail: refusal.help,
    instance: c.req.path,
    code: refusal.code,
    ...(field !== undefined && { field }),
    ...(allowed !== undefined && { allowed }),
  };
  return c.body(JSON.stringify(body), refusal.status as ContentfulStatusCode, {
    ...CORS_HEADERS,
    ...headers,
    "Cache-Control": "no-store",
    "Content-Type": "application/problem+json",
  });
}
