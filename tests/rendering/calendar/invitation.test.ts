import ICAL from "ical.js";
import { beforeEach, describe, expect, test } from "vitest";
import { addSeconds } from "../../../functions/domain/instant.ts";
import { eventChanged } from "../../../functions/domain/registration/decisions/event-change.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { registrationMail } from "../../../functions/rendering/mail/registration-mail.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import {
  cancel,
  change,
  changePeople,
  verify,
} from "../../../functions/workflows/registration/self-service.ts";
import { receivedByLibical } from "../../worlds/libical-calendar.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registering.ts";
import { BEGINS, eventOf, people, placeOf, submissionOf } from "../../worlds/registration-events.ts";

/** Whose calendar it is. */
const OWNER = "aigul@example.org";
const SITE = { address: "https://newsroom.example.org", name: "Newsroom", organisation: "IOM" };
let world: RegisteringWorld;

beforeEach(async () => {
  world = await registeringWorld(eventOf([placeOf("hall")]));
});

/** The calendars of all mails so far, in the order in which they were caused. */
async function calendars(event: RegistrationEvent = world.event): Promise<string[]> {
  const mails = (await world.mails()).sort((a, b) => a.version - b.version);
  const rendered = await Promise.all(
    mails.map((mail) =>
      registrationMail({
        mail,
        event: mail.kind === "event-moved" ? event : world.event,
        site: SITE,
        now: world.instant(),
      }),
    ),
  );
  return rendered.flatMap(({ calendar }) => (calendar ? [calendar.text] : []));
}

const MOVED = addSeconds(BEGINS, 3600);

/** A whole life: invited, one person fewer, moved by an hour, cancelled. */
async function life() {
  const submission = submissionOf({ people: people(3) });
  const of = { event: world.event, id: submission.id };
  await register(world.dependencies, world.event, submission);
  await verify(world.dependencies, of);
  world.pass(60);
  await changePeople(world.dependencies, of, { place: "hall", people: people(2) });
  world.pass(60);
  const [place] = world.event.places;
  const moved = { ...world.event, start: MOVED, places: place ? [{ ...place, begins: MOVED }] : [] };
  await change(world.dependencies, { ...of, event: moved }, eventChanged);
  world.pass(60);
  await cancel(world.dependencies, of, []);
  return { of, moved, texts: await calendars(moved) };
}

const propertyOf = (text: string, name: string) => {
  const [component] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  return String(component?.getFirstPropertyValue(name) ?? "");
};

describe("over a whole life", () => {
  test("the entry keeps its UID, and SEQUENCE rises with every change", async () => {
    const { texts } = await life();
    expect(texts.map((text) => /METHOD:(\w+)/.exec(text)?.[1])).toEqual([
      "REQUEST",
      "REQUEST",
      "REQUEST",
      "CANCEL",
    ]);
    expect(new Set(texts.map((text) => propertyOf(text, "uid"))).size).toBe(1);
    expect(texts.map((text) => propertyOf(text, "sequence"))).toEqual(["0", "1", "2", "3"]);
    expect(texts.map((text) => propertyOf(text, "dtstart")).slice(1, 3)).toEqual([
      "2027-07-30T05:00:00Z",
      "2027-07-30T06:00:00Z",
    ]);
    expect(propertyOf(texts[1] ?? "", "description")).not.toContain("Person 3");
  });

  test("libical takes each message for what it is: new, changed, moved, cancelled", async () => {
    const { texts } = await life();
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

  test.each([
    ["backwards", [3, 2, 1, 0], 3],
    ["twice", [0, 1, 2, 3, 0, 1, 2, 3], 3],
    ["in disorder", [2, 0, 3, 1], 2],
  ])(
    "whoever gets them %s has the same entry at the end, and what is late is left",
    async (_, order, obsolete) => {
      const { texts } = await life();
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

  test("one person removed leaves the entry, an event that is cancelled takes it out of every calendar", async () => {
    const [first, second] = [submissionOf({ people: people(2) }), submissionOf()];
    for (const each of [first, second]) {
      await register(world.dependencies, world.event, each);
      await verify(world.dependencies, { event: world.event, id: each.id });
    }
    const of = { event: world.event, id: first.id };
    await changePeople(world.dependencies, of, { place: "hall", people: people(1) });
    const before = receivedByLibical(OWNER, await calendars());
    expect(before.map(({ status }) => status)).toEqual(["CONFIRMED", "CONFIRMED", "CONFIRMED"]);
    const off = { ...world.event, status: "cancelled" as const };
    for (const { id } of [first, second]) await change(world.dependencies, { event: off, id }, eventChanged);
    const after = receivedByLibical(OWNER, await calendars());
    const cancelled = after.filter((each) => each.class === "CANCEL-EVENT");
    expect(cancelled.map(({ status }) => status)).toEqual(["CANCELLED", "CANCELLED"]);
  });

  test("DTSTAMP is that of the change, times are in UTC, lines are short, and someone never confirmed gets none", async () => {
    const { texts } = await life();
    world.pass(86_400);
    expect(await calendars(world.event)).toHaveLength(texts.length);
    expect(propertyOf(texts[0] ?? "", "dtstamp")).toBe("2027-06-01T05:00:00Z");
    for (const text of texts)
      for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const other = submissionOf({ contact: { name: "A", email: "never@example.org" } });
    await register(world.dependencies, world.event, other);
    await cancel(world.dependencies, { event: world.event, id: other.id }, []);
    expect(await calendars()).toHaveLength(texts.length);
  });
});
