import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { LinkSigner } from "../../domain/early/link-signer.ts";
import { addSeconds, type Instant } from "../../domain/instant.ts";
import { normalisedAddress } from "../../domain/registration/address.ts";
import { ADDRESS_RULES } from "../../domain/registration/mailbox-rules.ts";
import { endAt, keyAttributes, numberAttribute, secondsOf } from "./registration-items.ts";
import { doNotInviteKey, END_ATTRIBUTE } from "./registrations-keys.ts";

/** For how long the wish not to be invited is known: three years. */
const KNOWN_SECONDS = 3 * 365 * 86_400;

/**
 * Mailboxes whose owners asked not to be invited to events again, by a hash with the key that signs links and that
 * nobody reads: whoever has the table cannot try addresses.
 */
export interface DoNotInvite {
  /** The end of the wish; undefined for a mailbox that may be invited. */
  until(address: string, now: Instant): Promise<Instant | undefined>;
  /** @returns its end: asking again makes it no longer */
  add(address: string, now: Instant): Promise<Instant>;
  remove(address: string): Promise<void>;
}

export function doNotInvite(
  client: DynamoDBClient,
  table: string,
  signer: Pick<LinkSigner, "sign">,
): DoNotInvite {
  /** Under the present rule of mailboxes first; a wish of a former one is still known. */
  const keys = async (address: string) => {
    const forms = new Set(ADDRESS_RULES.toReversed().map((rule) => normalisedAddress(address, rule)));
    const hashes = await Promise.all([...forms].map((form) => signer.sign("do not invite", form)));
    return hashes.map((hash) => keyAttributes(doNotInviteKey(hash)));
  };
  const untilOf = async (Keys: Awaited<ReturnType<typeof keys>>, now: Instant) => {
    for (const Key of Keys) {
      const get = new GetItemCommand({ TableName: table, Key, ConsistentRead: true });
      const { Item } = await client.send(get);
      if (Item?.until?.S !== undefined && numberAttribute(Item, END_ATTRIBUTE) > secondsOf(now))
        return Item.until.S;
    }
    return undefined;
  };
  return {
    until: async (address, now) => untilOf(await keys(address), now),
    add: async (address, now) => {
      const Keys = await keys(address);
      const known = await untilOf(Keys, now);
      if (known !== undefined) return known;
      const until = addSeconds(now, KNOWN_SECONDS);
      const Item = { ...Keys[0], until: { S: until }, ...endAt(until) };
      await client.send(new PutItemCommand({ TableName: table, Item }));
      return until;
    },
    remove: async (address) => {
      for (const Key of await keys(address))
        await client.send(new DeleteItemCommand({ TableName: table, Key }));
    },
  };
}
