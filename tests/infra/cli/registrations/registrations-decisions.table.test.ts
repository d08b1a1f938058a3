import { beforeEach, expect, test } from "vitest";
import { changeDetails } from "../../../../functions/workflows/registration/change-details.ts";
import { approve, decline } from "../../../../infra/cli/registrations/decide-acts.ts";
import { list } from "../../../../infra/cli/registrations/read-acts.ts";
import type { Desk } from "../../../../infra/cli/registrations/registrations-target.ts";
import { comer, kinds, stateOf } from "../../../worlds/registration/housekeeping.ts";
import {
  gathered,
  type RegisteringWorld,
  registeringWorld,
} from "../../../worlds/registration/registering.ts";
import { eventOf, people, placeOf } from "../../../worlds/registration/registration-events.ts";
import { deskIn, NOTHING, SLUG } from "../../../worlds/registration/registrations-desk.ts";

let world: RegisteringWorld;
let desk: Desk;
beforeEach(async () => {
  world = await registeringWorld(
    eventOf([placeOf("hall"), placeOf("press", { capacity: 2, approval: true })]),
  );
  desk = deskIn(world);
});

const CONFIRMED = { ...NOTHING, was: "confirmed" };
const DECLINED = { ...NOTHING, was: "declined" };

test("says who it is about and is kept in the log", async () => {
  const { id } = await comer(world, { places: ["press"], people: people(2) });
  expect(await approve(desk, NOTHING, [SLUG, id])).toBe(
    "Approved: press, 2 seats, Aigul Serik. An email says so.\n",
  );
  expect(await decline(desk, CONFIRMED, [SLUG, id])).toBe(
    "Declined: press, 2 seats, Aigul Serik. An email says so, and the seats are free.\n",
  );
  expect((await gathered(desk.log.all())).map(({ what, why }) => `${what}: ${why}`).sort()).toEqual([
    `approve ${SLUG}: to decide`,
    `decline ${SLUG}: to decide`,
  ]);
});

test("is about the only booking that it fits", async () => {
  const of = await comer(world, { places: ["hall", "press"] });
  expect(await approve(desk, NOTHING, [SLUG, of.id])).toContain("press, 1 seat,");
  await expect(decline(desk, NOTHING, [SLUG, of.id])).rejects.toMatchObject({ code: "option-invalid" });
  await decline(desk, { ...CONFIRMED, place: "press" }, [SLUG, of.id]);
  expect(await approve(desk, DECLINED, [SLUG, of.id])).toContain("press, 1 seat,");
  expect(await stateOf(world, of, "hall")).toBe("confirmed");
});

test("is refused at a place that asks no approval", async () => {
  const { id } = await comer(world);
  await expect(approve(desk, NOTHING, [SLUG, id])).rejects.toMatchObject({
    code: "booking-state",
    message: "The place hall asks no approval; this booking is confirmed.",
  });
});

test("that declined by mistake is mended while seats last", async () => {
  const of = await comer(world, { places: ["press"] });
  await decline(desk, NOTHING, [SLUG, of.id]);
  expect(await approve(desk, DECLINED, [SLUG, of.id])).toContain("An email says so");
  expect(await approve(desk, NOTHING, [SLUG, of.id])).toContain("before");
  expect(await stateOf(world, of, "press")).toBe("confirmed");
  expect(await world.seats("press")).toMatchObject({ taken: 1, waiting: 0 });
  expect(await kinds(world, of)).toEqual(["verify", "pending", "declined", "confirmed"]);
});

test("that declined by mistake leaves a turn in the waiting list where the seats are gone", async () => {
  const of = await comer(world, { places: ["press"] });
  await decline(desk, NOTHING, [SLUG, of.id]);
  const other = await comer(world, { places: ["press"], people: people(2) });
  expect(await approve(desk, DECLINED, [SLUG, of.id])).toContain("It waits for seats");
  expect(await world.seats("press")).toMatchObject({ taken: 2, waiting: 1 });
  expect(await kinds(world, of)).toEqual(["verify", "pending", "declined", "approved"]);
  await decline(desk, NOTHING, [SLUG, other.id]);
  expect(await stateOf(world, of, "press")).toBe("offered");
});

test("that declined is not mended once its address is another registration's", async () => {
  const contact = { name: "Aigul Serik", email: "aigul@example.org" };
  const of = await comer(world, { places: ["press"], contact });
  await decline(desk, NOTHING, [SLUG, of.id]);
  const other = await comer(world, { contact });
  expect(other.id).not.toBe(of.id);
  await expect(approve(desk, DECLINED, [SLUG, of.id])).rejects.toMatchObject({ code: "address-taken" });
  expect(await stateOf(world, of, "press")).toBe("declined");
});

test("that declined is not mended once no seats are given", async () => {
  const of = await comer(world, { places: ["press"] });
  await decline(desk, NOTHING, [SLUG, of.id]);
  world.now = Date.parse(world.event.start);
  await expect(approve(desk, DECLINED, [SLUG, of.id])).rejects.toMatchObject({ code: "place-closed" });
});

test("made for another state than there is by now changes nothing, and says how it is", async () => {
  const of = await comer(world, { places: ["press"] });
  await approve(desk, NOTHING, [SLUG, of.id]);
  await expect(decline(desk, NOTHING, [SLUG, of.id])).rejects.toMatchObject({
    code: "booking-changed",
    message:
      "Nothing was changed: this decision was for a booking that is pending, and it is confirmed by now.",
    help: "If you mean it as it is, say so: --was confirmed.",
  });
  expect(await kinds(world, of)).toEqual(["verify", "pending", "confirmed"]);
});

test("and the contrary one at the same moment: one is carried out, and the other told of it", async () => {
  const of = await comer(world, { places: ["press"] });
  const both = await Promise.allSettled([
    approve(desk, NOTHING, [SLUG, of.id]),
    decline(desk, NOTHING, [SLUG, of.id]),
  ]);
  const told = both.map((each) => (each.status === "rejected" ? each.reason.code : "done"));
  expect(told.sort()).toEqual(["booking-changed", "done"]);
  expect(await kinds(world, of)).toHaveLength(3);
});

test("stands, and the list says so, where the contact has changed since what it was given on", async () => {
  const of = await comer(world, { places: ["press"] });
  await approve(desk, NOTHING, [SLUG, of.id]);
  expect(await list(desk, NOTHING, [SLUG])).not.toContain("details changed");
  const contact = { name: "Aigul Serik", outlet: "Khabar" };
  await changeDetails(world.dependencies, of, {
    details: { contact, language: "en", answers: {}, badges: {} },
  });
  expect(await stateOf(world, of, "press")).toBe("confirmed");
  expect(await list(desk, NOTHING, [SLUG])).toMatch(
    /press: confirmed, 1 seat, details changed by the contact on /,
  );
});
