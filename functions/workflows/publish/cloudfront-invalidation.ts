import {
  type CloudFrontClient,
  CreateInvalidationCommand,
  TooManyInvalidationsInProgress,
  waitUntilInvalidationCompleted,
} from "@aws-sdk/client-cloudfront";
import { type RetryPolicy, withBackoff } from "../../storage/dynamodb/retry-policy.ts";

/** Above so many addresses it is cheaper to forget everything. */
const MOST_PATHS = 300;
/** CloudFront Developer Guide, "Quotas on invalidations": 15 patterns with a wildcard at a time; leaves room for the next publication. */
const MOST_WILDCARDS = 7;

/** Of whoever asks once, and has nobody to ask again: an invalidation takes a minute or so, thus five minutes of attempts. */
export const ENOUGH_TO_FINISH: RetryPolicy = { attempts: 12, shortestMs: 1_000, longestMs: 60_000 };
/** Of whoever asks again a minute later: seconds. */
export const UNTIL_NEXT_MINUTE: RetryPolicy = { attempts: 5, shortestMs: 500, longestMs: 5_000 };

/**
 * Tells CloudFront to forget addresses; it has forgotten them within a minute or so, and kept none longer anyway.
 *
 * @param reference names this invalidation, so that the same one asked for twice is done once
 * @param retryPolicy for as long as too many others are in progress; its signal ends a request that hangs, too
 * @returns its id; undefined where nothing was to be forgotten
 * @throws what CloudFront refused it for
 */
export async function invalidateDistribution(
  client: CloudFrontClient,
  distribution: string,
  addresses: readonly string[],
  reference: string,
  retryPolicy: RetryPolicy,
): Promise<string | undefined> {
  const paths = invalidationPaths(addresses);
  if (paths.length === 0) return undefined;
  const command = new CreateInvalidationCommand({
    DistributionId: distribution,
    InvalidationBatch: { CallerReference: reference, Paths: { Quantity: paths.length, Items: paths } },
  });
  const { Invalidation } = await withBackoff(
    () => client.send(command, { abortSignal: retryPolicy.signal }),
    (error) => error instanceof TooManyInvalidationsInProgress,
    retryPolicy,
  );
  return Invalidation?.Id;
}

/** Longest time for which one waits until no edge keeps an address any more. */
const FORGOTTEN_SECONDS = 300;

/**
 * Waits until CloudFront has forgotten everywhere what an invalidation names.
 * @throws Error when it takes longer than five minutes
 */
export async function invalidationDone(
  client: CloudFrontClient,
  distribution: string,
  id: string,
): Promise<void> {
  const waiting = { client, minDelay: 1, maxDelay: 5, maxWaitTime: FORGOTTEN_SECONDS };
  await waitUntilInvalidationCompleted(waiting, { DistributionId: distribution, Id: id });
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
