import type { Hono, MiddlewareHandler } from "hono";
import { TrieRouter } from "hono/router/trie-router";
import { EARLY_HEADERS } from "./early-answer.ts";

/** Methods that routes are made for. Where GET works HEAD does, and OPTIONS wherever anything does. */
const ROUTED = ["GET", "POST"] as const;

const routers = new WeakMap<Hono, TrieRouter<string>>();

/**
 * What an address takes, as `Allow` names it (RFC 9110, section 10.2.1), read from the routes of the application.
 * @returns undefined where no route leads
 */
export function methodsAt(app: Hono, path: string): string | undefined {
  const router = routers.get(app) ?? routerOf(app);
  const taken = ROUTED.filter((method) => router.match(method, path)[0].length > 0);
  if (taken.length === 0) return undefined;
  const reading = taken.includes("GET") ? ["GET", "HEAD", "OPTIONS"] : ["OPTIONS"];
  return [...reading, ...taken.filter((method) => method !== "GET")].join(", ");
}

/**
 * A router of its own, made when it is first asked: that of the application chooses how it works by the first request
 * it gets, and cannot be asked for another method.
 */
function routerOf(app: Hono): TrieRouter<string> {
  const router = new TrieRouter<string>();
  for (const { method, path } of app.routes)
    if (ROUTED.some((each) => each === method)) router.add(method, path, method);
  routers.set(app, router);
  return router;
}

/** Answers OPTIONS at every address of the application; one that has no route is left to what refuses it. */
export function answerOptions(app: Hono): MiddlewareHandler {
  return async (c, next) => {
    const allow = c.req.method === "OPTIONS" ? methodsAt(app, c.req.path) : undefined;
    return allow === undefined ? next() : c.body(null, 204, { ...EARLY_HEADERS, Allow: allow });
  };
}
