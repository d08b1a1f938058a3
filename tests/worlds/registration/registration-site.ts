import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { EDGE_SECRET_HEADER, VIEWER_HEADER } from "../../../functions/domain/edge-header.ts";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { tokenText } from "../../../functions/domain/registration/links/token.ts";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import { registrationApp } from "../../../functions/http/apps/registration-app.ts";
import { invitation } from "../../../functions/http/registration/form-token.ts";
import { createTables } from "../../../functions/storage/dynamodb/tables.ts";
import { registrationEventKey } from "../../../functions/storage/newsroom/keys.ts";
import { newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import { registrationEvents } from "../../../functions/storage/newsroom/registration-events.ts";
import { limits } from "../../../functions/storage/registrations/limits.ts";
import { eventDocument, siteDocument } from "../documents/documents.ts";
import { UNLIMITED } from "../documents/limits.ts";
import { stored, storedPublication, storedSite, storeItems } from "../tables/stored.ts";
import { freshNewsroomTable } from "../tables/tables.ts";
import { type RegisteringWorld, worldIn } from "./registering.ts";
import { SEAL, SIGNER } from "./registration-events.ts";

const SECRET = "a-secret-of-the-edge";

/** Registration as a browser meets it: with a site around it, an event to register for, and cookies. */
export interface RegistrationSite extends RegisteringWorld {
  readonly app: Hono;
  /** Name of the Newsroom table. */
  readonly newsroom: string;
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Sends a form. @param cookie what an earlier answer set */
  send(
    path: string,
    fields: Record<string, string | readonly string[]>,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** Opens the form, waits as long as a person types, and sends it. */
  register(
    changes?: Record<string, string | readonly string[]>,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** The only registration there is. */
  one(): Promise<Registration>;
  /** The token of a form that was opened just now. */
  formToken(): Promise<string>;
  /** What opens a place for invited people. */
  invitation(place: string): Promise<string>;
  /** The path of a registration, as its mail links to it. */
  linkOf(registration: string): Promise<string>;
}

export async function registrationSite(
  event: RegistrationEvent,
  {
    limit = 1_000_000,
    mails = limit,
    changes = limit,
    guests = limit,
    unprovenSeats = limit,
    deadlineMs,
  }: {
    limit?: number;
    mails?: number;
    changes?: number;
    guests?: number;
    unprovenSeats?: number;
    deadlineMs?: number;
  } = {},
): Promise<RegistrationSite> {
  const { client, table } = await freshNewsroomTable();
  const registrations = `registrations-${randomUUID()}`;
  await createTables(client, { newsroom: `newsroom-${randomUUID()}`, registrations });
  await storeItems(client, table, [
    ...LANGUAGES.map((language) => storedSite(siteDocument(language))),
    ...LANGUAGES.flatMap((language) =>
      storedPublication(
        eventDocument(language, {
          id: event.id,
          slug: event.slug,
          path: `/${language}/events/${event.slug}`,
          publishAt: event.publishAt,
        }),
      ),
    ),
    stored(registrationEventKey(event.id), event, event.publishAt),
  ]);
  const world = await worldIn(client, registrations, event);
  const reader = newsroomReader(client, table);
  const app = registrationApp({
    reader,
    clock: () => new Date(world.now),
    preview: false,
    registering: {
      ...world.dependencies,
      limits: limits(client, registrations, {
        ...UNLIMITED,
        unproven: limit,
        mostUnproven: 10 * limit,
        mails,
        changes,
        guests,
        unprovenSeats,
      }),
    },
    events: registrationEvents(reader),
    signer: SIGNER,
    edgeSecrets: async () => [SECRET],
    secure: true,
    ...(deadlineMs !== undefined && { deadlineMs }),
  });
  const ask = async (path: string, init: RequestInit = {}) =>
    app.request(path, {
      ...init,
      headers: { [EDGE_SECRET_HEADER]: SECRET, [VIEWER_HEADER]: "198.51.100.7", ...init.headers },
    });
  const send: RegistrationSite["send"] = (path, fields, headers = {}) => {
    const body = new URLSearchParams();
    for (const [name, values] of Object.entries(fields))
      for (const value of [values].flat()) body.append(name, value);
    return ask(path, { method: "POST", body, headers });
  };
  const form = `/en/register/${event.slug}`;
  const formToken = async () => {
    const html = await (await ask(form)).text();
    return /name="form" value="([^"]+)"/.exec(html)?.[1] ?? "";
  };
  return Object.assign(world, {
    app,
    newsroom: table,
    ask,
    send,
    register: async (changes = {}, headers = {}) => {
      const token = await formToken();
      world.pass(60);
      return send(form, filled(token, changes), headers);
    },
    one: async () => {
      const [registration, ...more] = await world.all();
      if (!registration || more.length > 0) throw new Error(`There are ${more.length + 1} registrations.`);
      return registration;
    },
    formToken,
    invitation: (place: string) => invitation(SIGNER, event.id, place),
    linkOf: async (id: string) => {
      const registration = await world.dependencies.registrations.registration(event.id, id);
      const secret = await SEAL.open(registration?.token.sealed ?? "", id);
      return `/en/registration/${tokenText({ event: event.id, registration: id, secret })}`;
    },
  });
}

/** A form as someone fills it in who registers for the hall. */
export const filled = (form: string, changes: Record<string, string | readonly string[]> = {}) => ({
  form,
  place: "hall",
  name: "Aigul Serik",
  email: "aigul@example.org",
  coming: "self",
  language: "en",
  agree: "yes",
  ...changes,
});

/** Cookies that an answer sets, as the next request sends them: of one path, as a browser would. */
export function cookiesOf(answer: Response): Record<string, string> {
  const [first = ""] = answer.headers.getSetCookie();
  return { Cookie: first.split(";")[0] ?? "" };
}
