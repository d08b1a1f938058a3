import { createHmac, randomBytes } from "node:crypto";
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { addSeconds, type Instant } from "../domain/instant.ts";
import { endAt, keyOf, numberIn } from "./registration-items.ts";
import { END_ATTRIBUTE, limitKey, limitKeyKey } from "./registrations-keys.ts";

/** How often something may be. */
export interface Amounts {
  /** Forms and what follows them, of one network in an hour. */
  readonly submissions: number;
  /** Codes that are typed, of one network in an hour. */
  readonly guesses: number;
  /** Codes that are typed for one address and event on a day, from one network. */
  readonly codesHere: number;
  /** The same from anywhere. */
  readonly codes: number;
  /** Mails to one address on a day that its owner may not have asked for. */
  readonly mails: number;
  /** Other addresses that one registration asks to have on a day. */
  readonly addresses: number;
  /** Changes of details on a day that one registration is told of by mail. */
  readonly changes: number;
  /** Changes of one seat on a day by whoever has its link. */
  readonly guests: number;
}

/** What is counted by network alone. */
const BY_NETWORK: ReadonlySet<keyof Amounts> = new Set(["submissions", "guesses"]);
/** What is counted by the day; everything else is by the hour. */
const DAILY: ReadonlySet<keyof Amounts> = new Set([
  "codesHere",
  "codes",
  "mails",
  "addresses",
  "changes",
  "guests",
]);

/** A hall or a mobile network behind one address registers its people; nobody registers ten thousand. */
export const USUAL_AMOUNTS: Amounts = {
  submissions: 300,
  guesses: 600,
  codesHere: 5,
  codes: 50, // of a million: whoever asks from many networks still meets one in 20,000
  mails: 20,
  addresses: 5,
  changes: 20,
  guests: 10,
};

/** Counts by network and by mail address, so that nobody registers a crowd, guesses codes, or floods a mailbox. */
export interface Limits {
  /**
   * Counts this one, and says whether it is still within the limit.
   * @param who address of the network, or hash of the mail address and what else it is counted by
   */
  within(what: keyof Amounts, who: string, now: Instant): Promise<boolean>;
}

const DAY_SECONDS = 86_400;

/**
 * Who it was is kept as a hash with a key that is drawn anew every day and deleted the day after: from then on nobody
 * can tell whose hash it was.
 */
export function limits(client: DynamoDBClient, table: string, amounts: Amounts = USUAL_AMOUNTS): Limits {
  let known: { day: string; key: Promise<string> } | undefined;

  async function keyOfDay(day: string): Promise<string> {
    const key = keyOf(limitKeyKey(day));
    const drawn = randomBytes(32).toString("base64url");
    const ends = endAt(addSeconds(`${day}T00:00:00Z`, 2 * DAY_SECONDS));
    const item = { ...key, secret: { S: drawn }, ...ends };
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: item,
          ConditionExpression: "attribute_not_exists(pk)",
        }),
      );
      return drawn;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const { Item } = await client.send(
        new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
      );
      return Item?.secret?.S ?? drawn;
    }
  }

  function secretOf(day: string): Promise<string> {
    if (known?.day !== day) {
      const key = keyOfDay(day);
      known = { day, key };
      key.catch(() => {
        known = undefined;
      });
    }
    return known?.key ?? keyOfDay(day);
  }

  return {
    within: async (what, who, now) => {
      const day = now.slice(0, 10);
      const period = DAILY.has(what) ? day : now.slice(0, 13);
      const hash = createHmac("sha256", await secretOf(day))
        .update(`${what} ${period} ${BY_NETWORK.has(what) ? networkOf(who) : who}`)
        .digest("base64url")
        .slice(0, 22);
      const { Attributes } = await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keyOf(limitKey(day, hash)),
          UpdateExpression: "ADD #count :one SET #expires = :ends",
          ExpressionAttributeNames: { "#count": "count", "#expires": END_ATTRIBUTE },
          ExpressionAttributeValues: {
            ":one": { N: "1" },
            ":ends": endAt(addSeconds(now, DAY_SECONDS))[END_ATTRIBUTE] ?? { N: "0" },
          },
          ReturnValues: "UPDATED_NEW",
        }),
      );
      return numberIn(Attributes, "count") <= amounts[what];
    },
  };
}

/** What belongs to one subscriber: an IPv4 address, or the first half of an IPv6 address (RFC 6177). */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const first = head.split(":").filter((group) => group !== "");
  const last = (tail ?? "").split(":").filter((group) => group !== "");
  const gap = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array.from({ length: gap }, () => "0"), ...last];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
