import { beforeEach, expect, test } from "vitest";
import { isForOrganisers, type OutboxMail } from "../../../functions/domain/registration/mail.ts";
import type { MailFacts } from "../../../functions/rendering/mail/mail-facts.ts";
import { registrationMail } from "../../../functions/rendering/mail/registration-mail.ts";
import { mailboxes } from "../../../functions/storage/registrations/mailboxes.ts";
import { deliver } from "../../../functions/workflows/deliver/deliver.ts";
import { comer, keep } from "../../worlds/registration/housekeeping.ts";
import { postOffice } from "../../worlds/registration/post-office.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf } from "../../worlds/registration/registration-events.ts";

const ORGANISERS = [
  { email: "press@example.org", language: "en" as const },
  { email: "desk@example.org", language: "kk" as const },
];
let world: RegisteringWorld;
beforeEach(async () => {
  world = await registeringWorld(
    eventOf([placeOf("hall", { capacity: 2 }), placeOf("press", { approval: true })], {
      organisers: ORGANISERS,
    }),
  );
  await keep(world); // from here on they hear
  world.pass(60);
});

const toOrganisers = async (): Promise<OutboxMail[]> => (await world.mails()).filter(isForOrganisers);
const heardSince = async (n: number) =>
  (await toOrganisers())
    .slice(n)
    .map(({ kind, to, news }) => `${kind} ${news?.count} ${to}`)
    .sort();

test("organisers hear within a minute that a place is full, each once, in their language", async () => {
  await comer(world, { people: people(2) });
  await keep(world);
  await keep(world);
  expect(await heardSince(0)).toEqual([
    "organisers-full 1 desk@example.org",
    "organisers-full 1 press@example.org",
  ]);
  const sent: MailFacts[] = [];
  const office = postOffice(world, sent);
  for (const id of new Set((await toOrganisers()).map(({ registration }) => registration)))
    await deliver(office, id);
  const rendered = await Promise.all(sent.map((facts) => registrationMail(facts)));
  expect(rendered.map(({ subject }) => subject).sort()).toEqual([
    "No seats left: World Day 2027 (en)",
    "Бос орын қалмады: World Day 2027 (kk)",
  ]);
  for (const { text, html } of rendered) {
    expect(text).not.toMatch(/Person 1|Aigul/);
    expect(html).toContain("/events/world-day-2027");
    expect(text).toMatch(/Place hall \(..\): .*2.*2/);
  }
});

test("of ten minutes in which approval is asked there is one mail, which counts", async () => {
  for (let i = 0; i < 3; i++) await comer(world, { places: ["press"] });
  world.pass(60);
  await keep(world);
  expect(await heardSince(0)).toEqual([
    "organisers-approval 3 desk@example.org",
    "organisers-approval 3 press@example.org",
  ]);
  await comer(world, { places: ["press"] });
  world.pass(60);
  await keep(world);
  expect(await heardSince(2)).toEqual([]);
  await comer(world, { places: ["press"] });
  world.pass(600);
  await keep(world);
  expect((await heardSince(2))[0]).toBe("organisers-approval 2 desk@example.org");
});

test("runs beside one another tell organisers once", async () => {
  await comer(world, { places: ["press"] });
  world.pass(60);
  await Promise.all([keep(world), keep(world), keep(world)]);
  expect(await toOrganisers()).toHaveLength(2);
});

test("organisers hear how many mailboxes refuse the mail of their event", async () => {
  const contact = { name: "Aigul", email: "gone@example.org" };
  await comer(world, { contact });
  const refusing = mailboxes(world.client, world.table);
  await refusing.refuse("gone@example.org", { reason: "bounce", at: world.instant() });
  await refusing.refuse("of-no-event@example.org", { reason: "bounce", at: world.instant() });
  world.pass(60);
  await keep(world);
  expect((await heardSince(0))[1]).toBe("organisers-bounced 1 press@example.org");
});

test("a digest comes at eight in the morning at the event, and only when a number is another", async () => {
  world.now = Date.parse("2027-06-02T02:59:00Z"); // 07:59 in Almaty
  await comer(world);
  await keep(world);
  expect(await heardSince(0)).toEqual([]);
  world.now = Date.parse("2027-06-02T03:00:00Z");
  await keep(world);
  await keep(world);
  expect(await heardSince(0)).toEqual([
    "organisers-digest 1 desk@example.org",
    "organisers-digest 1 press@example.org",
  ]);
  expect((await toOrganisers())[0]?.news?.places[0]).toMatchObject({
    place: "hall",
    seats: { taken: 1, capacity: 2 },
    states: [{ state: "confirmed", bookings: 1 }],
  });
  world.pass(86_400);
  await keep(world);
  expect(await toOrganisers()).toHaveLength(2);
});

test("an event that names no organisers tells nobody", async () => {
  const silent = { ...world.event, id: "0a1b2c3d-4e5f-4678-9abc-def012345678", organisers: undefined };
  const { organisers: _, ...event } = silent;
  await comer(world, { people: people(2) }, world.event);
  await keep(world, event);
  expect(await toOrganisers()).toEqual([]);
});
