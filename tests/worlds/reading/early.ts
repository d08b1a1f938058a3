import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { type Grant, type GrantedUnit, LOG_DAYS } from "../../../functions/domain/early/grant.ts";
import { keySigner } from "../../../functions/domain/early/link-signer.ts";
import { makeToken } from "../../../functions/domain/early/token.ts";
import { EDGE_SECRET_HEADER } from "../../../functions/domain/edge-header.ts";
import { addSeconds, type Instant, NEVER } from "../../../functions/domain/instant.ts";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { earlyApp } from "../../../functions/http/apps/early-app.ts";
import { earlyMedia } from "../../../functions/storage/buckets/early-media.ts";
import type { StoredItem } from "../../../functions/storage/dynamodb/item.ts";
import { createTables } from "../../../functions/storage/dynamodb/tables.ts";
import { newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import { type EarlyGrants, earlyGrants } from "../../../functions/storage/registrations/early-grants.ts";
import { siteDocument } from "../documents/documents.ts";
import { storedSite, storeItems } from "../tables/stored.ts";
import { freshBucket, freshNewsroomTable } from "../tables/tables.ts";

export const GRANTED_AT: Instant = "2027-07-01T06:00:00Z";
export const SECRET = "a-secret-of-the-edge";
export const DAYS = (days: number) => days * 86_400;
export const AFTER_LOGS = LOG_DAYS + 1;

/** A grant of one day's worth of work, open from 1 July 2027 for two weeks. */
export function grantOf(units: readonly GrantedUnit[], changes: Partial<Grant> = {}): Grant {
  return {
    id: randomUUID(),
    name: "Aigul Serik",
    mail: "aigul@agency.example",
    outlet: "Agency Example",
    units: [...units],
    createdAt: GRANTED_AT,
    createdBy: "press@desk",
    expiresAt: addSeconds(GRANTED_AT, DAYS(14)),
    ...changes,
  };
}

export const unitOf = (
  { kind, id, slug }: Pick<GrantedUnit, "kind" | "id" | "slug">,
  liftsAt: Instant,
): GrantedUnit => ({ kind, id, slug, liftsAt });

/** Items as they are stored for a draft: public at no time. */
export const asDraft = (items: readonly StoredItem[]): StoredItem[] =>
  items.filter(({ key }) => key.sk === "document").map((item) => ({ ...item, publishAt: NEVER }));

/** A Registrations table of its own. */
export async function freshGrants(): Promise<EarlyGrants> {
  const { client } = await freshNewsroomTable();
  const registrations = `registrations-${randomUUID()}`;
  await createTables(client, { newsroom: `newsroom-${randomUUID()}`, registrations });
  return earlyGrants(client, registrations);
}

export interface EarlyWorld {
  readonly grants: EarlyGrants;
  /** The application as it answers at an instant, asked as the edge asks. */
  at(now: Instant): { ask(path: string, init?: RequestInit): Promise<Response>; app: Hono };
  token(grant: Pick<Grant, "id">): Promise<string>;
  /** Presses the button, and answers the cookie that it gives. */
  open(token: string, now: Instant): Promise<string>;
}

/** A newsroom with its site in every language and the items given, with early access to them. */
export async function earlyWorld(items: readonly StoredItem[]): Promise<EarlyWorld> {
  const { client, table } = await freshNewsroomTable();
  await storeItems(
    client,
    table,
    LANGUAGES.map((language) => storedSite(siteDocument(language))),
  );
  await storeItems(client, table, items);
  const grants = await freshGrants();
  const bucket = await freshBucket();
  const signer = keySigner(new TextEncoder().encode("a key of tests"));
  const at = (now: Instant) => {
    const app = earlyApp({
      reader: newsroomReader(client, table),
      clock: () => new Date(now),
      preview: false,
      access: grants,
      signer,
      media: earlyMedia(bucket.client, bucket.bucket),
      edgeSecrets: async () => ["an-older-secret", SECRET],
      secure: true,
    });
    const ask = async (path: string, init: RequestInit = {}) =>
      app.request(path, { ...init, headers: { [EDGE_SECRET_HEADER]: SECRET, ...init.headers } });
    return { app, ask };
  };
  return {
    grants,
    at,
    token: ({ id }) => makeToken(signer, id),
    open: async (token, now) => {
      const opened = await at(now).ask(`/en/early/${token}`, { method: "POST" });
      return opened.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    },
  };
}
