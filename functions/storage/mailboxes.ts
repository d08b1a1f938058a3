import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { addSeconds, type Instant } from "../domain/instant.ts";
import { mailboxHash } from "../domain/registration/address.ts";
import { endAt, keyOf, numberIn, secondsOf } from "./registration-items.ts";
import { END_ATTRIBUTE, mailboxKey } from "./registrations-keys.ts";

/** Why nothing is sent to a mailbox any more. */
export interface Refused {
  readonly reason: "bounce" | "complaint" | "rejected";
  readonly at: Instant;
}

/** Days for which a mailbox is left alone: it may come back, and its owner's wish is not for good. */
const LEFT_ALONE_SECONDS = 180 * 86_400;

/** Mailboxes that refuse mail, by a hash of their address: to them nothing more is sent. */
export interface Mailboxes {
  refused(address: string, now: Instant): Promise<Refused | undefined>;
  refuse(address: string, refused: Refused): Promise<void>;
}

export function mailboxes(client: DynamoDBClient, table: string): Mailboxes {
  return {
    refused: async (address, now) => {
      const key = keyOf(mailboxKey(mailboxHash(address)));
      const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: key }));
      const reason = Item?.reason?.S;
      if (!Item || numberIn(Item, END_ATTRIBUTE) <= secondsOf(now)) return undefined;
      if (reason !== "bounce" && reason !== "complaint" && reason !== "rejected") return undefined;
      return { reason, at: Item.at?.S ?? now };
    },
    refuse: async (address, { reason, at }) => {
      const item = {
        ...keyOf(mailboxKey(mailboxHash(address))),
        reason: { S: reason },
        at: { S: at },
        ...endAt(addSeconds(at, LEFT_ALONE_SECONDS)),
      };
      await client.send(new PutItemCommand({ TableName: table, Item: item }));
    },
  };
}
