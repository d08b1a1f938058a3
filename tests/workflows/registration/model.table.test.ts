import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addSeconds } from "../../../functions/domain/instant.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { approved, declined } from "../../../functions/domain/registration/decisions/approve.ts";
import { prioritised } from "../../../functions/domain/registration/decisions/waiting-list.ts";
import { invitedId } from "../../../functions/domain/registration/invitation.ts";
import { codeOf } from "../../../functions/domain/registration/links/token.ts";
import { LARGEST_BOOKING } from "../../../functions/domain/registration/participant.ts";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import {
  addAtDesk,
  admit,
  editRegistration,
  moveBooking,
  undoCheckIn,
} from "../../../functions/workflows/registration/at-desk.ts";
import { endSubmission } from "../../../functions/workflows/registration/beside.ts";
import { askForAddress, changeAddress } from "../../../functions/workflows/registration/change-address.ts";
import { changeDetails } from "../../../functions/workflows/registration/change-details.ts";
import { correctAddress } from "../../../functions/workflows/registration/correct-address.ts";
import { erase } from "../../../functions/workflows/registration/erase.ts";
import { makeGuestLinks } from "../../../functions/workflows/registration/guests.ts";
import {
  handOn,
  invite,
  refuseInvitation,
  withdrawInvitation,
} from "../../../functions/workflows/registration/invitations.ts";
import { joinWinner } from "../../../functions/workflows/registration/join.ts";
import { sweepPlace } from "../../../functions/workflows/registration/promote.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import {
  acceptOffer,
  addPlace,
  cancel,
  change,
  changePeople,
  verify,
} from "../../../functions/workflows/registration/self-service.ts";
import { verifyByCode } from "../../../functions/workflows/registration/verify-by-code.ts";
import { fc } from "../../worlds/documents/fast-check.ts";
import { atScale } from "../../worlds/documents/scale.ts";
import { type RegisteringWorld, registeringWorld, worldIn } from "../../worlds/registration/registering.ts";
import {
  eventOf,
  people,
  placeOf,
  SEAL,
  submissionOf,
} from "../../worlds/registration/registration-events.ts";
import { idle, overtaken, violations } from "../../worlds/registration/registration-invariants.ts";

/** A handful of people and two small places, so that everything happens to everyone. */
const ADDRESSES = [
  "aigul@example.org",
  "Boris@example.org",
  "dana.a@yandex.kz",
  "erlan@example.kz",
  "Dana-A+press@ya.ru", // the same mailbox as one above
];
const PLACES = [placeOf("hall", { capacity: 4 }), placeOf("press", { capacity: 3, approval: true })];

