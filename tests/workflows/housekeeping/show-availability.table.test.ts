import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, inject, test } from "vitest";
import { addSeconds } from "../../../functions/domain/instant.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { createTables } from "../../../functions/storage/dynamodb/tables.ts";
import {
  type AvailabilityBoard,
  availabilityBoard,
} from "../../../functions/storage/newsroom/availability.ts";
import { registrationEventKey } from "../../../functions/storage/newsroom/keys.ts";
import { newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import { registrationEvents } from "../../../functions/storage/newsroom/registration-events.ts";
import { showAvailability } from "../../../functions/workflows/housekeeping/show-availability.ts";
import { localDynamoDbClient } from "../../../infra/local/clients.ts";
import { cancelledOf, comer, keep, submitter } from "../../worlds/registration/housekeeping.ts";
import { everything, type RegisteringWorld, worldIn } from "../../worlds/registration/registering.ts";
import { eventOf, OPENED, people, placeOf } from "../../worlds/registration/registration-events.ts";
import { stored, storeItems } from "../../worlds/tables/stored.ts";

const EVENT = eventOf([
  placeOf("hall", { capacity: 7 }),
  placeOf("guests", { audience: "invitation", capacity: 7 }),
]);
let world: RegisteringWorld;
let newsroom: Pick<RegisteringWorld, "client" | "table">;
/** What housekeeping wrote, in its order. */
let writes: string[];

beforeEach(async () => {
  const client = localDynamoDbClient(inject("dynamodbEndpoint"));
  const tables = { newsroom: `newsroom-${randomUUID()}`, registrations: `registrations-${randomUUID()}` };
  await createTables(client, tables);
  newsroom = { client, table: tables.newsroom };
  world = await worldIn(client, tables.registrations, EVENT);
  writes = [];
});

function watchedBoard(): AvailabilityBoard {
  const board = availabilityBoard(newsroom.client, newsroom.table);
  return {
    all: board.all,
    show: async (event, former, levels, at) => {
      writes.push(levels.places.map(({ level }) => level).join());
      await board.show(event, former, levels, at);
    },
    remove: async (event, former) => {
      writes.push("removed");
      await board.remove(event, former);
    },
  };
}

async function run(event: RegistrationEvent = EVENT, changes: Parameters<typeof keep>[2] = {}) {
  const { failures } = await keep(world, event, { availability: watchedBoard(), ...changes });
  expect(failures).toEqual([]);
}

/** Bodies of all that the Newsroom table holds. */
const bodies = async () =>
  (await everything(newsroom.client, newsroom.table)).map(({ body }) => JSON.parse(body?.S ?? "null"));
const shown = (level: string, since: string) => [
  { kind: "availability", places: [{ place: "hall", level, since }] },
];

test("a level is written once when it begins and again only when it changes, and nothing else is", async () => {
  await run();
  const first = world.instant();
  await comer(world); // six of seven seats are left, which are still many
  await run();
  world.pass(60);
  await run();
  expect(writes).toEqual(["many"]);
  expect(await bodies()).toEqual(shown("many", first));
  await comer(world);
  await run();
  const second = world.instant();
  expect(await bodies()).toEqual(shown("few", second));
  await submitter(world, { people: people(5) });
  await comer(world);
  await run();
  world.pass(60);
  await run();
  expect(writes).toEqual(["many", "few", "waiting-list"]);
});

test("seats whose hold has run out are counted as free by the run that ends it", async () => {
  await submitter(world, { people: people(7) });
  await run();
  world.pass(4 * 3600);
  await run();
  expect(writes).toEqual(["waiting-list", "many"]);
});

test("more or fewer seats are seen by the next run after they were published", async () => {
  await run();
  await world.setCapacity("hall", 3);
  await run();
  await world.setCapacity("hall", 0);
  await run();
  await world.setCapacity("hall", 200);
  await run();
  expect(writes).toEqual(["many", "few", "waiting-list", "many"]);
});

test("what stands for a place is its level and since when, and nothing of places by invitation", async () => {
  for (let n = 0; n < 7; n++) await comer(world, { places: ["guests"] });
  await run();
  expect(await bodies()).toEqual(shown("many", world.instant()));
});

test("however many runs there are at once, the level is the same and since the same instant", async () => {
  await Promise.all([run(), run(), run()]);
  const before = await bodies();
  expect(before).toEqual(shown("many", world.instant()));
  world.pass(600);
  await Promise.all([run(), run()]);
  expect(await bodies()).toEqual(before);
});

test("a run that is late writes nothing over what a later one has seen", async () => {
  await run();
  const board = watchedBoard();
  const late = { ...board, all: async () => seen };
  const seen = await board.all();
  await comer(world);
  await comer(world);
  await run();
  await world.setCapacity("hall", 0); // which the late one reads, not knowing what has been shown meanwhile
  await run(EVENT, { availability: late });
  expect(await bodies()).toEqual(shown("few", world.instant()));
});

describe("what is shown is taken away", () => {
  test.each<[string, number, RegistrationEvent[]]>([
    ["when its last place closes", Date.parse(EVENT.places[0]?.closes ?? ""), [EVENT]],
    ["at the end of the event", Date.parse(EVENT.end), [EVENT]],
    ["when the event is cancelled", Date.parse(OPENED), [cancelledOf(EVENT)]],
    ["when the event is taken away, or embargoed anew", Date.parse(OPENED), []],
    [
      "when its only public place is given to invited people",
      Date.parse(OPENED),
      [{ ...EVENT, places: EVENT.places.map((place) => ({ ...place, audience: "invitation" as const })) }],
    ],
  ])("%s", async (_, now, events) => {
    await run();
    expect(await bodies()).toHaveLength(1);
    world.now = now;
    await run(EVENT, { events: { event: async () => events[0], all: async () => events } });
    expect(await bodies()).toEqual([]);
    await run(EVENT, { events: { event: async () => events[0], all: async () => events } });
    expect(writes).toEqual(["many", "removed"]);
  });
});

test("a place that closes before the others loses its level alone", async () => {
  const early = placeOf("early", { closes: addSeconds(OPENED, 3600) });
  const both = { ...EVENT, places: [...EVENT.places, early] };
  await world.setCapacity("early", 3);
  await run(both);
  const first = world.instant();
  world.pass(3600);
  await run(both);
  expect(writes).toEqual(["many,few", "many"]);
  expect(await bodies()).toEqual(shown("many", first));
});

test("an event under embargo has nothing in the table that tells of it, until the run after its lift", async () => {
  const { client, table } = newsroom;
  const lift = addSeconds(OPENED, 3600);
  const embargoed = { ...EVENT, publishAt: lift };
  await storeItems(client, table, [stored(registrationEventKey(EVENT.id), embargoed, lift)]);
  const events = registrationEvents(newsroomReader(client, table));
  await run(embargoed, { events });
  expect(writes).toEqual([]);
  world.pass(3600);
  await run(embargoed, { events });
  expect(writes).toEqual(["many"]);
});

test("where the seats of one event cannot be read, those of the others are shown all the same", async () => {
  const other = eventOf([placeOf("hall")]);
  const failures: unknown[] = [];
  const { registrations } = world.dependencies;
  const seats: typeof registrations.seats = async (event, places) => {
    if (event === other.id) throw new Error("The table is busy.");
    return registrations.seats(event, places);
  };
  const dependencies = { availability: watchedBoard(), registrations: { seats }, clock: () => world.now };
  await showAvailability(dependencies, [other, EVENT], new Map(), (error) => failures.push(error));
  expect(failures).toEqual([new Error("The table is busy.")]);
  expect(await bodies()).toEqual(shown("many", world.instant()));
});
