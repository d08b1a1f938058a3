import { randomUUID } from "node:crypto";
import { type DynamoDBClient, GetItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { inject } from "vitest";
import { createTables } from "../../../functions/storage/dynamodb/tables.ts";
import {
  type PlaceCapacities,
  placeCapacities,
} from "../../../functions/storage/registrations/place-capacities.ts";
import { keyAttributes } from "../../../functions/storage/registrations/registration-items.ts";
import { placeKey } from "../../../functions/storage/registrations/registrations-keys.ts";
import { localDynamoDbClient } from "../../../infra/local/clients.ts";
import { EVENT, edited } from "../content/content-problems.ts";
import { type ContentFiles, EVENT_ID, inThree, words } from "../content/small-newsroom.ts";

/** An empty Registrations table, into which publishing writes seats. */
export interface PlacesWorld {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly places: PlaceCapacities;
  /** The numbers of a place's row. */
  row(place: string): Promise<Record<string, string | undefined>>;
  /** Items in the table. */
  count(): Promise<number>;
}

export async function placesWorld(): Promise<PlacesWorld> {
  const client = localDynamoDbClient(inject("dynamodbEndpoint"));
  const table = `registrations-${randomUUID()}`;
  await createTables(client, { newsroom: `newsroom-${randomUUID()}`, registrations: table });
  return {
    client,
    table,
    places: placeCapacities(client, table),
    row: async (place) => {
      const Key = keyAttributes(placeKey(EVENT_ID, place));
      const { Item = {} } = await client.send(
        new GetItemCommand({ TableName: table, Key, ConsistentRead: true }),
      );
      const { pk: _, sk: __, ...numbers } = Item;
      return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, value.N]));
    },
    count: async () =>
      (await client.send(new ScanCommand({ TableName: table, ConsistentRead: true }))).Count ?? 0,
  };
}

/** Words that stand nowhere but in what only registration may read. */
export const SECRETS = [
  "join-secretly",
  "patrons",
  "Box of the patrons",
  "7 Hidden Lane",
  "Through the blue gate",
  "9 Unlisted Street",
  '"tell"',
];

const ONLINE =
  "  - { id: stream, sessions: [opening], mode: online, audience: public, capacity: 500, joining: https://example.org/join-secretly }";
const INVITED =
  "  - { id: patrons, sessions: [opening], mode: in-person, audience: invitation, capacity: 6, tell: at 2020-07-29T18:00 }";
const REGISTRATION = `registration:
  questions:
    - { id: coffee, kind: choice, required: true, places: [press-room], options: [tea, none], keepDays: 7 }
    - { id: topic, kind: text, keepDays: 300 }
`;

/** The small newsroom's event with a place online, one for invited people, and two questions. */
export function eventWithPlaces(more = ""): ContentFiles {
  const yaml = edited(EVENT, "places:\n", `places:\n${ONLINE}\n${INVITED}\n`)[EVENT];
  return {
    [EVENT]: `${yaml}${REGISTRATION}${more}`,
    ...inThree("events/press-day", (language, translationOf) =>
      words(
        {
          title: `Event ${language}`,
          summary: `Summary ${language}`,
          translationOf,
          city: "Astana",
          sessions: { opening: { title: "Opening" } },
          places: {
            "press-room": {
              title: "Press room",
              note: `Bring a card ${language}`,
              address: "9 Unlisted Street",
            },
            stream: { title: "Stream" },
            patrons: {
              title: "Box of the patrons",
              address: "7 Hidden Lane, Astana",
              directions: `Through the blue gate ${language}`,
            },
          },
          questions: {
            coffee: { label: "Tea?", purpose: "To buy enough.", options: { tea: "Tea", none: "Nothing" } },
            topic: { label: "About what?", hint: "In a word.", purpose: "To prepare." },
          },
        },
        "All are welcome.\n",
      ),
    ),
  };
}
