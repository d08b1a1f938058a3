import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import type { Instant } from "../../domain/instant.ts";
import {
  type AddressLock,
  FREE_ADDRESS,
  Unproven,
  unprovenOf,
} from "../../domain/registration/address-lock.ts";
import { footprintOf } from "../../domain/registration/footprint.ts";
import { ADDRESS_RULE } from "../../domain/registration/mailbox-rules.ts";
import type { Registration } from "../../domain/registration/registration.ts";
import { storedValue } from "../dynamodb/stored-value.ts";
import { type Attributes, keyAttributes, netUnder } from "./registration-items.ts";
import { addressKey } from "./registrations-keys.ts";

/** A lock as it was read, and as it is written: the second is the condition on which it is changed. */
export interface StoredLock {
  readonly lock: AddressLock;
  /** Undefined where nothing is stored. */
  readonly was:
    | { readonly registration?: string | undefined; readonly unproven?: string | undefined }
    | undefined;
}

export const FREE_LOCK: StoredLock = { lock: FREE_ADDRESS, was: undefined };

/** @param registrationOf reads a registration of the same event */
export async function readLock(
  client: DynamoDBClient,
  table: string,
  { event, hash }: { event: string; hash: string },
  registrationOf: (id: string) => Promise<Registration | undefined>,
): Promise<StoredLock> {
  const key = addressKey(event, hash);
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: keyAttributes(key), ConsistentRead: true }),
  );
  if (!Item) return FREE_LOCK;
  const [holder, unproven] = [Item.registration?.S, Item.unproven?.S];
  const was = { registration: holder, unproven };
  if (unproven !== undefined)
    return { lock: { holder, unproven: storedValue(v.array(Unproven), unproven, key) }, was };
  // Version 0.1 told here only which registration it is, proven or not.
  const registration = holder === undefined ? undefined : await registrationOf(holder);
  return { lock: formerLock(holder, registration), was };
}

function formerLock(holder: string | undefined, registration: Registration | undefined): AddressLock {
  if (registration === undefined || !footprintOf(registration).isUnproven) return { holder, unproven: [] };
  return { unproven: [unprovenOf(registration)] };
}

/** The submissions as the lock holds them: the same text for the same submissions. */
export const unprovenText = ({ unproven }: AddressLock): string =>
  JSON.stringify(unproven.toSorted((one, other) => (one.id < other.id ? -1 : 1)));

export function lockItem(
  { event, eraseAt }: Readonly<{ event: string; eraseAt: Instant }>,
  hash: string,
  lock: AddressLock,
): Attributes {
  return {
    ...keyAttributes(addressKey(event, hash)),
    ...(lock.holder !== undefined && { registration: { S: lock.holder } }),
    unproven: { S: unprovenText(lock) },
    rule: { N: String(ADDRESS_RULE) },
    ...netUnder({ eraseAt }),
  };
}
