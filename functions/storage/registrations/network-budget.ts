import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { addSeconds, type Instant } from "../../domain/instant.ts";
import { networkOf } from "../../domain/network.ts";
import { endValue, keyAttributes, numberAttribute } from "./registration-items.ts";
import { END_ATTRIBUTE, networkKey } from "./registrations-keys.ts";

/** How much of a network may be unproven at a time. */
export interface BudgetAmounts {
  /** Forms, codes and wishes for mail of one network, in an hour, that nobody has proven. */
  readonly unproven: number;
  /** The same of a network from which very many have verified within the hour. */
  readonly mostUnproven: number;
  /** Seats that unproven forms of one network hold for the usual time, of those that it asked for within an hour. */
  readonly unprovenSeats: number;
}

/**
 * What a network may do within an hour without proving anything. Whatever may be a program's takes one from its room: a
 * form, a code, a wish for one more mail. Each registration that is verified puts two in: the one it took, and one more.
 * So a hall whose people verify never meets the limit, however many they are, and a program that never does meets it
 * once and for the hour. The room is never below nothing: what a program tries in vain is no debt of its neighbours.
 */
export interface NetworkBudget {
  /**
   * Takes one from the room of a network, if there is one: a single conditional write.
   * @param network address of the reader
   * @returns whether there was room
   */
  spend(network: string, now: Instant): Promise<boolean>;
  /** Gives one back that has proven itself, such as a code that was right. */
  giveBack(network: string, now: Instant): Promise<void>;
  /**
   * The mark of a network, kept with a submission until it is verified: a hash whose key is another every day.
   * @returns `{day}#{hash}`
   */
  markOf(network: string, now: Instant): Promise<string>;
  /**
   * Counts seats that an unproven submission asks for.
   * @returns whether the network asks for so few that they are held for the usual time
   */
  spendSeats(mark: string, seats: number, now: Instant): Promise<boolean>;
  /** A submission with this mark, for so many seats, was verified. A mark of another day belongs to nobody any more. */
  verified(mark: string, seats: number, now: Instant): Promise<void>;
}

const DAY_SECONDS = 86_400;
const dayOf = (now: Instant): string => now.slice(0, 10);

/** @param hashOf the hash of a text, by the key of a day */
export function networkBudget(
  client: DynamoDBClient,
  table: string,
  { unproven, mostUnproven, unprovenSeats }: BudgetAmounts,
  hashOf: (day: string, text: string) => Promise<string>,
): NetworkBudget {
  const markOf: NetworkBudget["markOf"] = async (network, now) =>
    `${dayOf(now)}#${await hashOf(dayOf(now), `network ${networkOf(network)}`)}`;

  /** @returns whether the room was changed: it is neither below nothing nor above the most */
  async function changeRoom(mark: string, now: Instant, by: number): Promise<boolean> {
    const limit = by < 0 ? 0 : mostUnproven;
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keyAttributes(networkKey(mark, now.slice(11, 13))),
          UpdateExpression: "SET #room = if_not_exists(#room, :first) + :by, #expires = :ends",
          ConditionExpression: `attribute_not_exists(#room) OR #room ${by < 0 ? ">" : "<"} :limit`,
          ExpressionAttributeNames: { "#room": "room", "#expires": END_ATTRIBUTE },
          ExpressionAttributeValues: {
            ":first": { N: String(unproven) },
            ":by": { N: String(by) },
            ":limit": { N: String(limit) },
            ":ends": endValue(addSeconds(now, DAY_SECONDS)),
          },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  /** @returns how many seats the network has asked for within the hour, without those that were verified */
  async function changeSeats(mark: string, now: Instant, by: number): Promise<number> {
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: keyAttributes(networkKey(mark, now.slice(11, 13))),
        UpdateExpression: "ADD #seats :by SET #expires = :ends",
        ExpressionAttributeNames: { "#seats": "seats", "#expires": END_ATTRIBUTE },
        ExpressionAttributeValues: {
          ":by": { N: String(by) },
          ":ends": endValue(addSeconds(now, DAY_SECONDS)),
        },
        ReturnValues: "UPDATED_NEW",
      }),
    );
    return numberAttribute(Attributes, "seats");
  }

  return {
    spend: async (network, now) => changeRoom(await markOf(network, now), now, -1),
    giveBack: async (network, now) => {
      await changeRoom(await markOf(network, now), now, 1);
    },
    markOf,
    spendSeats: async (mark, seats, now) => (await changeSeats(mark, now, seats)) <= unprovenSeats,
    verified: async (mark, seats, now) => {
      if (!mark.startsWith(`${dayOf(now)}#`)) return;
      await Promise.all([changeRoom(mark, now, 2), changeSeats(mark, now, -seats)]);
    },
  };
}
