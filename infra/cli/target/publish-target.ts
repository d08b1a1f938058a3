import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Refusal } from "../../../functions/domain/refusal.ts";

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
  /** Access logs of the two; absent where nobody keeps any. */
  readonly logsBucket?: string;
  /** Scheme and host of its public address. */
  readonly address: string;
  /** Tells its caches to forget addresses; absent where there are none. */
  readonly invalidate?: (addresses: readonly string[]) => Promise<void>;
  /** Waits until its caches have forgotten, everywhere, what they were told to. */
  readonly forgotten?: () => Promise<void>;
  /** Who works on it, as the newsroom's account knows them; on one machine nobody does. */
  readonly operator?: () => Promise<string>;
  /** What an error of its means for whoever reads it; undefined when it is a fault of Dateline's own. */
  readonly explain?: (error: unknown) => Refusal | undefined;
}
