import { randomBytes } from "node:crypto";
import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { addSeconds, type Instant } from "../../domain/instant.ts";
import { consistentQuery } from "../dynamodb/consistent-query.ts";
import { keyOfRow } from "../dynamodb/key.ts";
import { requiredOfRow } from "../dynamodb/required.ts";
import { registrationsKeyOf } from "./parse-registrations-key.ts";
import { endAt, keyAttributes } from "./registration-items.ts";
import { ACCESS_LOG_PARTITION, accessLogKey, coOrganiserKey } from "./registrations-keys.ts";

/** That someone read what is known of people, or gave it on. */
export interface Access {
  readonly at: Instant;
  /** As the operator's machine names them. */
  readonly who: string;
  readonly why: string;
  /** What was read, without anything of it: `list world-day-2027`. */
  readonly what: string;
}

/** Days for which it is kept who read what: a year, as long as an audit may ask. */
const KEPT_SECONDS = 366 * 86_400;

export interface AccessLog {
  add(access: Access): Promise<void>;
  /** Oldest first. */
  all(): AsyncGenerator<Access>;
  /** Whether a co-organiser may have names. */
  isGranted(event: string, coOrganiser: string): Promise<boolean>;
  grant(event: string, coOrganiser: string, access: Access): Promise<void>;
  takeBack(event: string, coOrganiser: string): Promise<void>;
}

export function accessLog(client: DynamoDBClient, table: string): AccessLog {
  const put = async ({ at, who, why, what }: Access) => {
    const Item = {
      ...keyAttributes(accessLogKey(at, randomBytes(6).toString("hex"))),
      who: { S: who },
      why: { S: why },
      what: { S: what },
      ...endAt(addSeconds(at, KEPT_SECONDS)),
    };
    await client.send(new PutItemCommand({ TableName: table, Item }));
  };
  return {
    add: put,
    all: async function* () {
      for await (const item of consistentQuery(client, table, { pk: ACCESS_LOG_PARTITION })) {
        const text = (name: string) => requiredOfRow(item[name]?.S, name);
        yield {
          at: registrationsKeyOf(keyOfRow(item), "access").at,
          who: text("who"),
          why: text("why"),
          what: text("what"),
        };
      }
    },
    isGranted: async (event, coOrganiser) => {
      const Key = keyAttributes(coOrganiserKey(event, coOrganiser));
      const { Item } = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }));
      return Item !== undefined;
    },
    grant: async (event, coOrganiser, access) => {
      const Item = {
        ...keyAttributes(coOrganiserKey(event, coOrganiser)),
        ...endAt(addSeconds(access.at, KEPT_SECONDS)),
      };
      await client.send(new PutItemCommand({ TableName: table, Item }));
      await put(access);
    },
    takeBack: async (event, coOrganiser) => {
      const Key = keyAttributes(coOrganiserKey(event, coOrganiser));
      await client.send(new DeleteItemCommand({ TableName: table, Key }));
    },
  };
}
