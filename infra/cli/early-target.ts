import { KMSClient } from "@aws-sdk/client-kms";
import type { LinkSigner } from "../../functions/domain/early/link-signer.ts";
import { type EarlyGrants, earlyGrants } from "../../functions/storage/early-grants.ts";
import { kmsSigner } from "../../functions/storage/early-link-signer.ts";
import { localLinkSigner } from "../local/link-key.ts";
import type { PublishTarget } from "./publish-target.ts";
import { describe, requiredOutput, stageName } from "./stage-target.ts";
import { DEFAULT_STATE, openTarget, type TARGET_OPTIONS } from "./target-options.ts";

/** A newsroom into which early access is granted. */
export interface EarlyTarget extends PublishTarget {
  readonly grants: EarlyGrants;
  readonly signer: LinkSigner;
}

/** @throws Refusal `newsroom-unreachable`, `stage-unknown`, `credentials-missing`, `option-invalid` */
export async function openEarlyTarget(
  values: Readonly<Record<keyof typeof TARGET_OPTIONS, string | undefined>>,
): Promise<EarlyTarget> {
  const target = await openTarget(values);
  if (values.stage === undefined) {
    const state = values.state ?? DEFAULT_STATE;
    return {
      ...target,
      grants: earlyGrants(target.dynamodb, target.registrations),
      signer: localLinkSigner(state),
    };
  }
  const stage = stageName(values.stage);
  const outputs = await describe(stage);
  return {
    ...target,
    grants: earlyGrants(target.dynamodb, target.registrations),
    signer: kmsSigner(new KMSClient({}), requiredOutput(stage, outputs, "LinkKey")),
  };
}
