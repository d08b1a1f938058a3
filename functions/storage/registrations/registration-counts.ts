import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { consistentQuery } from "../dynamodb/consistent-query.ts";
import { keyOfRow } from "../dynamodb/key.ts";
import { registrationsKeyOf } from "./parse-registrations-key.ts";
import { numberAttribute } from "./registration-items.ts";
import { countsPartition } from "./registrations-keys.ts";

/** What is left of registrations that were erased: no person, only numbers. */
export interface RegistrationCount {
  readonly place: string;
  readonly state: string;
  readonly bookings: number;
  readonly seats: number;
  /** Seats whose holder came to the door. */
  readonly checkedIn: number;
}

/** They are counted in the transaction in which the person is erased. */
export interface RegistrationCounts {
  of(event: string): Promise<RegistrationCount[]>;
}

export function registrationCounts(client: DynamoDBClient, table: string): RegistrationCounts {
  return {
    of: async (event) => {
      const counts: RegistrationCount[] = [];
      for await (const item of consistentQuery(client, table, { pk: countsPartition(event) })) {
        const { place, state } = registrationsKeyOf(keyOfRow(item), "count");
        const number = (name: string) => numberAttribute(item, name);
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
