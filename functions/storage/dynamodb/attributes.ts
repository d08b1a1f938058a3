import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { StoredItem } from "./item.ts";

/** A stored item as DynamoDB attributes: all strings, the body as it is. */
export function toAttributes(item: StoredItem): Record<string, AttributeValue> {
  return {
    pk: { S: item.key.pk },
    sk: { S: item.key.sk },
    body: { S: item.body },
    hash: { S: item.hash },
    publishAt: { S: item.publishAt },
    writtenAt: { S: item.writtenAt },
    ...(item.until && { until: { S: item.until } }),
    ...(item.editedAt && { editedAt: { S: item.editedAt } }),
    ...(item.unit && { unit: { S: item.unit } }),
  };
}

/** The other way round. An item that lacks an attribute was not written by Dateline. */
export function fromAttributes(attributes: Record<string, AttributeValue>): StoredItem {
  const text = (name: string): string => {
    const value = attributes[name]?.S;
    if (value === undefined)
      throw new Error(
        `The table holds an item without ${name}: ${JSON.stringify(attributes.pk)} ${JSON.stringify(attributes.sk)}`,
      );
    return value;
  };
  const until = attributes.until?.S;
  const editedAt = attributes.editedAt?.S;
  const unit = attributes.unit?.S;
  return {
    key: { pk: text("pk"), sk: text("sk") },
    body: text("body"),
    hash: text("hash"),
    publishAt: text("publishAt"),
    writtenAt: text("writtenAt"),
    ...(until !== undefined && { until }),
    ...(editedAt !== undefined && { editedAt }),
    ...(unit !== undefined && { unit }),
  };
}
