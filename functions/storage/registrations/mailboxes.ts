import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { addSeconds, type Instant } from "../../domain/instant.ts";
import { mailboxHash } from "../../domain/registration/address.ts";
import { consistentQuery } from "../dynamodb/consistent-query.ts";
import { keyOfRow } from "../dynamodb/key.ts";
import { requiredOfRow } from "../dynamodb/required.ts";
import { registrationsKeyOf } from "./parse-registrations-key.ts";
import { endAt, keyAttributes, numberAttribute, secondsOf } from "./registration-items.ts";
import {
  END_ATTRIBUTE,
  mailboxKey,
  REFUSED_LATELY_PARTITION,
  refusedLatelyKey,
} from "./registrations-keys.ts";

/** Why nothing is sent to a mailbox any more. */
export interface Refused {
  readonly reason: "bounce" | "complaint" | "rejected";
  readonly at: Instant;
}

/** Days for which a mailbox is left alone: it may come back, and its owner's wish is not for good. */
const LEFT_ALONE_SECONDS = 180 * 86_400;

/** For how long it is known that a mailbox has refused lately. */
const LATELY_SECONDS = 3 * 86_400;

/** Mailboxes that refuse mail, by a hash of their address: to them nothing more is sent. */
export interface Mailboxes {
  refused(address: string, now: Instant): Promise<Refused | undefined>;
  refuse(address: string, refused: Refused): Promise<void>;
  /** Hashes of mailboxes that have refused after `since`, of the last days; a mailbox that did so twice stands twice. */
  lately(since: Instant): AsyncGenerator<{ readonly hash: string; readonly at: Instant }>;
}

export function mailboxes(client: DynamoDBClient, table: string): Mailboxes {
  return {
    refused: async (address, now) => {
      const key = keyAttributes(mailboxKey(mailboxHash(address)));
      const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: key }));
      const reason = Item?.reason?.S;
      if (!Item || numberAttribute(Item, END_ATTRIBUTE) <= secondsOf(now)) return undefined;
      if (reason !== "bounce" && reason !== "complaint" && reason !== "rejected") return undefined;
      return { reason, at: requiredOfRow(Item.at?.S, "at") };
    },
    refuse: async (address, { reason, at }) => {
      const item = {
        ...keyAttributes(mailboxKey(mailboxHash(address))),
        reason: { S: reason },
        at: { S: at },
        ...endAt(addSeconds(at, LEFT_ALONE_SECONDS)),
      };
      await client.send(new PutItemCommand({ TableName: table, Item: item }));
      const lately = {
        ...keyAttributes(refusedLatelyKey(at, mailboxHash(address))),
        ...endAt(addSeconds(at, LATELY_SECONDS)),
      };
      await client.send(new PutItemCommand({ TableName: table, Item: lately }));
    },
    lately: async function* (since) {
      const stretch = { pk: REFUSED_LATELY_PARTITION, low: `${since}$` };
      for await (const row of consistentQuery(client, table, stretch)) {
        const { at, hash } = registrationsKeyOf(keyOfRow(row), "refused-lately");
        yield { hash, at };
      }
    },
  };
}
