import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { invitedId } from "../../../../functions/domain/registration/invitation.ts";
import {
  handOn,
  refuseInvitation,
  wishInvitations,
} from "../../../../functions/workflows/registration/invitations.ts";
import { acceptOffer } from "../../../../functions/workflows/registration/self-service.ts";
import { eraseAddress } from "../../../../infra/cli/registrations/decide-acts.ts";
import { inviteList } from "../../../../infra/cli/registrations/guest-acts.ts";
import type { Desk } from "../../../../infra/cli/registrations/registrations-target.ts";
import { comer, keep, kinds, registrationOf, stateOf } from "../../../worlds/registration/housekeeping.ts";
import {
  type RegisteringWorld,
  registeringWorld,
  worldIn,
} from "../../../worlds/registration/registering.ts";
import { eventOf, placeOf } from "../../../worlds/registration/registration-events.ts";
import { violations } from "../../../worlds/registration/registration-invariants.ts";
import { deskIn, NOTHING, SLUG } from "../../../worlds/registration/registrations-desk.ts";

let world: RegisteringWorld;
let desk: Desk;
beforeEach(async () => {
  world = await registeringWorld(
    eventOf([placeOf("hall", { capacity: 3 }), placeOf("press", { capacity: 3, approval: true })]),
  );
  desk = deskIn(world);
});
afterEach(async () => {
  expect(await violations(world, new Map())).toEqual([]);
  process.exitCode = 0;
});

const CSV = "name;e-mail;organisation\nDana Serik;dana@example.org;Academy\nAsel Aman;asel@example.org;\n";
const GUESTS = {
  ...NOTHING,
  place: "hall",
  consent: "You asked for invitations in 2026.",
  why: "guests of the opening",
};

function file(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), "guests-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "people.csv");
  writeFileSync(path, content);
  return path;
}
const send = (content = CSV, changes = {}) =>
  inviteList(desk, { ...GUESTS, list: file(content), ...changes }, [SLUG]);
const of = (address: string, place = "hall") => ({
  event: world.event,
  id: invitedId(world.event.id, place, address),
});
const DANA = "dana@example.org";
const ASEL = "asel@example.org";
const HELD = "2027-06-21";

test("a list leaves out by name whoever asked not to be invited, at any event, with neither mail nor seat", async () => {
  await send("name;e-mail\nDana Serik;dana.serik@gmail.com\n");
  const dana = of("dana.serik@gmail.com");
  await wishInvitations(world.dependencies, dana, await registrationOf(world, dana), false);
  await refuseInvitation(world.dependencies, dana, "hall");
  const before = [await kinds(world), (await world.seats("press")).taken];
  const again = await send("name;e-mail\nD. Serik;danaserik+x@googlemail.com\n", { place: "press" });
  expect(again).toContain("Invited: 0 guests to press.");
  expect(again).toContain("Not invited: D. Serik: asked not to be invited.");
  const there = await worldIn(world.client, world.table, { ...world.event, id: randomUUID() });
  const list = file("name;e-mail\nDana Serik;dana.serik@gmail.com\n");
  const elsewhere = await inviteList(deskIn(there), { ...GUESTS, list }, [SLUG]);
  expect(elsewhere).toContain("Not invited: Dana Serik: asked not to be invited.");
  expect([await kinds(world), (await world.seats("press")).taken]).toEqual(before);
});

test("a list invites whoever took that wish back, and nobody because their data were erased", async () => {
  await send();
  for (const [address, isWanted] of [
    [DANA, false],
    [ASEL, false],
    [ASEL, true],
  ] as const)
    await wishInvitations(
      world.dependencies,
      of(address),
      await registrationOf(world, of(address)),
      isWanted,
    );
  await eraseAddress(desk, GUESTS, [DANA]);
  expect((await world.all()).map(({ contact }) => contact.name)).toEqual(["Asel Aman"]);
  await refuseInvitation(world.dependencies, of(ASEL), "hall");
  const said = await send(CSV, { place: "press" });
  expect(said).toContain("Invited: 1 guest to press.");
  expect(said).toContain("Not invited: Dana Serik: asked not to be invited.");
});

test("nothing keeps whoever asked not to be invited from registering, which ends nothing of that wish", async () => {
  await world.dependencies.doNotInvite.add(DANA, world.instant());
  const self = await comer(world, { contact: { name: "Dana Serik", email: DANA } });
  expect(await stateOf(world, self)).toBe("confirmed");
  expect(await world.dependencies.doNotInvite.until(DANA, world.instant())).toBeDefined();
});

test("the invitation of somebody who asked not to be invited again is not reminded of, and is answered as before", async () => {
  await send(CSV, { "hold-until": HELD, remind: "2027-06-11" });
  await wishInvitations(world.dependencies, of(DANA), await registrationOf(world, of(DANA)), false);
  world.now = Date.parse("2027-06-11T04:00:00Z");
  await keep(world);
  const reminders = (await world.mails()).filter(({ kind }) => kind === "invitation-reminder");
  expect(reminders.map(({ to }) => to)).toEqual([ASEL]);
  await acceptOffer(world.dependencies, of(DANA), "hall");
  expect([await stateOf(world, of(DANA)), await stateOf(world, of(ASEL))]).toEqual(["confirmed", "offered"]);
});

test("an invitation that is handed on to somebody who asked not to be invited frees the seat and writes to nobody", async () => {
  await send();
  await world.dependencies.doNotInvite.add("bolat@example.org", world.instant());
  const before = await kinds(world);
  await handOn(world.dependencies, of(DANA), { place: "hall", name: "Bolat", email: "bolat@example.org" });
  expect(await kinds(world)).toEqual(before);
  expect((await world.seats("hall")).taken).toBe(1);
});
