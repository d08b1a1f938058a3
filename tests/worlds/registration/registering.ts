import { randomUUID } from "node:crypto";
import { type DynamoDBClient, paginateScan, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { inject } from "vitest";
import type { Instant } from "../../../functions/domain/instant.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import type { OutboxMail } from "../../../functions/domain/registration/mail.ts";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import type { PlaceSeats } from "../../../functions/domain/registration/seats.ts";
import { createTables } from "../../../functions/storage/dynamodb/tables.ts";
import { doNotInvite } from "../../../functions/storage/registrations/do-not-invite.ts";
import { limits } from "../../../functions/storage/registrations/limits.ts";
import {
  type Attributes,
  keyAttributes,
  outboxMailIn,
} from "../../../functions/storage/registrations/registration-items.ts";
import { registrations } from "../../../functions/storage/registrations/registrations.ts";
import { OUTBOX_PREFIX, placeKey } from "../../../functions/storage/registrations/registrations-keys.ts";
import { shadowSubmissions } from "../../../functions/storage/registrations/shadow-submissions.ts";
import type { SubmittingDependencies } from "../../../functions/workflows/registration/dependencies.ts";
import { localDynamoDbClient } from "../../../infra/local/clients.ts";
import { UNLIMITED } from "../documents/limits.ts";
import { OPENED, SEAL, SIGNER } from "./registration-events.ts";

export interface RegisteringWorld {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly event: RegistrationEvent;
  readonly dependencies: SubmittingDependencies;
  /** Milliseconds since 1970; the clock stands still until it is moved. */
  now: number;
  instant(): Instant;
  pass(seconds: number): void;
  setCapacity(place: string, capacity: number): Promise<void>;
  seats(place: string): Promise<PlaceSeats>;
  all(): Promise<Registration[]>;
  mails(): Promise<OutboxMail[]>;
}

/** A Registrations table of its own with the places of an event, at the opening of registration. */
export async function registeringWorld(event: RegistrationEvent): Promise<RegisteringWorld> {
  const client = localDynamoDbClient(inject("dynamodbEndpoint"));
  const table = `registrations-${randomUUID()}`;
  await createTables(client, { newsroom: `newsroom-${randomUUID()}`, registrations: table });
  return worldIn(client, table, event);
}

/** The same with the rows of the event's places. */
export async function worldIn(
  client: DynamoDBClient,
  table: string,
  event: RegistrationEvent,
): Promise<RegisteringWorld> {
  const world = existing(client, table, event);
  for (const { id, capacity } of event.places) await world.setCapacity(id, capacity);
  return world;
}

/** A table as it stands. */
export function existing(client: DynamoDBClient, table: string, event: RegistrationEvent): RegisteringWorld {
  const store = registrations(client, table);
  const world: RegisteringWorld = {
    client,
    table,
    event,
    dependencies: {
      registrations: store,
      shadows: shadowSubmissions(client, table),
      limits: limits(client, table, UNLIMITED),
      doNotInvite: doNotInvite(client, table, SIGNER),
      seal: SEAL,
      clock: () => world.now,
    },
    now: Date.parse(OPENED),
    instant: () => `${new Date(world.now).toISOString().slice(0, 19)}Z`,
    pass: (seconds) => {
      world.now += seconds * 1000;
    },
    setCapacity: (place, capacity) => setCapacity(client, table, { event: event.id, place, capacity }),
    seats: async (place) => {
      const row = (await store.seats(event.id, [place])).get(place);
      if (!row) throw new Error(`There is no place ${place}.`);
      return row;
    },
    all: () => gathered(store.all(event.id)),
    mails: async () => {
      const rows = (await everything(client, table)).filter(({ pk }) => pk?.S?.startsWith(OUTBOX_PREFIX));
      return rows.map(outboxMailIn).sort((a, b) => a.version - b.version || a.index - b.index);
    },
  };
  return world;
}

export async function gathered<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}

/** Every item of a table. */
export async function everything(client: DynamoDBClient, table: string): Promise<Attributes[]> {
  const pages = await gathered(paginateScan({ client }, { TableName: table, ConsistentRead: true }));
  return pages.flatMap(({ Items = [] }) => Items);
}

/** What publishing does to a place's row. */
async function setCapacity(
  client: DynamoDBClient,
  table: string,
  { event, place, capacity }: { event: string; place: string; capacity: number },
): Promise<void> {
  await client.send(
    new UpdateItemCommand({
      TableName: table,
      Key: keyAttributes(placeKey(event, place)),
      UpdateExpression:
        "SET #capacity = :capacity, taken = if_not_exists(taken, :none), waiting = if_not_exists(waiting, :none)",
      ExpressionAttributeNames: { "#capacity": "capacity" },
      ExpressionAttributeValues: { ":capacity": { N: String(capacity) }, ":none": { N: "0" } },
    }),
  );
}