const person = fc.nat(7);
const place = fc.constantFrom("hall", "press");
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("register" as const),
      address: fc.nat(4),
      places: fc.subarray(["hall", "press"], { minLength: 1 }),
      size: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("verify" as const), person }) },
  fc.record({ do: fc.constant("verify-by-code" as const), person, right: fc.boolean() }),
  fc.record({ do: fc.constant("replay" as const), person }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("send-again" as const),
      person,
      address: fc.nat(4),
      places: fc.subarray(["hall", "press"], { minLength: 1 }),
      size: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("approve" as const), person, place }) },
  fc.record({ do: fc.constant("decline" as const), person, place }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("cancel" as const),
      person,
      places: fc.subarray(["hall", "press"]),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("accept" as const), person, place }) },
  fc.record({ do: fc.constant("people" as const), person, place, size: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ do: fc.constant("add-place" as const), person, place, size: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant("details" as const), person, name: fc.constantFrom("Aigul", "Person 1") }),
  fc.record({ do: fc.constant("guest-links" as const), person, place }),
  fc.record({ do: fc.constant("prioritise" as const), person, place, priority: fc.nat(9) }),
  fc.record({ do: fc.constant("correct-address" as const), person, address: fc.nat(4) }),
  fc.record({ do: fc.constant("ask-address" as const), person, address: fc.nat(4) }),
  fc.record({ do: fc.constant("change-address" as const), person }),
  fc.record({ do: fc.constant("capacity" as const), place, capacity: fc.integer({ min: 0, max: 6 }) }),
  fc.record({ do: fc.constant("erase" as const), person }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("add-at-desk" as const),
      address: fc.nat(5), // the last one is none
      place,
      size: fc.integer({ min: 1, max: 3 }),
      beyond: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("move" as const),
      person,
      place,
      names: fc.subarray(["Person 1", "Person 2"]),
      beyond: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("invite" as const),
      address: fc.nat(4),
      place,
      hours: fc.constantFrom(2, 50),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("hand-on" as const), person, place, address: fc.nat(4) }),
  },
  fc.record({ do: fc.constant("say-no" as const), person, place }),
  fc.record({ do: fc.constant("uninvite" as const), person }),
  fc.record({ do: fc.constant("edit" as const), person, name: fc.constantFrom("Person 1", "Person 2") }),
  fc.record({ do: fc.constant("check-in" as const), person, undone: fc.boolean() }),
  fc.record({ do: fc.constant("not-me" as const), person, other: person }),
  fc.record({ do: fc.constant("join" as const), person }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant("pass" as const), hours: fc.constantFrom(1, 5, 49) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("sweep" as const), place }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function carryOut(world: RegisteringWorld, step: Step): Promise<void> {
  const { dependencies, event } = world;
  const all = (await world.all()).sort((a, b) => (a.id < b.id ? -1 : 1));
  const chosen: Registration | undefined =
    "person" in step ? all[step.person % Math.max(1, all.length)] : undefined;
  const of = { event, id: chosen?.id ?? randomUUID() };
  const address = "address" in step ? (ADDRESSES[step.address] ?? "") : "";
  switch (step.do) {
    case "register":
      await register(
        dependencies,
        event,
        submissionOf({
          contact: { name: "Aigul", email: address },
          places: step.places,
          people: people(step.size),
        }),
      );
      return;
    case "replay":
      if (chosen)
        await register(
          dependencies,
          event,
          submissionOf({ id: chosen.id, contact: chosen.contact, places: ["hall"] }),
        );
      return;
    case "send-again":
      if (chosen)
        await register(
          dependencies,
          event,
          submissionOf({
            id: chosen.id,
            contact: { name: "Aigul", email: address },
            places: step.places,
            people: people(step.size),
          }),
        );
      return;
    case "verify":
      await verify(dependencies, of);
      return;
    case "verify-by-code": {
      if (!chosen) return;
      const secret = await SEAL.open(chosen.token.sealed, chosen.id);
      const code = step.right ? codeOf(secret) : "not one";
      await verifyByCode(dependencies, event, {
        id: chosen.id,
        email: chosen.contact.email,
        network: "",
        code,
      });
      return;
    }
    case "approve":
      await change(dependencies, of, (each, decided) => approved(each, step, decided));
      return;
    case "decline":
      await change(dependencies, of, (each, decided) => declined(each, step, decided));
      return;
    case "prioritise":
      await change(dependencies, of, (each, decided) => prioritised(each, step, decided));
      return;
    case "details": {
      const contact = { name: step.name };
      const details = { contact, language: "kk" as const, answers: {}, badges: {} };
      await changeDetails(dependencies, of, { details });
      return;
    }
    case "guest-links":
      await makeGuestLinks(dependencies, of, step.place);
      return;
    case "cancel":
      await cancel(dependencies, of, step.places);
      return;
    case "accept":
      await acceptOffer(dependencies, of, step.place);
      return;
    case "people":
      await changePeople(dependencies, of, { place: step.place, people: people(step.size) });
      return;
    case "add-place":
      await addPlace(dependencies, of, { place: step.place, people: people(step.size) });
      return;
    case "correct-address":
      await correctAddress(dependencies, event, { id: of.id, email: address });
      return;
    case "ask-address":
      await askForAddress(dependencies, of, address);
      return;
    case "change-address":
      await changeAddress(dependencies, of);
      return;
    case "capacity":
      await world.setCapacity(step.place, step.capacity);
      return;
    case "add-at-desk":
      await addAtDesk(dependencies, event, {
        id: randomUUID(),
        language: "en",
        contact: { name: "Aigul", email: address },
        place: step.place,
        people: people(step.size),
        beyond: step.beyond,
      });
      return;
    case "move": {
      const { place: to, names, beyond } = step;
      const from = to === "hall" ? "press" : "hall";
      await moveBooking(dependencies, of, { from, to, names, beyond });
      return;
    }
    case "invite":
      await invite(dependencies, event, {
        id: invitedId(event.id, step.place, address),
        place: step.place,
        language: "en",
        contact: { name: "Aigul", email: address },
        holdUntil: addSeconds(world.instant(), step.hours * 3600),
        invitation: { list: "a-list", by: "IOM", source: "You asked for it." },
      });
      return;
    case "hand-on":
      await handOn(dependencies, of, { place: step.place, name: "Boris", email: address });
      return;
    case "say-no":
      await refuseInvitation(dependencies, of, step.place);
      return;
    case "uninvite":
      await withdrawInvitation(dependencies, of, "a-list");
      return;
    case "edit": {
      const renaming = { person: step.name, name: `${step.name} Serik` };
      await editRegistration(dependencies, of, { contact: {}, people: [renaming], seen: new Map() });
      return;
    }
    case "check-in": {
      const pass = chosen?.bookings.at(-1)?.participants[0]?.pass ?? "";
      await (step.undone
        ? undoCheckIn(dependencies, of, pass)
        : admit(dependencies, of, { pass, by: "press@desk" }));
      return;
    }
    case "not-me":
      if (chosen)
        await endSubmission(dependencies, event, {
          registration: chosen,
          submission: all[step.other % all.length]?.id ?? "",
        });
      return;
    case "join":
      await joinWinner(dependencies, of);
      return;
    case "erase":
      await erase(dependencies, of, { tells: true });
      return;
    case "pass":
      world.pass(step.hours * 3600);
      return;
    case "sweep":
      await sweepPlace(dependencies, { event, place: step.place });
      return;
  }
}

