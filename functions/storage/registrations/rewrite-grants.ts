import { type AttributeValue, type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { consistentQuery } from "../dynamodb/consistent-query.ts";
import { keyOfRow } from "../dynamodb/key.ts";
import { registrationsKeyOf } from "./parse-registrations-key.ts";
import { GRANTS_PARTITION, grantPartition } from "./registrations-keys.ts";

/**
 * Changes the slugs and paths that grants of early access name, and what is logged of their openings: for what
 * endangers someone by its very address.
 *
 * @param change of a slug or a path; of what it need not change it returns the same
 * @returns how many items were changed
 */
export async function rewriteGrants(
  client: DynamoDBClient,
  table: string,
  change: (name: string) => string,
): Promise<number> {
  let rewritten = 0;
  for await (const row of consistentQuery(client, table, { pk: GRANTS_PARTITION })) {
    const { grant } = registrationsKeyOf(keyOfRow(row), "grant-entry");
    for await (const item of consistentQuery(client, table, { pk: grantPartition(grant) }))
      if (await rewrite(client, table, item, change)) rewritten++;
  }
  return rewritten;
}

async function rewrite(
  client: DynamoDBClient,
  table: string,
  { pk, sk, body }: Record<string, AttributeValue>,
  change: (name: string) => string,
): Promise<boolean> {
  if (!pk || !sk || body?.S === undefined) return false;
  const value: unknown = JSON.parse(body.S, (field, each: unknown) =>
    typeof each === "string" && (field === "slug" || field === "what") ? change(each) : each,
  );
  const after = JSON.stringify(value);
  if (after === body.S) return false;
  await client.send(
    new UpdateItemCommand({
      TableName: table,
      Key: { pk, sk },
      ConditionExpression: "attribute_exists(pk)", // what has ended meanwhile must not come back
      UpdateExpression: "SET body = :body",
      ExpressionAttributeValues: { ":body": { S: after } },
    }),
  );
  return true;
}
