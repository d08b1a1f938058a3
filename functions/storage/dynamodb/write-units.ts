import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { toAttributes } from "./attributes.ts";
import type { StoredItem } from "./item.ts";
import { type Operation, operationKey } from "./transaction.ts";

/** Largest item that DynamoDB takes, names of attributes included. */
export const ITEM_BYTES = 400 * 1024;

/** Size of an item as DynamoDB counts it: the UTF-8 bytes of the names and of the values (Developer Guide, "Item sizes and formats"). */
export function itemBytes(item: StoredItem): number {
  return attributeBytes(toAttributes(item));
}

function attributeBytes(attributes: Record<string, AttributeValue>): number {
  let bytes = 0;
  for (const [name, value] of Object.entries(attributes))
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value.S ?? "");
  return bytes;
}

/**
 * Write units that a transaction consumes: two for every begun KB of each item. What a removal finds is not
 * known here and counted as one KB, and so is a checked item.
 */
export function writeUnits(operations: readonly Operation[]): number {
  let units = 0;
  for (const operation of operations)
    units += 2 * ("put" in operation ? Math.ceil(itemBytes(operation.put) / 1024) : 1);
  return units;
}

/** Bytes that a transaction carries, to hold against TRANSACTION_BYTES. */
export function transactionBytes(operations: readonly Operation[]): number {
  let bytes = 0;
  for (const operation of operations) {
    const { pk, sk } = operationKey(operation);
    bytes += "put" in operation ? itemBytes(operation.put) : Buffer.byteLength(pk) + Buffer.byteLength(sk);
  }
  return bytes;
}
