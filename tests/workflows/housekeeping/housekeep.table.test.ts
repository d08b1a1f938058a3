import { describe, expect, test } from "vitest";
import { addSeconds } from "../../../functions/domain/instant.ts";
import { registrationCounts } from "../../../functions/storage/registrations/registration-counts.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import { acceptOffer, cancel } from "../../../functions/workflows/registration/self-service.ts";
import { comer, keep, kinds, stateOf } from "../../worlds/registration/housekeeping.ts";
import { registeringWorld } from "../../worlds/registration/registering.ts";
import {
  BEGINS,
  eventOf,
  people,
  placeOf,
  submissionOf,
} from "../../worlds/registration/registration-events.ts";
import { violations } from "../../worlds/registration/registration-invariants.ts";

describe("every minute", () => {
  test("ends what ran out and offers the seats, however often and however many run at once", async () => {
    const world = await registeringWorld(eventOf([placeOf("hall", { capacity: 2 })]));
    await register(world.dependencies, world.event, submissionOf({ people: people(2) }));
    const first = await comer(world);
    const second = await comer(world);
    world.pass(4 * 3600);
    await Promise.all([keep(world), keep(world), keep(world)]);
    expect([await stateOf(world, first), await stateOf(world, second)]).toEqual(["offered", "offered"]);
    expect((await kinds(world)).filter((kind) => kind === "offer").length).toBe(2);
    expect(await violations(world, new Map([["hall", 2]]))).toEqual([]);
    expect(await keep(world)).toMatchObject({ ended: 0, offers: 0, failures: [] });
  });

  test("counts the time of an offer from when it is made, however late that is", async () => {
    const world = await registeringWorld(eventOf([placeOf("hall", { capacity: 1 })]));
    await register(world.dependencies, world.event, submissionOf());
    const waiting = await comer(world);
    world.pass(10 * 86_400); // nothing ran for ten days
    await keep(world);
    const [booking] = (await world.all()).find(({ id }) => id === waiting.id)?.bookings ?? [];
    expect(booking?.until).toBe(addSeconds(world.instant(), 48 * 3600));
  });

  test("passes an offer that nobody took to the next, and takes it from nobody who accepts in the last second", async () => {
    const world = await registeringWorld(eventOf([placeOf("hall", { capacity: 1 })]));
    const seated = await comer(world);
    const first = await comer(world);
    const second = await comer(world);
    await cancel(world.dependencies, seated, []);
    world.pass(48 * 3600);
    await expect(acceptOffer(world.dependencies, first, "hall")).rejects.toThrow("is over");
    await keep(world);
    expect([await stateOf(world, first), await stateOf(world, second)]).toEqual(["expired", "offered"]);
    world.pass(48 * 3600 - 1);
    await acceptOffer(world.dependencies, second, "hall");
    world.pass(1);
    await keep(world);
    expect(await stateOf(world, second)).toBe("confirmed");
    expect(await kinds(world)).toContain("expired");
  });

  test("makes no offer that would reach beyond the beginning", async () => {
    const world = await registeringWorld(eventOf([placeOf("hall", { capacity: 1 })]));
    const seated = await comer(world);
    await comer(world);
    world.now = Date.parse(BEGINS);
    await cancel(world.dependencies, seated, []);
    expect(await keep(world)).toMatchObject({ offers: 0 });
  });
});

describe("by the clock", () => {
  test("those who come are reminded once, a day before, in whatever zone a change of the offset falls", async () => {
    // Kazakhstan went from +06:00 to +05:00 in the night to 1 March 2024, and 2024 had a 29 February.
    const begins = "2024-03-01T05:00:00Z";
    const place = placeOf("hall", {
      opens: "2024-02-01T00:00:00Z",
      closes: begins,
      begins,
      ends: addSeconds(begins, 7200),
    });
    const event = eventOf([place], { start: begins, end: addSeconds(begins, 7200), publishAt: place.opens });
    const world = await registeringWorld(event);
    world.now = Date.parse("2024-02-20T00:00:00Z");
    await comer(world);
    world.now = Date.parse("2024-02-29T04:59:59Z");
    expect(await keep(world)).toMatchObject({ reminded: 0 });
    world.pass(1);
    expect(await keep(world)).toMatchObject({ reminded: 1 });
    expect(await keep(world)).toMatchObject({ reminded: 0 });
    expect((await kinds(world)).filter((kind) => kind === "reminder").length).toBe(1);
  });

  test("a move is told once to everyone, in their calendar's next sequence, and back again as well", async () => {
    const world = await registeringWorld(eventOf([placeOf("hall")]));
    const id = await comer(world);
    await keep(world);
    const later = addSeconds(BEGINS, 3600);
    const moved = {
      ...world.event,
      start: later,
      places: world.event.places.map((place) => ({ ...place, begins: later })),
    };
    expect(await keep(world, moved)).toMatchObject({ told: 1 });
    expect(await keep(world, moved)).toMatchObject({ told: 0 });
    expect(await keep(world, world.event)).toMatchObject({ told: 1 });
    const [registration] = await world.all();
    expect(registration?.id).toBe(id.id);
    expect(registration?.bookings[0]?.calendar?.sequence).toBe(2);
    expect((await kinds(world)).filter((kind) => kind === "event-moved").length).toBe(2);
  });

  test("a cancelled event ends every booking, and everyone who had verified is told", async () => {
    const world = await registeringWorld(eventOf([placeOf("hall", { capacity: 1 })]));
    await comer(world);
    await comer(world);
    await register(world.dependencies, world.event, submissionOf());
    await keep(world, { ...world.event, status: "cancelled" });
    const states = (await world.all()).flatMap(({ bookings }) => bookings.map(({ state }) => state));
    expect(states).toEqual(["cancelled", "cancelled", "cancelled"]);
    expect((await kinds(world)).filter((kind) => kind === "event-cancelled").length).toBe(2);
    expect(await world.seats("hall")).toMatchObject({ taken: 0, waiting: 0 });
  });

  test("what someone needs is forgotten a day after, an answer after its own days, and the rest becomes counts", async () => {
    const question = {
      id: "speakers",
      kind: "text",
      required: false,
      places: [],
      options: [],
      keepDays: 30,
    } as const;
    const event = eventOf([placeOf("hall")], {
      questions: [
        { ...question, places: [], options: [] },
        { ...question, id: "diet", asks: "person", places: [], options: [] },
      ],
    });
    const world = await registeringWorld(event);
    const answering = people(3).map((each) => ({ ...each, answers: { diet: "Halal" } }));
    await comer(world, { needs: "A ramp", answers: { speakers: "Why?" }, people: answering });
    const daysAfter = (days: number) => {
      world.now = Date.parse(event.end) + days * 86_400_000;
    };
    const one = async () => (await world.all())[0];
    daysAfter(1);
    await keep(world);
    expect(await one()).not.toHaveProperty("needs");
    expect((await one())?.answers).toEqual({ speakers: "Why?" });
    expect(JSON.stringify(await one())).toContain("Halal");
    daysAfter(30);
    await keep(world);
    expect((await one())?.answers).toEqual({});
    expect(JSON.stringify(await one())).not.toContain("Halal");
    daysAfter(90);
    expect(await keep(world)).toMatchObject({ erased: 1 });
    expect(await world.all()).toEqual([]);
    const counts = await registrationCounts(world.client, world.table).of(event.id);
    expect(counts).toEqual([{ place: "hall", state: "confirmed", bookings: 1, seats: 3, checkedIn: 0 }]);
    expect(await violations(world, new Map([["hall", 5]]))).toEqual([]);
  });
});
