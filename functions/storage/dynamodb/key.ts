import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { requiredOfRow } from "./required.ts";

/** Where an item lies in a table: partition key and sort key, both strings. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** The key of a row as DynamoDB answers it. */
export const keyOfRow = ({ pk, sk }: Readonly<Record<string, AttributeValue>>): Key => ({
  pk: requiredOfRow(pk?.S, "partition key"),
  sk: requiredOfRow(sk?.S, "sort key"),
});
