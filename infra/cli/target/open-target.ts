import { localDynamoDbClient, localS3Client } from "../../local/clients.ts";
import { diskFull, hasRoom } from "../../local/machine/disk-room.ts";
import type { PublishTarget } from "./publish-target.ts";
import { newsroomUnreachable, type RunningNewsroom } from "./running-newsroom.ts";
import type { FoundTarget } from "./target-options.ts";

/**
 * Opens what publishing and the desk work on.
 * @throws Refusal `newsroom-unreachable`, `credentials-missing`, `public-address-missing`
 */
export async function openTarget(found: FoundTarget): Promise<PublishTarget> {
  if (found.stage === undefined) return localTarget(found.running, found);
  const { stageTarget } = await import("./stage-target.ts"); // more of the SDK, which a newsroom here does not need
  return stageTarget(found.stage, found.address);
}

/** The newsroom that `npm start` runs on this machine. */
function localTarget(
  { address, dynamodb, s3, table, registrations, mediaBucket, originalsBucket }: RunningNewsroom,
  asked: { readonly state: string; readonly address: string | undefined },
): PublishTarget {
  return {
    name: "this machine",
    dynamodb: localDynamoDbClient(dynamodb),
    table,
    registrations,
    s3: localS3Client(s3),
    mediaBucket,
    originalsBucket,
    address: asked.address ?? address,
    explain: (error) =>
      error instanceof Error && /ECONNREFUSED|ECONNRESET/.test(`${error.message} ${codeOf(error)}`)
        ? newsroomUnreachable(`The newsroom on ${asked.state} ended meanwhile.`)
        : hasRoom(asked.state)
          ? undefined
          : diskFull(asked.state, error),
  };
}

const codeOf = (error: Error): unknown => ("code" in error ? error.code : "");
