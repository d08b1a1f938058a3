import { join, resolve } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import type { Refusal } from "../../../functions/domain/refusal.ts";
import { type OriginalsStore, originalsStore } from "../../../functions/storage/buckets/originals-store.ts";
import { originalsFolder } from "../../../functions/workflows/originals/originals-folder.ts";
import { type StageName, stackNameOf } from "../../aws/stage/stage.ts";
import { localS3Client } from "../../local/clients.ts";
import type { Endings } from "../../local/endings.ts";
import { runningIn, takeState } from "../../local/machine/state-directory.ts";
import { startBuckets } from "../../local/stores.ts";
import { isAnswering } from "./running-newsroom.ts";

/** A store of originals to work on. */
export interface OriginalsTarget {
  /** As a person names it: `stage prod`, `this machine`. */
  readonly name: string;
  readonly store: OriginalsStore;
  /** Where this machine keeps copies, so that compiling finds them. */
  readonly folder: string;
  readonly explain?: (error: unknown) => Refusal | undefined;
}

/** Folder of the originals on this machine, wherever their store is. */
export const localOriginals = (state: string): string => originalsFolder(join(resolve(state), "cache"));

/**
 * The store of a stage, or that of this machine: of the newsroom that runs here, or opened for as long as it is needed.
 * @throws Refusal `credentials-missing`, `newsroom-unreachable`, `already-running`
 */
export async function openOriginals(
  { stage, state }: { readonly stage: StageName | undefined; readonly state: string },
  endings: Endings,
): Promise<OriginalsTarget> {
  const folder = localOriginals(state);
  if (stage !== undefined) {
    const { ATTEMPTS, describe, explained, requiredOutput } = await import("./stage-target.ts");
    const bucket = requiredOutput(stage, await describe(stage), "OriginalsBucket");
    const store = originalsStore(new S3Client({ maxAttempts: ATTEMPTS }), bucket);
    return {
      name: `stage ${stage}`,
      store,
      folder,
      explain: (error) => explained(error, stackNameOf(stage)),
    };
  }
  const { address, s3, originalsBucket } = runningIn(state) ?? {};
  if (address && s3 && originalsBucket && (await isAnswering(address)))
    return { name: "this machine", store: originalsStore(localS3Client(s3), originalsBucket), folder };
  const taken = await takeState(state);
  await endings.add(() => taken.release());
  const buckets = await startBuckets(taken.s3, endings);
  return { name: "this machine", store: originalsStore(buckets.client, buckets.originalsBucket), folder };
}
