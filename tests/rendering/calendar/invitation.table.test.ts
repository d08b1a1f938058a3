import { beforeEach, expect, test } from "vitest";
import { register } from "../../../functions/workflows/registration/register.ts";
import { cancel } from "../../../functions/workflows/registration/self-service.ts";
import { invitations, invitationsOfALife, propertyOf } from "../../worlds/registration/invitations.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, placeOf, submissionOf } from "../../worlds/registration/registration-events.ts";

let world: RegisteringWorld;

beforeEach(async () => {
  world = await registeringWorld(eventOf([placeOf("hall")]));
});

test("the entry keeps its UID, and SEQUENCE rises with every change", async () => {
  const texts = await invitationsOfALife(world);
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

test("DTSTAMP is that of the change, times are in UTC, lines are short, and someone never confirmed gets none", async () => {
  const texts = await invitationsOfALife(world);
  world.pass(86_400);
  expect(await invitations(world)).toHaveLength(texts.length);
  expect(propertyOf(texts[0] ?? "", "dtstamp")).toBe("2027-06-01T05:00:00Z");
  for (const text of texts)
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const other = submissionOf({ contact: { name: "A", email: "never@example.org" } });
  await register(world.dependencies, world.event, other);
  await cancel(world.dependencies, { event: world.event, id: other.id }, []);
  expect(await invitations(world)).toHaveLength(texts.length);
});
