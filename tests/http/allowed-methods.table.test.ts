import type { Hono } from "hono";
import { beforeAll, expect, test } from "vitest";
import { EDGE_SECRET_HEADER } from "../../functions/domain/edge-header.ts";
import { methodsAt } from "../../functions/http/answers/allowed-methods.ts";
import { downloadsWorld } from "../worlds/documents/downloads.ts";
import { earlyWorld, GRANTED_AT } from "../worlds/reading/early.ts";
import { readingWorld } from "../worlds/reading/reading.ts";
import { eventOf, placeOf } from "../worlds/registration/registration-events.ts";
import { registrationSite } from "../worlds/registration/registration-site.ts";

type Ask = (path: string, init: RequestInit) => Promise<Response>;

/** Every application, and how the edge asks it. */
let apps: { readonly app: Hono; readonly ask: Ask }[];

beforeAll(async () => {
  const site = await registrationSite(eventOf([placeOf("hall")]));
  const early = (await earlyWorld([])).at(GRANTED_AT);
  const plain = [(await readingWorld([])).at(GRANTED_AT), (await downloadsWorld([])).at(GRANTED_AT)];
  apps = [
    { app: site.app, ask: site.ask },
    early,
    ...plain.map((app) => ({ app, ask: async (path: string, init: RequestInit) => app.request(path, init) })),
  ];
});

/** Routes that answer a method, not what runs before them. */
const routesOf = (app: Hono) => app.routes.filter(({ method, path }) => method !== "ALL" && path !== "/*");

/** An address of a route: the first of each choice, and a word for what may be any. */
const addressOf = (path: string): string =>
  path
    .replace(/:\w+\{([a-z-]+)(?:\|[^}]*)?\}/g, "$1")
    .replace(/:\w+(?![\w{])/g, "word")
    .replace(/\*/g, "word");

test("OPTIONS names the methods of every route at its address, and no method that is refused there", async () => {
  let asked = 0;
  for (const { app, ask } of apps)
    for (const { path } of routesOf(app)) {
      const address = addressOf(path);
      const named = (await ask(address, { method: "OPTIONS" })).headers.get("Allow")?.split(", ") ?? [];
      const own = routesOf(app)
        .filter((route) => route.path === path)
        .map(({ method }) => method);
      expect({ path, named }).toMatchObject({ named: expect.arrayContaining(own) });
      for (const method of ["POST", "PUT"].filter((each) => !named.includes(each))) {
        const refused = await ask(address, { method });
        expect([path, refused.status, refused.headers.get("Allow")]).toEqual([path, 405, named.join(", ")]);
      }
      asked += 1;
    }
  expect(asked).toBeGreaterThan(30);
});

test("an address that only shows a registration's calendar takes no form, and its buttons take nothing else", () => {
  const [registration] = apps;
  if (!registration) throw new Error("There is no application.");
  const at = (path: string) => methodsAt(registration.app, `/en/registration/token${path}`);
  expect(at("/calendar.ics")).toBe("GET, HEAD, OPTIONS");
  expect(at("")).toBe("GET, HEAD, OPTIONS");
  expect(at("/cancel")).toBe("GET, HEAD, OPTIONS, POST");
  expect(methodsAt(registration.app, "/en/register/world-day-2027")).toBe("GET, HEAD, OPTIONS, POST");
});

test("OPTIONS past the edge is refused like everything else", async () => {
  const [registration] = apps;
  const answer = await registration?.app.request("/en/register/x", {
    method: "OPTIONS",
    headers: { [EDGE_SECRET_HEADER]: "wrong" },
  });
  expect(answer?.status).toBe(403);
});
