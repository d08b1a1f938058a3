import type { Instant } from "../domain/instant.ts";
import type { Key } from "./keys.ts";

/**
 * Every key of the Registrations table, which holds what is known of people. Partition key `pk`, sort key `sk`, both
 * strings. Whatever has an end carries it in `expires`, in seconds since 1970: DynamoDB deletes it then, in its own
 * time, so reading looks at it as well.
 *
 * | item | pk | sk |
 * |---|---|---|
 * | grant of early access | `early#{grant}` | `grant` |
 * | what was opened with it | `early#{grant}` | `opened#{instant}#{random}` |
 * | the grant in the list of all | `early-grants` | `{createdAt}#{grant}` |
 */

/** The attribute that holds the end of an item, in seconds since 1970. */
export const END_ATTRIBUTE = "expires";

/** All partitions that the function of early access may touch begin so; the list of all grants does not. */
export const EARLY_PREFIX = "early#";
export const grantPartition = (grantId: string): string => `${EARLY_PREFIX}${grantId}`;
export const grantKey = (grantId: string): Key => ({ pk: grantPartition(grantId), sk: "grant" });
export const OPENED_PREFIX = "opened#";
/** @param random keeps apart what was opened within one second */
export const openedKey = (grantId: string, at: Instant, random: string): Key => ({
  pk: grantPartition(grantId),
  sk: `${OPENED_PREFIX}${at}#${random}`,
});
export const GRANTS_PARTITION = "early-grants";
export const grantEntryKey = (createdAt: Instant, grantId: string): Key => ({
  pk: GRANTS_PARTITION,
  sk: `${createdAt}#${grantId}`,
});
