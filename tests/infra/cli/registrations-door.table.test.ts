import { beforeEach, expect, test } from "vitest";
import { passText, readPass } from "../../../functions/domain/registration/pass.ts";
import { cancel } from "../../../functions/workflows/registration/self-service.ts";
import { door } from "../../../infra/cli/registrations/read-acts.ts";
import type { Desk } from "../../../infra/cli/registrations/registrations-target.ts";
import { bookingOf, comer } from "../../worlds/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registering.ts";
import { eventOf, placeOf } from "../../worlds/registration-events.ts";
import { BECAUSE, deskIn, SLUG, scanned } from "../../worlds/registrations-desk.ts";

let world: RegisteringWorld;
let desk: Desk;
beforeEach(async () => {
  world = await registeringWorld(eventOf([placeOf("hall"), placeOf("stream", { mode: "online" })]));
  desk = deskIn(world);
});

const passOf = async (of: { id: string }, place: string) =>
  (await bookingOf(world, of, place)).participants[0]?.pass ?? "";

test("the code alone, as the page and the door list show it, opens the door", async () => {
  await comer(world);
  const pass = await passOf(await comer(world), "hall");
  expect(await scanned(desk, `${pass.slice(0, 5).toLowerCase()} ${pass.slice(5)}`)).toMatch(
    /^YES {2}Aigul Serik/,
  );
  expect(await scanned(desk, pass)).toContain("was admitted before");
  expect(await scanned(desk, "0000000000")).toBe("NO   This is no pass for this event.");
});

test("the code alone of a booking that is over says so", async () => {
  const of = await comer(world);
  const pass = await passOf(of, "hall");
  await cancel(world.dependencies, of, []);
  expect(await scanned(desk, pass)).toContain("the booking is cancelled");
});

const PASS = { registration: "0a1b2c3d-4e5f-4678-9abc-def012345678", pass: "QWERTY0179" };
test.each([
  ["Russian", "ВФЕУДШТУЖ0Ф1И2С3В-4У5А-4678-9ФИС-ВУА012345678ЖЙЦУКЕН0179"],
  ["Kazakh", 'ВФЕУДШТУЖҚФ"ИӘСІВӨҢУҒАӨҢ,.ҮӨҰФИСӨВУАҚ"ӘІҢҒ,.ҮЖЙЦУКЕНҚ".Ұ'],
])("a scanner whose keyboard is in %s is understood", (_, typed) => {
  expect(readPass(typed)).toEqual(PASS);
  expect(readPass(typed.toLowerCase())).toEqual(PASS);
  expect(readPass(passText(PASS))).toEqual(PASS);
});

test("what no layout explains asks for the keyboard to be switched", async () => {
  expect(await scanned(desk, "ВФЕУДШТУ;Ё")).toBe("NO   Switch the keyboard to English and scan again.");
});

test("a pass of an online place opens no door, and its people are on no list unless it is named", async () => {
  const of = await comer(world, { places: ["stream"] });
  const code = passText({ registration: of.id, pass: await passOf(of, "stream") });
  expect(await scanned(desk, code)).toBe("NO   Aigul Serik, Place stream (en): takes part online.");
  expect((await bookingOf(world, of, "stream")).participants[0]?.checkedInAt).toBeUndefined();
  expect(await door(desk, BECAUSE, [SLUG])).not.toContain("Aigul");
  expect(await door(desk, { ...BECAUSE, place: "stream" }, [SLUG])).toContain("Aigul");
});
