import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GuestList } from "../../domain/registration/guest-list.ts";
import { consistentQuery } from "../dynamodb/consistent-query.ts";
import { keyOfRow } from "../dynamodb/key.ts";
import { storedValue } from "../dynamodb/stored-value.ts";
import { endAt, keyAttributes } from "./registration-items.ts";
import { guestListKey, guestListsPartition } from "./registrations-keys.ts";

/** Lists of people who are invited; who is on one is with the registrations. */
export interface GuestLists {
  of(event: string): Promise<GuestList[]>;
  /** @param ends when it is known no more that there was this list */
  put(list: GuestList, ends: string): Promise<void>;
}

export function guestLists(client: DynamoDBClient, table: string): GuestLists {
  return {
    of: async (event) => {
      const lists: GuestList[] = [];
      for await (const item of consistentQuery(client, table, { pk: guestListsPartition(event) }))
        lists.push(storedValue(GuestList, item.body?.S ?? "null", keyOfRow(item)));
      return lists;
    },
    put: async (list, ends) => {
      const Item = {
        ...keyAttributes(guestListKey(list.event, list.id)),
        body: { S: JSON.stringify(list) },
        ...endAt(ends),
      };
      await client.send(new PutItemCommand({ TableName: table, Item }));
    },
  };
}
