import type { Context, Hono } from "hono";
import { routePath } from "hono/route";
import { API_HOME_PATH } from "../../domain/addresses.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { methodsAt } from "./allowed-methods.ts";
import { asRefusal } from "./fault.ts";
import { withoutPastedMarks } from "./pasted-address.ts";
import { problem } from "./problem.ts";
import { redirect } from "./redirect.ts";
import { refusedPage } from "./refused-page.ts";

/**
 * Has an application that is only read answer what its routes refuse or fail at, each time in the form that the
 * address calls for, and what matches no route with 405: every address is answered for GET.
 */
export function answerRefusals(app: Hono, dependencies: ReadDependencies): void {
  app.notFound((c) => {
    const allow = methodsAt(app, c.req.path) ?? "GET, HEAD, OPTIONS";
    if (c.req.method === "OPTIONS") return c.body(null, 204, { Allow: allow });
    return refused(dependencies, c, methodNotAllowed(c.req.method, allow), allow);
  });
  app.onError(async (error, c) => {
    const refusal = asRefusal(error, routePath(c));
    const pasted = refusal.status === 404 ? await withoutPastedMarks(app, c) : undefined;
    return pasted === undefined ? refused(dependencies, c, refusal) : redirect(c, pasted);
  });
}

function refused(
  dependencies: ReadDependencies,
  c: Context,
  refusal: Refusal,
  allow?: string,
): Response | Promise<Response> {
  const headers: Record<string, string> = allow === undefined ? {} : { Allow: allow };
  return c.req.path.startsWith(API_HOME_PATH)
    ? problem(c, refusal, headers)
    : refusedPage(dependencies, c, refusal, headers);
}

/** A method that an address does not take. @param allow those that it takes */
export function methodNotAllowed(method: string, allow: string): Refusal {
  return new Refusal(
    "method-not-allowed",
    405,
    `This address does not accept ${method}.`,
    `Use one of ${allow}.`,
  );
}
