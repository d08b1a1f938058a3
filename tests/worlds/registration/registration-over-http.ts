import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { addSeconds } from "../../../functions/domain/instant.ts";
import { formToken } from "../../../functions/http/registration/form-token.ts";
import { startEdge } from "../../../infra/local/edge/edge.ts";
import { localLinkSigner } from "../../../infra/local/machine/link-key.ts";
import { localRegistration } from "../../../infra/local/registration.ts";
import { UNLIMITED } from "../documents/limits.ts";
import { freshBucket } from "../tables/tables.ts";
import type { RegistrationSite } from "./registration-site.ts";

/** Registration behind the local edge, asked over HTTP, without limits. */
export async function overHttp(site: RegistrationSite) {
  const state = mkdtempSync(join(tmpdir(), "dateline-crowd-"));
  const { client, bucket } = await freshBucket();
  const clock = () => new Date(site.now);
  const stores = {
    dynamodb: { client: site.client, table: site.newsroom, registrations: site.table, endpoint: "", pid: 0 },
  };
  const edge = await startEdge({
    port: 0,
    fetch: () => new Response("not here", { status: 404 }),
    media: { client, bucket },
    registration: localRegistration(stores, { state, clock, preview: false, amounts: UNLIMITED }),
    clock,
  });
  onTestFinished(async () => {
    await edge.stop();
    rmSync(state, { recursive: true });
  });
  const signer = localLinkSigner(state);
  /** The token of a form that was opened a minute ago. */
  const form = () => formToken(signer, site.event.id, addSeconds(site.instant(), -60));
  return { address: edge.address, form };
}
