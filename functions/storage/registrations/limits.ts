import { type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { addSeconds, type Instant } from "../../domain/instant.ts";
import { dailyHashes } from "./daily-hashes.ts";
import { type BudgetAmounts, type NetworkBudget, networkBudget } from "./network-budget.ts";
import { endValue, keyAttributes, numberAttribute } from "./registration-items.ts";
import { END_ATTRIBUTE, limitKey } from "./registrations-keys.ts";

/** How often something may be on a day. */
export interface DailyAmounts {
  /** Codes that are typed for one address and event, from one network. */
  readonly codesHere: number;
  /** The same from anywhere. */
  readonly codes: number;
  /** Mails to one address that its owner may not have asked for. */
  readonly mails: number;
  /** Other addresses that one registration asks to have. */
  readonly addresses: number;
  /** Changes of details on a day that one registration is told of by mail. */
  readonly changes: number;
  /** Changes of one seat on a day by whoever has its link. */
  readonly guests: number;
}

export type Amounts = DailyAmounts & BudgetAmounts;

export const USUAL_AMOUNTS: Amounts = {
  unproven: 300, // who open their mail within some minutes never have as many open at a time
  mostUnproven: 3_000,
  unprovenSeats: 40, // two large delegations that have yet to open their mail
  codesHere: 5,
  codes: 50, // of a million: whoever asks from many networks still meets one in 20,000
  mails: 20,
  addresses: 5,
  changes: 20,
  guests: 10,
};

/** Counts by network and by mail address, so that no program registers a crowd, guesses codes, or floods a mailbox. */
export interface Limits extends NetworkBudget {
  /**
   * Counts this one, and says whether it is still within the limit.
   * @param who hash of the mail address and what else it is counted by
   */
  within(what: keyof DailyAmounts, who: string, now: Instant): Promise<boolean>;
}

const DAY_SECONDS = 86_400;

/** Who it was is kept as a hash, of which nobody can tell two days later whose it was. */
export function limits(client: DynamoDBClient, table: string, amounts: Amounts = USUAL_AMOUNTS): Limits {
  const hashOf = dailyHashes(client, table);
  return {
    ...networkBudget(client, table, amounts, hashOf),
    within: async (what, who, now) => {
      const day = now.slice(0, 10);
      const hash = await hashOf(day, `${what} ${day} ${who}`);
      const { Attributes } = await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keyAttributes(limitKey(day, hash)),
          UpdateExpression: "ADD #count :one SET #expires = :ends",
          ExpressionAttributeNames: { "#count": "count", "#expires": END_ATTRIBUTE },
          ExpressionAttributeValues: {
            ":one": { N: "1" },
            ":ends": endValue(addSeconds(now, DAY_SECONDS)),
          },
          ReturnValues: "UPDATED_NEW",
        }),
      );
      return numberAttribute(Attributes, "count") <= amounts[what];
    },
  };
}
