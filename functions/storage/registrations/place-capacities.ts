import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { RETRY_POLICY, type RetryPolicy, withBackoff } from "../dynamodb/retry-policy.ts";
import { isPassing } from "../dynamodb/transaction.ts";
import { placeKey } from "./registrations-keys.ts";

/** Capacities of places: the only thing that publishing writes where personal data is. */
export interface PlaceCapacities {
  /**
   * Sets how many seats there are, and makes the row of a place that has none. Seats taken and bookings that wait stay
   * as they are; where the capacity is that already, nothing is written.
   *
   * @param event id of the event
   */
  set(event: string, place: string, capacity: number): Promise<void>;
}

export function placeCapacities(
  client: DynamoDBClient,
  registrationsTable: string,
  patience: RetryPolicy = RETRY_POLICY,
): PlaceCapacities {
  return {
    set: async (event, place, capacity) => {
      const { pk, sk } = placeKey(event, place);
      const command = new UpdateItemCommand({
        TableName: registrationsTable,
        Key: { pk: { S: pk }, sk: { S: sk } },
        UpdateExpression:
          "SET #capacity = :capacity, taken = if_not_exists(taken, :none), waiting = if_not_exists(waiting, :none)",
        ConditionExpression: "attribute_not_exists(#capacity) OR #capacity <> :capacity",
        ExpressionAttributeNames: { "#capacity": "capacity" },
        ExpressionAttributeValues: { ":capacity": { N: String(capacity) }, ":none": { N: "0" } },
      });
      try {
        await withBackoff(() => client.send(command), isPassing, patience); // someone may be registering
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };
}
