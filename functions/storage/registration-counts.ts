import { type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { seatsOf } from "../domain/registration/booking.ts";
import type { Registration } from "../domain/registration/registration.ts";
import { consistentQuery } from "./consistent-query.ts";
import { keyOf, numberIn } from "./registration-items.ts";
import { countKey, countsPartition } from "./registrations-keys.ts";

/** What is left of registrations that were erased: no person, only numbers. */
export interface RegistrationCount {
  readonly place: string;
  readonly state: string;
  readonly bookings: number;
  readonly seats: number;
  /** Seats whose holder came to the door. */
  readonly checkedIn: number;
}

export interface RegistrationCounts {
  add(registration: Registration): Promise<void>;
  of(event: string): Promise<RegistrationCount[]>;
}

export function registrationCounts(client: DynamoDBClient, table: string): RegistrationCounts {
  return {
    add: async ({ event, bookings }) => {
      for (const { place, state, participants } of bookings) {
        const came = participants.filter(({ checkedInAt }) => checkedInAt !== undefined).length;
        await client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: keyOf(countKey(event, place, state)),
            UpdateExpression: "ADD bookings :one, seats :seats, checkedIn :came",
            ExpressionAttributeValues: {
              ":one": { N: "1" },
              ":seats": { N: String(seatsOf({ participants })) },
              ":came": { N: String(came) },
            },
          }),
        );
      }
    },
    of: async (event) => {
      const counts: RegistrationCount[] = [];
      for await (const item of consistentQuery(client, table, { pk: countsPartition(event) })) {
        const [place = "", state = ""] = (item.sk?.S ?? "").split("#");
        const number = (name: string) => numberIn(item, name);
        counts.push({
          place,
          state,
          bookings: number("bookings"),
          seats: number("seats"),
          checkedIn: number("checkedIn"),
        });
      }
      return counts;
    },
  };
}
