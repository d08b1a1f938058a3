import { beforeEach, expect, test } from "vitest";
import { passText, readPass } from "../../../../functions/domain/registration/links/pass.ts";
import { cancel } from "../../../../functions/workflows/registration/self-service.ts";
import { checkIn, undo } from "../../../../infra/cli/registrations/door-acts.ts";
import { door } from "../../../../infra/cli/registrations/read-acts.ts";
import type { Desk } from "../../../../infra/cli/registrations/registrations-target.ts";
import { bookingOf, comer } from "../../../worlds/registration/housekeeping.ts";
import {
  gathered,
  type RegisteringWorld,
  registeringWorld,
} from "../../../worlds/registration/registering.ts";
import { eventOf, placeOf } from "../../../worlds/registration/registration-events.ts";
import { BECAUSE, deskIn, NOTHING, SLUG, scanned } from "../../../worlds/registration/registrations-desk.ts";

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
  expect(await scanned(desk, pass)).toMatch(
    /^NO {3}Aigul Serik, .*: this pass is used, admitted 1 June 2027, 10:00 \(UTC\+05:00\) by press@desk\.$/,
  );
  expect(await scanned(desk, "0000000000")).toBe("NO   This is no pass for this event.");
});

test("a NO to a code of the command line ends with exit code 1, and a YES does not", async () => {
  const pass = await passOf(await comer(world), "hall");
  const endsWith = async (code: string) => {
    process.exitCode = 0;
    const today = () => world.event.start;
    await checkIn({ ...desk, now: today, say: () => {} }, NOTHING, [SLUG, code]);
    const { exitCode } = process;
    process.exitCode = 0;
    return exitCode;
  };
  expect([await endsWith(pass), await endsWith("0000000000")]).toEqual([0, 1]);
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

test("a used pass among those named is exit code 1", async () => {
  const pass = await passOf(await comer(world), "hall");
  await checkIn(desk, { ...NOTHING, yes: true }, [SLUG, pass]);
  expect(process.exitCode).toBe(0);
  await checkIn(desk, { ...NOTHING, yes: true }, [SLUG, pass]);
  expect(process.exitCode).toBe(1);
  process.exitCode = 0;
});

test("a check-in that is taken back leaves the pass as it was, and says who had admitted whom", async () => {
  const pass = await passOf(await comer(world), "hall");
  const said: string[] = [];
  const heard = { ...desk, say: (text: string) => void said.push(text) };
  await undo(heard, BECAUSE, [SLUG, pass]);
  expect(process.exitCode).toBe(1);
  await scanned(desk, pass);
  await undo(heard, BECAUSE, [SLUG, pass]);
  expect(process.exitCode).toBe(0);
  expect(said).toEqual([
    "Aigul Serik, Place hall (en): was not admitted.\n",
    "Taken back: Aigul Serik, Place hall (en), admitted 1 June 2027, 10:00 (UTC+05:00) by press@desk.\n",
  ]);
  expect(await scanned(desk, pass)).toMatch(/^YES/);
  const log = (await gathered(desk.log.all())).map(({ what }) => what);
  expect(log.filter((what) => what.startsWith("undo check-in"))).toHaveLength(2);
});

test("before the day of the event the door asks, and is refused where nobody answers", async () => {
  const pass = await passOf(await comer(world), "hall");
  const isIn = async () => (await world.all())[0]?.bookings[0]?.participants[0]?.checkedInAt !== undefined;
  await expect(checkIn(desk, NOTHING, [SLUG, pass])).rejects.toMatchObject({
    code: "check-in-early",
    message: "World Day 2027 (en) begins on 2027-07-30, and today is 2027-06-01.",
  });
  expect(await checkIn({ ...desk, confirmed: async () => false }, NOTHING, [SLUG, pass])).toBe(
    "Nobody was admitted.\n",
  );
  expect([process.exitCode, await isIn()]).toEqual([1, false]);
  process.exitCode = 0;
  await checkIn({ ...desk, confirmed: async () => true }, NOTHING, [SLUG, pass]);
  expect(await isIn()).toBe(true);
});

test("on the day of the event, by its own zone, the door asks nothing", async () => {
  const pass = await passOf(await comer(world), "hall");
  world.now = Date.parse("2027-07-29T19:00:00Z"); // midnight in Almaty
  await checkIn(desk, NOTHING, [SLUG, pass]);
  expect((await world.all())[0]?.bookings[0]?.participants[0]?.checkedInBy).toBe("press@desk");
});
