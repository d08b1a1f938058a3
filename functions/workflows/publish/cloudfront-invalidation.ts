import {
  type CloudFrontClient,
  CreateInvalidationCommand,
  TooManyInvalidationsInProgress,
} from "@aws-sdk/client-cloudfront";
import { type Patience, withBackoff } from "../../storage/backoff.ts";

/** Above so many addresses it is cheaper to forget everything. */
const MOST_PATHS = 300;
/** CloudFront Developer Guide, "Quotas on invalidations": 15 patterns with a wildcard at a time; leaves room for the next publication. */
const MOST_WILDCARDS = 7;

/** An invalidation takes a minute or so, thus five minutes of attempts. */
const PATIENCE: Patience = { attempts: 12, shortestMs: 1_000, longestMs: 60_000 };

/**
 * Tells CloudFront to forget addresses; it has forgotten them within a minute or so, and kept none longer anyway.
 *
 * @param reference names this invalidation, so that the same one asked for twice is done once
 */
export async function invalidateDistribution(
  client: CloudFrontClient,
  distribution: string,
  addresses: readonly string[],
  reference: string,
): Promise<void> {
  const paths = invalidationPaths(addresses);
  if (paths.length === 0) return;
  const command = new CreateInvalidationCommand({
    DistributionId: distribution,
    InvalidationBatch: { CallerReference: reference, Paths: { Quantity: paths.length, Items: paths } },
  });
  await withBackoff(
    () => client.send(command),
    (error) => error instanceof TooManyInvalidationsInProgress,
    PATIENCE,
  );
}

/** The same addresses in patterns that CloudFront takes at once: coarser where they are many. */
export function invalidationPaths(addresses: readonly string[]): string[] {
  if (addresses.includes("/*") || addresses.length > MOST_PATHS) return ["/*"];
  const wildcards = addresses.filter((address) => address.endsWith("*"));
  if (wildcards.length <= MOST_WILDCARDS) return [...addresses];
  const whole = [...new Set(wildcards.map((address) => `/${address.split("/")[1]}/*`))];
  const isCovered = (address: string) => whole.some((pattern) => address.startsWith(pattern.slice(0, -1)));
  return [...addresses.filter((address) => !isCovered(address)), ...whole].sort();
}
