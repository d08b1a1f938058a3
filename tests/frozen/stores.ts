import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { Hono } from "hono";
import { keySigner } from "../../functions/domain/early/link-signer.ts";
import { EDGE_SECRET_HEADER, VIEWER_HEADER } from "../../functions/domain/edge-header.ts";
import { keySeal } from "../../functions/domain/registration/links/token-seal.ts";
import { downloadsApp } from "../../functions/http/apps/downloads-app.ts";
import { earlyApp } from "../../functions/http/apps/early-app.ts";
import { readApp } from "../../functions/http/apps/read-app.ts";
import { registrationApp } from "../../functions/http/apps/registration-app.ts";
import { earlyMedia } from "../../functions/storage/buckets/early-media.ts";
import { downloadCounter } from "../../functions/storage/newsroom/download-counts.ts";
import { type NewsroomReader, newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { registrationEvents } from "../../functions/storage/newsroom/registration-events.ts";
import { doNotInvite } from "../../functions/storage/registrations/do-not-invite.ts";
import { earlyGrants } from "../../functions/storage/registrations/early-grants.ts";
import { limits } from "../../functions/storage/registrations/limits.ts";
import { registrations } from "../../functions/storage/registrations/registrations.ts";
import { shadowSubmissions } from "../../functions/storage/registrations/shadow-submissions.ts";
import type { SubmittingDependencies } from "../../functions/workflows/registration/dependencies.ts";
import { UNLIMITED } from "../worlds/documents/limits.ts";

/** Where a frozen state stands: its tables and the keys that open its links. */
export interface FrozenStores {
  readonly client: DynamoDBClient;
  /** Name of the Newsroom table. */
  readonly newsroom: string;
  /** Name of the Registrations table. */
  readonly registrations: string;
  readonly keys: FrozenKeys;
}

/** The key files of a state directory, 32 bytes each. */
export interface FrozenKeys {
  /** `link.key`, which signs links, forms and invitations. */
  readonly link: Uint8Array;
  /** `seal.key`, which seals the secrets of registrations. */
  readonly seal: Uint8Array;
}

/** The public address of the frozen newsroom, which its documents name. */
export const ADDRESS = "https://newsroom.example.org";

/** Addresses of bytes seen early are signed and never asked for, so that they are the same wherever this runs. */
const MEDIA = earlyMedia(
  new S3Client({
    region: "eu-central-1",
    endpoint: "https://media.example.org",
    forcePathStyle: true,
    credentials: { accessKeyId: "frozen", secretAccessKey: "frozen" },
  }),
  "media",
);

/** What the edge sends along with every request about people. */
export const EDGE_SECRET = "a-secret-of-the-edge";

/** What the workflows of registration are given. @param now milliseconds since 1970 */
export function registeringIn(stores: FrozenStores, now: () => number): SubmittingDependencies {
  return {
    registrations: registrations(stores.client, stores.registrations),
    shadows: shadowSubmissions(stores.client, stores.registrations),
    limits: limits(stores.client, stores.registrations, UNLIMITED),
    doNotInvite: doNotInvite(stores.client, stores.registrations, keySigner(stores.keys.link)),
    seal: keySeal(stores.keys.seal),
    clock: now,
  };
}

/** The whole newsroom as it answers at a time: what is read, downloads, early access and registration. */
export function newsroomIn(
  stores: FrozenStores,
  now: () => number,
  reader: NewsroomReader = newsroomReader(stores.client, stores.newsroom),
): { ask(path: string, init?: RequestInit): Promise<Response> } {
  const { client, keys } = stores;
  const clock = () => new Date(now());
  const signer = keySigner(keys.link);
  const base = { reader, clock, preview: false };
  const behindTheEdge = { edgeSecrets: async () => [EDGE_SECRET], secure: true, signer };
  const read = readApp(base);
  const downloads = downloadsApp({
    ...base,
    count: downloadCounter(client, stores.newsroom),
    uncounted: (cause) => {
      throw cause;
    },
  });
  const early = earlyApp({
    ...base,
    ...behindTheEdge,
    access: earlyGrants(client, stores.registrations),
    media: MEDIA,
  });
  const registering = registrationApp({
    ...base,
    ...behindTheEdge,
    registering: registeringIn(stores, now),
    events: registrationEvents(reader),
  });
  const app = new Hono()
    .all("/downloads/*", ({ req }) => downloads.fetch(req.raw))
    .all("/:language/early/*", ({ req }) => early.fetch(req.raw))
    .all("/:language/register/*", ({ req }) => registering.fetch(req.raw))
    .all("/:language/registration/*", ({ req }) => registering.fetch(req.raw))
    .all("*", ({ req }) => read.fetch(req.raw));
  return {
    ask: async (path, init = {}) =>
      app.request(path, {
        ...init,
        headers: { [EDGE_SECRET_HEADER]: EDGE_SECRET, [VIEWER_HEADER]: "198.51.100.7", ...init.headers },
      }),
  };
}
