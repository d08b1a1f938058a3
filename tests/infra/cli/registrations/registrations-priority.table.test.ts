import { expect, test } from "vitest";
import { cancel } from "../../../../functions/workflows/registration/self-service.ts";
import { invitationLinks, priority } from "../../../../infra/cli/registrations/decide-acts.ts";
import { comer, stateOf } from "../../../worlds/registration/housekeeping.ts";
import { registeringWorld } from "../../../worlds/registration/registering.ts";
import { eventOf, placeOf } from "../../../worlds/registration/registration-events.ts";
import { deskIn, NOTHING, SLUG } from "../../../worlds/registration/registrations-desk.ts";

const person = (name: string) => ({ contact: { name, email: `${name}@example.org` } });

test("whoever is given priority is offered seats before those who came earlier", async () => {
  const world = await registeringWorld(eventOf([placeOf("hall", { capacity: 1 })]));
  const first = await comer(world, person("first"));
  const second = await comer(world, person("second"));
  const third = await comer(world, person("third"));
  expect(await priority(deskIn(world), { ...NOTHING, priority: "2" }, [SLUG, third.id])).toContain("2");
  await cancel(world.dependencies, first, []);
  expect([await stateOf(world, second), await stateOf(world, third)]).toEqual(["waitlisted", "offered"]);
});

test("the links of an invitation open the form in every language", () => {
  const event = eventOf([placeOf("guests", { audience: "invitation" })]);
  expect(invitationLinks("https://newsroom.example.org", event, "guests.code").trim().split("\n")).toEqual(
    ["en", "ru", "kk"].map(
      (language) => `https://newsroom.example.org/${language}/register/${event.slug}?invitation=guests.code`,
    ),
  );
});
