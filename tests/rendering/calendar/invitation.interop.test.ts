import { spawnSync } from "node:child_process";
import { beforeEach, expect } from "vitest";
import { eventChanged } from "../../../functions/domain/registration/decisions/event-change.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import { change, changePeople, verify } from "../../../functions/workflows/registration/self-service.ts";
import { PROGRAMS, testWith } from "../../worlds/commands/programs.ts";
import {
  invitations,
  invitationsOfALife,
  invitationsOfAMove,
  invitationsOfTwoLives,
  propertyOf,
} from "../../worlds/registration/invitations.ts";
import { receivedByLibical } from "../../worlds/registration/libical-calendar.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf, submissionOf } from "../../worlds/registration/registration-events.ts";

/** Whose calendar it is. */
const OWNER = "aigul@example.org";
const withLibical = testWith("libical");
const withVobject = testWith("vobject");
/** What sabre/vobject finds wrong with a calendar. */
const VOBJECT = `require 'Sabre/VObject/autoload.php';
$calendar = Sabre\\VObject\\Reader::read(stream_get_contents(STDIN));
foreach ($calendar->validate() as $each) echo $each['message'], "\\n";`;

let world: RegisteringWorld;

beforeEach(async () => {
  world = await registeringWorld(eventOf([placeOf("hall"), placeOf("stream", { mode: "online" })]));
});

withLibical("libical takes each message for what it is: new, changed, moved, cancelled", async () => {
  const texts = await invitationsOfALife(world);
  const received = receivedByLibical(OWNER, texts);
  expect(received.every(({ sound }) => sound)).toBe(true);
  expect(received.map((each) => each.class)).toEqual([
    "REQUEST-NEW",
    "REQUEST-UPDATE",
    "REQUEST-RESCHEDULE",
    "CANCEL-EVENT",
  ]);
  expect(received.at(-1)).toMatchObject({ sequence: 3, status: "CANCELLED" });
});

withLibical.each([
  ["backwards", [3, 2, 1, 0], 3],
  ["twice", [0, 1, 2, 3, 0, 1, 2, 3], 3],
  ["in disorder", [2, 0, 3, 1], 2],
])(
  "whoever gets them %s has the same entry at the end, and what is late is left",
  async (_, order, obsolete) => {
    const texts = await invitationsOfALife(world);
    const received = receivedByLibical(
      OWNER,
      order.map((n) => texts[n] ?? ""),
    );
    expect(received.at(-1)).toMatchObject({ sequence: 3, status: "CANCELLED" });
    // From the cancellation on nothing brings the entry back: what is older is left, and the same again is the same.
    for (const late of received.slice(order.indexOf(3)))
      expect(late).toMatchObject({ sequence: 3, status: "CANCELLED" });
    expect(received.filter((each) => each.class === "OBSOLETE").length).toBe(obsolete);
  },
);

withLibical(
  "one person removed leaves the entry, an event that is cancelled takes it out of every calendar",
  async () => {
    const [first, second] = [submissionOf({ people: people(2) }), submissionOf()];
    for (const each of [first, second]) {
      await register(world.dependencies, world.event, each);
      await verify(world.dependencies, { event: world.event, id: each.id });
    }
    const of = { event: world.event, id: first.id };
    await changePeople(world.dependencies, of, { place: "hall", people: people(1) });
    const before = receivedByLibical(OWNER, await invitations(world));
    expect(before.map(({ status }) => status)).toEqual(["CONFIRMED", "CONFIRMED", "CONFIRMED"]);
    const off = { ...world.event, status: "cancelled" as const };
    for (const { id } of [first, second]) await change(world.dependencies, { event: off, id }, eventChanged);
    const after = receivedByLibical(OWNER, await invitations(world));
    const cancelled = after.filter((each) => each.class === "CANCEL-EVENT");
    expect(cancelled.map(({ status }) => status)).toEqual(["CANCELLED", "CANCELLED"]);
  },
);

withLibical("a place that is booked again is one entry, which is confirmed again", async () => {
  const received = receivedByLibical(OWNER, await invitationsOfTwoLives(world));
  expect(received.every(({ sound }) => sound)).toBe(true);
  expect(received.map(({ status, sequence }) => [status, sequence])).toEqual([
    ["CONFIRMED", 0],
    ["CONFIRMED", 1],
    ["CONFIRMED", 2],
    ["CANCELLED", 3],
    ["CONFIRMED", 4],
  ]);
});

withLibical(
  "somebody moved to another place has an entry of the new one and none of the former",
  async () => {
    const texts = await invitationsOfAMove(world);
    const received = receivedByLibical(OWNER, texts);
    expect(received.every(({ sound }) => sound)).toBe(true);
    expect(received.map((each) => [each.class, each.status])).toEqual([
      ["REQUEST-NEW", "CONFIRMED"],
      ["REQUEST-NEW", "CONFIRMED"],
      ["CANCEL-EVENT", "CANCELLED"],
    ]);
    const uids = texts.map((text) => propertyOf(text, "uid"));
    expect([uids[2] === uids[0], uids[1] === uids[0]]).toEqual([true, false]);
  },
);

withVobject(
  "sabre/vobject finds nothing wrong with any invitation of a whole life, booked again, and moved",
  async () => {
    for (const text of [...(await invitationsOfTwoLives(world)), ...(await invitationsOfAMove(world))]) {
      const { stdout, stderr, status } = spawnSync(PROGRAMS.vobject.command, ["-r", VOBJECT], {
        input: text,
        encoding: "utf8",
      });
      expect([status, stdout, stderr]).toEqual([0, "", ""]);
    }
  },
);
