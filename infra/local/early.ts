import { randomBytes } from "node:crypto";
import type { Clock } from "../../functions/domain/instant.ts";
import { earlyApp } from "../../functions/http/early-app.ts";
import { earlyGrants } from "../../functions/storage/early-grants.ts";
import { earlyMedia } from "../../functions/storage/early-media.ts";
import { newsroomReader } from "../../functions/storage/newsroom-reader.ts";
import type { PeopleOrigin } from "./edge.ts";
import { localLinkSigner } from "./link-key.ts";
import type { Publishing } from "./still-publishing.ts";
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
