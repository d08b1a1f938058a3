import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { holdsSeats, seatsOf } from "../../../functions/domain/registration/booking.ts";
import { approved } from "../../../functions/domain/registration/decisions/approve.ts";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import { registrations } from "../../../functions/storage/registrations/registrations.ts";
import { addAtDesk } from "../../../functions/workflows/registration/at-desk.ts";
import { correctAddress } from "../../../functions/workflows/registration/correct-address.ts";
import type { SubmittingDependencies } from "../../../functions/workflows/registration/dependencies.ts";
import { sweepPlace } from "../../../functions/workflows/registration/promote.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import {
  acceptOffer,
  cancel,
  change,
  verify,
} from "../../../functions/workflows/registration/self-service.ts";
import { atScale } from "../../worlds/documents/scale.ts";
import { comer, stateOf } from "../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf, submissionOf } from "../../worlds/registration/registration-events.ts";
import { idle, overtaken, violations } from "../../worlds/registration/registration-invariants.ts";
import { withoutConditions } from "../../worlds/tables/faulty-table.ts";

const CAPACITY = atScale(10, 20);
const CROWD = atScale(40, 200);
const CEILINGS = new Map([["hall", CAPACITY]]);
const event = () => eventOf([placeOf("hall", { capacity: CAPACITY })]);

const seatsTaken = (all: readonly Registration[]): number =>
  all.flatMap(({ bookings }) => bookings.filter(holdsSeats)).reduce((sum, each) => sum + seatsOf(each), 0);

/** Many at the same moment, each with as many people as `size` says. */
async function crowd(
  world: RegisteringWorld,
  n: number,
  size: (i: number) => number,
  dependencies: SubmittingDependencies = world.dependencies,
): Promise<void> {
  const submissions = Array.from({ length: n }, (_, i) => submissionOf({ people: people(size(i)) }));
  await Promise.all(submissions.map((each) => register(dependencies, world.event, each)));
}

