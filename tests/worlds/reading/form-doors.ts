import type { Hono } from "hono";
import { SELF_ACTIONS } from "../../../functions/rendering/pages/registration/registration-page-facts.ts";
import type { RegistrationSite } from "../registration/registration-site.ts";
import { earlyWorld, GRANTED_AT, grantOf } from "./early.ts";

/** An address that takes POST, and the application that answers there. */
export interface FormDoor {
  readonly app: Hono;
  readonly path: string;
}

export interface FormDoors {
  readonly earlyApp: Hono;
  readonly earlyToken: string;
  /** Every address that takes POST, as the applications themselves list their routes. */
  in(language: string): FormDoor[];
}

/** Registration, where somebody has registered, and early access: whatever people submit. */
export async function formDoors(site: RegistrationSite): Promise<FormDoors> {
  const registrationToken = (await site.linkOf((await site.one()).id)).split("/").at(-1) ?? "";
  const world = await earlyWorld([]);
  const grant = grantOf([]);
  await world.grants.add(grant);
  const earlyToken = await world.token(grant);
  const early = world.at(GRANTED_AT).app;
  const doorsOf = (app: Hono, token: string, language: string): FormDoor[] => {
    const routes = new Set(app.routes.filter(({ method }) => method === "POST").map(({ path }) => path));
    return [...routes].flatMap((route) =>
      (route.includes(":action") ? SELF_ACTIONS : [""]).map((action) => ({
        app,
        path: route
          .replace(/:language\{[^}]*\}/, language)
          .replace(":event", site.event.slug)
          .replace(":token", token)
          .replace(/:action(?:\{[^}]*\})?/, action),
      })),
    );
  };
  return {
    earlyApp: early,
    earlyToken,
    in: (language) => [
      ...doorsOf(site.app, registrationToken, language),
      ...doorsOf(early, earlyToken, language),
    ],
  };
}
