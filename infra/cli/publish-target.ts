import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { S3Client } from "@aws-sdk/client-s3";
import { Refusal } from "../../functions/domain/refusal.ts";
import { localDynamoDbClient, localS3Client } from "../local/clients.ts";
import { whatRuns } from "../local/state-directory.ts";

/** A newsroom to publish into. */
export interface PublishTarget {
  /** As a person names it: `stage prod`, `this machine`. */
  readonly name: string;
  readonly dynamodb: DynamoDBClient;
  readonly table: string;
  /** The table of those who register. */
  readonly registrations: string;
  readonly s3: S3Client;
  readonly mediaBucket: string;
  readonly originalsBucket: string;
  /** Scheme and host of its public address. */
  readonly address: string;
  /** Tells its caches to forget addresses; absent where there are none. */
  readonly invalidate?: (addresses: readonly string[]) => Promise<void>;
  /** Who works on it, as the newsroom's account knows them; on one machine nobody does. */
  readonly operator?: () => Promise<string>;
  /** What an error of its means for whoever reads it; undefined when it is a fault of Dateline's own. */
  readonly explain?: (error: unknown) => Refusal | undefined;
}

/**
 * The newsroom that `npm start` runs on this machine.
 * @param publicAddress instead of the one at which it answers here
 * @throws Refusal `newsroom-unreachable`
 */
export async function localTarget(state: string, publicAddress?: string): Promise<PublishTarget> {
  const running = whatRuns(state);
  const { address, dynamodb, s3, table, registrations, mediaBucket, originalsBucket } = running ?? {};
  if (!address || !dynamodb || !s3 || !table || !registrations || !mediaBucket || !originalsBucket)
    throw unreachable(`No newsroom runs on ${state}.`);
  if (!(await answers(address))) throw unreachable(`No newsroom runs on ${state}.`);
  return {
    name: "this machine",
    dynamodb: localDynamoDbClient(dynamodb),
    table,
    registrations,
    s3: localS3Client(s3),
    mediaBucket,
    originalsBucket,
    address: publicAddress ?? address,
    explain: (error) =>
      error instanceof Error && /ECONNREFUSED|ECONNRESET/.test(`${error.message} ${codeOf(error)}`)
        ? unreachable(`The newsroom on ${state} ended meanwhile.`)
        : undefined,
  };
}

function unreachable(message: string): Refusal {
  return new Refusal(
    "newsroom-unreachable",
    503,
    message,
    "Start it with `npm start` in another terminal, or name a deployed one with `--stage dev`.",
  );
}

const codeOf = (error: Error): unknown => ("code" in error ? error.code : "");

const PATIENCE_MS = 5_000;

export function answers(address: string): Promise<boolean> {
  const asked = fetch(address, {
    method: "HEAD",
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return asked.then(
    () => true,
    () => false,
  );
}