describe("a crowd at the same moment", () => {
  test("gets exactly the seats that there are, and the others wait", async () => {
    const world = await registeringWorld(event());
    await crowd(world, CROWD, () => 1);
    const all = await world.all();
    expect([all.length, seatsTaken(all)]).toEqual([CROWD, CAPACITY]);
    expect(await world.seats("hall")).toMatchObject({ taken: CAPACITY, waiting: CROWD - CAPACITY });
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("of delegations of mixed size never divides one nor exceeds the seats", async () => {
    const world = await registeringWorld(event());
    await crowd(world, 40, (i) => 1 + (i % 7));
    const all = await world.all();
    expect(all.length).toBe(40);
    expect(seatsTaken(all)).toBeLessThanOrEqual(CAPACITY);
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("with one address is five submissions, whose seats are held once", async () => {
    const world = await registeringWorld(event());
    const contact = { name: "Aigul", email: "aigul@example.org" };
    await Promise.all(
      Array.from({ length: CROWD }, () =>
        register(world.dependencies, world.event, submissionOf({ contact })),
      ),
    );
    expect((await world.all()).length).toBe(5);
    expect(await world.seats("hall")).toMatchObject({ taken: 1, waiting: 0 });
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("with one address and as many contents holds the most that one asks for, and everybody has an answer", async () => {
    const world = await registeringWorld(event());
    const contact = { name: "Aigul", email: "aigul@example.org" };
    const submissions = Array.from({ length: CROWD }, (_, i) =>
      submissionOf({ contact: { ...contact, organisation: `Ministry ${i}` }, people: people(1 + (i % 4)) }),
    );
    const answers = await Promise.all(
      submissions.map((each) => register(world.dependencies, world.event, each)),
    );
    const all = await world.all();
    expect(answers.map(({ id }) => id)).toEqual(submissions.map(({ id }) => id));
    const most = Math.max(...all.map(({ bookings }) => bookings[0]?.participants.length ?? 0));
    expect([all.length, await world.seats("hall")]).toMatchObject([5, { taken: most, waiting: 0 }]);
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("under one address keeps every number right, whatever happens to each submission", async () => {
    const world = await registeringWorld(event());
    const contact = { name: "Aigul", email: "aigul@example.org" };
    const forms = Array.from({ length: 4 }, (_, i) => submissionOf({ contact, people: people(1 + i) }));
    const { dependencies } = world;
    await Promise.all(forms.map((each) => register(dependencies, world.event, each)));
    const [one, two, three, four] = forms.map(({ id }) => ({ event: world.event, id }));
    if (!one || !two || !three || !four) throw new Error("There are four.");
    await Promise.allSettled([
      verify(dependencies, one),
      correctAddress(dependencies, world.event, { id: two.id, email: "other@example.org" }),
      cancel(dependencies, three, []),
      register(dependencies, world.event, submissionOf({ id: four.id, contact, people: people(9) })),
      ...Array.from({ length: 4 }, () =>
        register(dependencies, world.event, submissionOf({ contact, people: people(7) })),
      ),
    ]);
    const all = await world.all();
    expect(all.find(({ id }) => id === one.id)?.bookings[0]?.state).toBe("confirmed");
    expect(all.find(({ id }) => id === two.id)?.contact.email).toMatch(/^(other|aigul)@/);
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("would oversell if the condition on the seats were taken out: this test can fail", async () => {
    const world = await registeringWorld(event());
    const careless = registrations(withoutConditions(world.client), world.table);
    await crowd(world, 60, () => 1, { ...world.dependencies, registrations: careless });
    expect(seatsTaken(await world.all())).toBeGreaterThan(CAPACITY);
  });
});

test("a crowd at the desk gets the seats that there are, and beyond them what is given on purpose and no more", async () => {
  const world = await registeringWorld(event());
  const add = (beyond: boolean) =>
    addAtDesk(world.dependencies, world.event, {
      id: randomUUID(),
      language: "en",
      contact: { name: "Aigul Serik", email: "" },
      place: "hall",
      people: people(1),
      beyond,
    });
  const usual = await Promise.allSettled(Array.from({ length: CAPACITY + 5 }, () => add(false)));
  const refused = usual.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
  expect(refused).toEqual(Array.from({ length: 5 }, () => "place-full"));
  expect(await world.seats("hall")).toMatchObject({ taken: CAPACITY });
  const given = await Promise.all([add(true), add(true), add(true)]);
  expect(given.map(({ beyond }) => beyond?.over).sort()).toEqual([1, 2, 3]);
  expect(await world.seats("hall")).toMatchObject({ capacity: CAPACITY, taken: CAPACITY + 3 });
  await sweepPlace(world.dependencies, { event: world.event, place: "hall" });
  expect(seatsTaken(await world.all())).toBe(CAPACITY + 3);
  expect(await violations(world, new Map([["hall", CAPACITY + 3]]))).toEqual([]);
  const waits = await comer(world);
  const leaving = given[0]?.registration.id ?? "";
  await cancel(world.dependencies, { event: world.event, id: leaving }, []);
  expect(await stateOf(world, waits)).toBe("waitlisted"); // as long as there are more people than seats
});

test("a storm of cancellations gives each who waits the seats once, in order", async () => {
  const world = await registeringWorld(event());
  const submissions = Array.from({ length: 3 * CAPACITY }, () => submissionOf({ id: randomUUID() }));
  for (const each of submissions) {
    await register(world.dependencies, world.event, each);
    await verify(world.dependencies, { event: world.event, id: each.id });
    world.pass(1);
  }
  const before = await world.all();
  const first = submissions.slice(0, CAPACITY);
  await Promise.all(first.map(({ id }) => cancel(world.dependencies, { event: world.event, id }, [])));
  const after = await world.all();
  const offered = after.filter(({ bookings }) => bookings[0]?.state === "offered").map(({ id }) => id);
  expect(offered.sort()).toEqual(
    submissions
      .slice(CAPACITY, 2 * CAPACITY)
      .map(({ id }) => id)
      .sort(),
  );
  expect(await overtaken(world, before, after)).toEqual([]);
  const offers = (await world.mails()).filter(({ kind }) => kind === "offer");
  expect(new Set(offers.map(({ registration }) => registration)).size).toBe(offers.length);
  expect(await violations(world, CEILINGS)).toEqual([]);
});

test("cancellations, approvals and answers to offers at the same moment keep every number right, and what is done twice is done once", async () => {
  const places = [
    placeOf("hall", { capacity: atScale(2, 4), approval: true }),
    placeOf("stream", { capacity: 2 }),
  ];
  const world = await registeringWorld(eventOf(places));
  const { dependencies, event } = world;
  const all = Array.from({ length: atScale(5, 8) }, () =>
    submissionOf({ id: randomUUID(), places: ["hall", "stream"] }),
  );
  for (const each of all) {
    await register(dependencies, event, each);
    await verify(dependencies, { event, id: each.id });
    world.pass(1);
  }
  const refusedOrDone = (work: Promise<unknown>) =>
    work.catch((error: unknown) => {
      if (!(error instanceof Refusal) || error.status >= 500) throw error;
    });
  for (let round = 0; round < 2; round++) {
    await Promise.all(
      all.flatMap(({ id }, n) => {
        const of = { event, id };
        const leaves =
          n % 3 === round ? [cancel(dependencies, of, []), cancel(dependencies, of, ["hall"])] : [];
        return [
          ...leaves,
          change(dependencies, of, (each, decided) => approved(each, { place: "hall" }, decided)),
          acceptOffer(dependencies, of, "stream"),
          acceptOffer(dependencies, of, "hall"),
        ].map(refusedOrDone);
      }),
    );
    expect(await violations(world, new Map(places.map(({ id, capacity }) => [id, capacity])))).toEqual([]);
  }
  for (const { id } of places) await sweepPlace(dependencies, { event, place: id });
  expect(await idle(world)).toEqual([]);
  const counted = new Map<string, number>();
  for (const { registration, kind, booking } of await world.mails()) {
    const of = `${kind} ${registration} ${booking?.place}`;
    counted.set(of, (counted.get(of) ?? 0) + 1);
  }
  expect([...counted].filter(([, times]) => times > 1)).toEqual([]);
});
