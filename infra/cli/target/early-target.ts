import type { LinkSigner } from "../../../functions/domain/early/link-signer.ts";
import { type EarlyGrants, earlyGrants } from "../../../functions/storage/registrations/early-grants.ts";
import { localLinkSigner } from "../../local/machine/link-key.ts";
import { openTarget } from "./open-target.ts";
import type { PublishTarget } from "./publish-target.ts";
import type { FoundTarget } from "./target-options.ts";

/** A newsroom into which early access is granted. */
export interface EarlyTarget extends PublishTarget {
  readonly grants: EarlyGrants;
  readonly signer: LinkSigner;
}

/** @throws Refusal `newsroom-unreachable`, `credentials-missing`, `public-address-missing` */
export async function openEarlyTarget(found: FoundTarget): Promise<EarlyTarget> {
  const target = await openTarget(found);
  const grants = earlyGrants(target.dynamodb, target.registrations);
  if (found.stage === undefined) return { ...target, grants, signer: localLinkSigner(found.state) };
  const { KMSClient } = await import("@aws-sdk/client-kms");
  const { kmsSigner } = await import("../../../functions/storage/kms/early-link-signer.ts");
  const { describe, requiredOutput } = await import("./stage-target.ts");
  const key = requiredOutput(found.stage, await describe(found.stage), "LinkKey");
  return { ...target, grants, signer: kmsSigner(new KMSClient({}), key) };
}
