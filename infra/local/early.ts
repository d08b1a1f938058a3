import { randomBytes } from "node:crypto";
import type { Clock } from "../../functions/domain/instant.ts";
import { earlyApp } from "../../functions/http/apps/early-app.ts";
import { earlyMedia } from "../../functions/storage/buckets/early-media.ts";
import { newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { earlyGrants } from "../../functions/storage/registrations/early-grants.ts";
import type { PeopleOrigin } from "./edge/edge.ts";
import type { Publishing } from "./edge/still-publishing.ts";
import { localLinkSigner } from "./machine/link-key.ts";
import type { Stores } from "./stores.ts";

/** Early access as the local edge sends requests to it: with a secret that lives as long as this process. */
export function localEarly(
  { dynamodb, s3 }: Stores,
  {
    state,
    clock,
    preview,
    publishing,
  }: { state: string; clock: Clock; preview: boolean; publishing?: Publishing },
): PeopleOrigin {
  const secret = randomBytes(32).toString("hex");
  const app = earlyApp({
    reader: newsroomReader(dynamodb.client, dynamodb.table),
    access: earlyGrants(dynamodb.client, dynamodb.registrations),
    signer: localLinkSigner(state),
    media: earlyMedia(s3.client, s3.mediaBucket),
    edgeSecrets: async () => [secret],
    clock,
    preview,
    publishing,
    secure: false,
  });
  return { fetch: app.fetch, secret };
}
