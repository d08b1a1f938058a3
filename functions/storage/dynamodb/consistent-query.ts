import { type AttributeValue, type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";

/** A stretch of a partition, both borders included. */
export interface PartitionStretch {
  readonly pk: string;
  readonly low?: string;
  readonly high?: string;
}

/** Reads a stretch of a partition as it is now, page by page, in the order of the sort keys. */
export async function* consistentQuery(
  client: DynamoDBClient,
  table: string,
  { pk, low = " ", high = "~" }: PartitionStretch,
): AsyncGenerator<Record<string, AttributeValue>> {
  let start: Record<string, AttributeValue> | undefined;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :low AND :high",
        ExpressionAttributeValues: { ":pk": { S: pk }, ":low": { S: low }, ":high": { S: high } },
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    yield* answer.Items ?? [];
    start = answer.LastEvaluatedKey;
  } while (start);
}