/** What was refused has changed nothing: the invariants are looked at all the same. */
async function attempt(world: RegisteringWorld, step: Step): Promise<void> {
  try {
    await carryOut(world, step);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error;
  }
}

const LIVES = atScale(1, 20);
const TIMEOUT_MS = atScale(60_000, 900_000);

test(
  "whatever people, officers and the clock do, every invariant holds after every step",
  async () => {
    const { client, table } = await registeringWorld(eventOf([]));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        const event = eventOf(PLACES);
        const world = await worldIn(client, table, event);
        const ceilings = new Map(PLACES.map(({ id, capacity }) => [id, capacity]));
        for (const each of steps) {
          const before = await world.all();
          if (each.do === "capacity")
            ceilings.set(each.place, Math.max(each.capacity, (await world.seats(each.place)).taken));
          if ((each.do === "add-at-desk" || each.do === "move") && each.beyond)
            ceilings.set(each.place, (await world.seats(each.place)).taken + LARGEST_BOOKING);
          await attempt(world, each);
          for (const { id, capacity } of await rows(world)) {
            const { taken } = await world.seats(id);
            ceilings.set(
              id,
              Math.max(capacity, Math.min(ceilings.get(id) ?? capacity, Math.max(taken, capacity))),
            );
          }
          expect(await violations(world, ceilings)).toEqual([]);
          expect(await overtaken(world, before, await world.all())).toEqual([]);
        }
        for (const { id } of PLACES) await sweepPlace(world.dependencies, { event, place: id });
        expect(await idle(world)).toEqual([]);
      }),
      { numRuns: LIVES, endOnFailure: true },
    );
  },
  TIMEOUT_MS,
);

async function rows(world: RegisteringWorld): Promise<{ id: string; capacity: number }[]> {
  return Promise.all(world.event.places.map(async ({ id }) => ({ id, ...(await world.seats(id)) })));
}
