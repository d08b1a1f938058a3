import { beforeEach, expect, test } from "vitest";
import { addSeconds } from "../../../functions/domain/instant.ts";
import { approved } from "../../../functions/domain/registration/decisions/approve.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { registrationMail } from "../../../functions/rendering/mail/registration-mail.ts";
import { housekeepingMarks } from "../../../functions/storage/registrations/housekeeping-marks.ts";
import { deliver } from "../../../functions/workflows/deliver/deliver.ts";
import { cancel, change } from "../../../functions/workflows/registration/self-service.ts";
import { ADDRESS, withHiddenHall } from "../../worlds/registration/hidden-place.ts";
import {
  bookingOf,
  comer,
  countOf,
  keep,
  kinds,
  movedBy,
  settle,
} from "../../worlds/registration/housekeeping.ts";
import { postOffice } from "../../worlds/registration/post-office.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, OPENED, placeOf } from "../../worlds/registration/registration-events.ts";

const TIME = addSeconds(OPENED, 3600);
const hidden = (event: RegistrationEvent, address?: string) =>
  withHiddenHall(event, { when: "at", at: TIME }, address);

let world: RegisteringWorld;
let event: RegistrationEvent;

beforeEach(async () => {
  event = hidden(eventOf([placeOf("hall", { capacity: 2 })]));
  world = await registeringWorld(event);
  await settle(world);
});

test("everybody who comes is told once when the time has come, and nobody who waits", async () => {
  const coming = [await comer(world), await comer(world)];
  const waiting = await comer(world);
  await keep(world);
  expect(await countOf(world, "directions")).toBe(0);
  world.pass(3600);
  expect(await keep(world)).toMatchObject({ told: 2, failures: [] });
  await settle(world);
  for (const of of coming) {
    expect(await kinds(world, of)).toEqual(["verify", "confirmed", "directions"]);
    expect((await bookingOf(world, of)).calendar?.sequence).toBe(1);
  }
  expect(await kinds(world, waiting)).not.toContain("directions");
});

test("who is confirmed after that time reads it in the confirmation, and gets no further mail", async () => {
  world.pass(3600);
  await keep(world);
  const late = await comer(world);
  await settle(world);
  expect(await kinds(world, late)).toEqual(["verify", "confirmed"]);
});

test("who cancels between the pass and the sending is told nothing", async () => {
  const of = await comer(world);
  world.pass(3600);
  await keep(world);
  await cancel(world.dependencies, of, []);
  const sent: Parameters<typeof registrationMail>[0][] = [];
  await deliver(postOffice(world, sent), of.id);
  expect(sent.map(({ mail }) => mail.kind)).toEqual(["confirmed", "cancelled"]);
  for (const facts of sent) {
    const { text, html, calendar } = await registrationMail(facts);
    expect([text, html, calendar?.text].join()).not.toContain(ADDRESS.split(",")[0]);
  }
});

test("another private address is no news before its time, and one mail to those who come after it", async () => {
  const of = await comer(world);
  expect(await keep(world, hidden(event, "8 Hidden Lane"))).toMatchObject({ told: 1 }); // noted, and not told
  expect(await kinds(world, of)).toEqual(["verify", "confirmed"]);
  world.pass(3600);
  await keep(world, hidden(event, "8 Hidden Lane"));
  expect(await kinds(world, of)).toEqual(["verify", "confirmed", "directions"]);
  world.pass(60);
  await keep(world, hidden(event, "9 Hidden Lane"));
  expect(await kinds(world, of)).toEqual(["verify", "confirmed", "directions", "event-moved"]);
  const [mail] = (await world.mails()).filter(({ kind }) => kind === "event-moved");
  expect(mail?.was?.address).toBe("8 Hidden Lane");
});

test("of another address that is told after approval whoever waits for approval hears nothing", async () => {
  const asking = withHiddenHall(eventOf([placeOf("hall", { approval: true })]), { when: "after-approval" });
  world = await registeringWorld(asking);
  await settle(world);
  const [pending, confirmed] = [await comer(world), await comer(world)];
  await change(world.dependencies, confirmed, (registration, decided) =>
    approved(registration, { place: "hall" }, decided),
  );
  const next = withHiddenHall(asking, { when: "after-approval" }, "8 Hidden Lane");
  await keep(world, next);
  expect(await kinds(world, pending)).toEqual(["verify", "pending"]);
  expect(await kinds(world, confirmed)).toEqual(["verify", "pending", "confirmed", "event-moved"]);
});

test("what was taken out for safety is shown to nobody as what was, and is kept no longer", async () => {
  const of = await comer(world);
  world.pass(3600);
  await keep(world);
  const redacted = { ...hidden(event, "[…] Lane"), redacted: true as const };
  await keep(world, redacted);
  const [mail] = (await world.mails()).filter(({ kind }) => kind === "event-moved");
  expect([mail?.registration, mail?.was]).toEqual([of.id, undefined]);
  const known = await housekeepingMarks(world.client, world.table).known(event.id);
  expect(Object.keys(known)).toHaveLength(3); // one for each language
  expect(JSON.stringify(known)).not.toContain("Hidden");
});

test("a mail about another time says what was and what is, on whose clock", async () => {
  const of = await comer(world);
  const moved = movedBy(event, 3600);
  await keep(world, moved);
  const sent: Parameters<typeof registrationMail>[0][] = [];
  const events = { event: async () => moved, all: async () => [moved] };
  await deliver(postOffice(world, sent, { events }), of.id);
  const facts = sent.find(({ mail }) => mail.kind === "event-moved");
  if (!facts) throw new Error("Nobody was told.");
  const inLanguage = async (language: "en" | "ru" | "kk") =>
    (await registrationMail({ ...facts, mail: { ...facts.mail, language } })).text;
  expect(await inLanguage("en")).toContain(
    "Former time: 30 July 2027, 10:00–12:00 Astana time (UTC+5)\nNew time: 30 July 2027, 11:00–13:00 Astana time (UTC+5)\nWhere: Conference hall",
  );
  expect(await inLanguage("ru")).toContain("11:00–13:00 по местному времени (Astana, UTC+5)");
  expect(await inLanguage("kk")).toContain("11:00–13:00, жергілікті уақыт (Astana, UTC+5)");
});
