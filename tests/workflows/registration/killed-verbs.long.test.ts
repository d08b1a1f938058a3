import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { invitedId } from "../../../functions/domain/registration/invitation.ts";
import { guestSeen } from "../../../functions/domain/registration/links/guest-link.ts";
import type { MailFacts } from "../../../functions/rendering/mail/mail-facts.ts";
import { deliver } from "../../../functions/workflows/deliver/deliver.ts";
import type { WhichRegistration } from "../../../functions/workflows/registration/carry-out.ts";
import { askForAddress, changeAddress } from "../../../functions/workflows/registration/change-address.ts";
import { changeDetails } from "../../../functions/workflows/registration/change-details.ts";
import { erase } from "../../../functions/workflows/registration/erase.ts";
import {
  guestLinksOf,
  makeGuestLinks,
  nameSeat,
  openSeat,
  replaceGuestLink,
  setComing,
} from "../../../functions/workflows/registration/guests.ts";
import { handOn, refuseInvitation } from "../../../functions/workflows/registration/invitations.ts";
import { acceptOffer } from "../../../functions/workflows/registration/self-service.ts";
import { add } from "../../../infra/cli/registrations/add-act.ts";
import { edit, move } from "../../../infra/cli/registrations/change-acts.ts";
import { undo } from "../../../infra/cli/registrations/door-acts.ts";
import { inviteList, uninvite } from "../../../infra/cli/registrations/guest-acts.ts";
import { mortalClient } from "../../worlds/commands/mortal-client.ts";
import { bookingOf, comer, keep, registrationOf, submitter } from "../../worlds/registration/housekeeping.ts";
import { postOffice } from "../../worlds/registration/post-office.ts";
import {
  existing,
  type RegisteringWorld,
  registeringWorld,
  worldIn,
} from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf } from "../../worlds/registration/registration-events.ts";
import { violations } from "../../worlds/registration/registration-invariants.ts";
import { BECAUSE, deskIn, NOTHING, SLUG, scanned } from "../../worlds/registration/registrations-desk.ts";

/** No verb writes more often than that; if one does, the last of its writes are never killed, and the test is red. */
const MOST_WRITES = 40;

const LIST =
  "name;e-mail\nDana Serik;dana@example.org\nAsel Aman;asel@example.org\nBolat Bek;bolat@example.org\n";
const GUESTS = { ...NOTHING, place: "hall", consent: "You asked for it.", why: "guests", yes: true };
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "killed-"));
  writeFileSync(join(folder, "people.csv"), LIST);
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  process.exitCode = 0;
});

const inviteAll = (world: RegisteringWorld) =>
  inviteList(deskIn(world), { ...GUESTS, list: join(folder, "people.csv") }, [SLUG]);
const guest = ({ event }: RegisteringWorld, address = "dana@example.org"): WhichRegistration => ({
  event,
  id: invitedId(event.id, "hall", address),
});
const asked = async (world: RegisteringWorld) => {
  await inviteAll(world);
  return guest(world);
};
const several = (world: RegisteringWorld) =>
  comer(world, { contact: { name: "Aigul", email: "aigul@example.org" }, people: people(3) });

/** A booking of three with a link for each, and another one that waits behind it. */
async function linked(world: RegisteringWorld): Promise<WhichRegistration> {
  const of = await several(world);
  await makeGuestLinks(world.dependencies, of, "hall");
  await comer(world, { contact: { name: "Erlan", email: "erlan@example.org" }, people: people(4) });
  return of;
}

async function firstSeat(world: RegisteringWorld, of: WhichRegistration) {
  const registration = await registrationOf(world, of);
  const [link] = await guestLinksOf(world.dependencies, registration);
  const seat = await openSeat(world.dependencies, link?.token ?? "");
  if (!seat) throw new Error("The link opens nothing.");
  return { secret: seat.secret, seen: guestSeen(registration, seat.participant) };
}

interface Verb {
  /** Brings about what the verb needs. @returns about which registration it is */
  readonly before: (world: RegisteringWorld) => Promise<WhichRegistration>;
  readonly act: (world: RegisteringWorld, of: WhichRegistration) => Promise<unknown>;
}

const DETAILS = { contact: { name: "Aigul Serikkyzy" }, language: "kk", answers: {}, badges: {} } as const;

const VERBS: readonly (readonly [string, Verb])[] = [
  [
    "edit",
    {
      before: several,
      act: (world, { id }) =>
        edit(deskIn(world), { ...BECAUSE, person: ["Person 1=Person One"], name: "Aigul S." }, [SLUG, id]),
    },
  ],
  [
    "add",
    {
      before: several,
      act: (world) =>
        add(deskIn(world), { ...BECAUSE, name: "Erlan Bek", email: "erlan@example.org" }, [SLUG, "press"]),
    },
  ],
  [
    "add of somebody who has submitted a form",
    {
      before: (world) => submitter(world, { contact: { name: "Erlan", email: "erlan@example.org" } }),
      act: (world) =>
        add(deskIn(world), { ...BECAUSE, name: "Erlan Bek", email: "erlan@example.org" }, [SLUG, "press"]),
    },
  ],
  [
    "move of some to another place, behind which others wait",
    {
      before: async (world) => {
        const of = await several(world);
        await comer(world, { contact: { name: "Erlan", email: "erlan@example.org" }, people: people(3) });
        return of;
      },
      act: (world, { id }) =>
        move(deskIn(world), { ...BECAUSE, person: ["Person 1", "Person 2"] }, [SLUG, id, "press"]),
    },
  ],
  [
    "undo",
    {
      before: async (world) => {
        const of = await several(world);
        await scanned(deskIn(world), (await bookingOf(world, of)).participants[0]?.pass ?? "");
        return of;
      },
      act: async (world, of) =>
        undo(deskIn(world), BECAUSE, [SLUG, (await bookingOf(world, of)).participants[0]?.pass ?? ""]),
    },
  ],
  ["invite --list", { before: several, act: inviteAll }],
  [
    "uninvite of a list, behind which others wait",
    {
      before: async (world) => {
        const of = await asked(world);
        await comer(world, { contact: { name: "Erlan", email: "erlan@example.org" }, people: people(4) });
        return of;
      },
      act: async (world, of) => {
        const { invitation } = await bookingOf(world, of);
        return uninvite(deskIn(world), BECAUSE, [SLUG, invitation?.list ?? ""]);
      },
    },
  ],
  [
    "yes to an invitation",
    { before: asked, act: (world, of) => acceptOffer(world.dependencies, of, "hall") },
  ],
  [
    "no to an invitation",
    { before: asked, act: (world, of) => refuseInvitation(world.dependencies, of, "hall") },
  ],
  [
    "somebody else in place of a guest",
    {
      before: asked,
      act: (world, of) =>
        handOn(world.dependencies, of, { place: "hall", name: "Erlan Bek", email: "erlan@example.org" }),
    },
  ],
  [
    "somebody else who has submitted a form",
    {
      before: async (world) => {
        await submitter(world, { contact: { name: "Erlan", email: "erlan@example.org" }, places: ["press"] });
        return asked(world);
      },
      act: (world, of) =>
        handOn(world.dependencies, of, { place: "hall", name: "Erlan Bek", email: "erlan@example.org" }),
    },
  ],
  [
    "a link for each person",
    { before: several, act: (world, of) => makeGuestLinks(world.dependencies, of, "hall") },
  ],
  [
    "another link for one person",
    {
      before: linked,
      act: async (world, of) => {
        const [{ pass = "", guest: link } = {}] = (await bookingOf(world, of)).participants;
        return replaceGuestLink(world.dependencies, of, { pass, seen: link?.nth ?? 0, renews: false });
      },
    },
  ],
  [
    "a badge by the link of a guest",
    {
      before: linked,
      act: async (world, of) => {
        const seat = await firstSeat(world, of);
        return nameSeat(world.dependencies, of, { ...seat, badge: "A." });
      },
    },
  ],
  [
    "a guest who does not come",
    {
      before: linked,
      act: async (world, of) => {
        const seat = await firstSeat(world, of);
        return setComing(world.dependencies, of, { ...seat, isComing: false });
      },
    },
  ],
  [
    "change of details",
    { before: several, act: (world, of) => changeDetails(world.dependencies, of, { details: DETAILS }) },
  ],
  [
    "wish for another address",
    { before: several, act: (world, of) => askForAddress(world.dependencies, of, "new@example.org") },
  ],
  [
    "change of address, under which others submitted forms",
    {
      before: async (world) => {
        const of = await several(world);
        await submitter(world, { contact: { name: "Aigul", email: "new@example.org" }, places: ["press"] });
        await askForAddress(world.dependencies, of, "new@example.org");
        return of;
      },
      act: (world, of) => changeAddress(world.dependencies, of),
    },
  ],
  [
    "deletion, behind which others wait",
    { before: linked, act: (world, of) => erase(world.dependencies, of, { tells: true }) },
  ],
  [
    "housekeeping: a hold ends, others are offered its seats, guests are reminded, organisers hear",
    {
      before: async (world) => {
        const of = await submitter(world, {
          contact: { name: "Aigul", email: "aigul@example.org" },
          people: people(2),
        });
        await asked(world);
        await comer(world, { contact: { name: "Erlan", email: "erlan@example.org" } });
        await comer(world, { contact: { name: "Madina", email: "madina@example.org" } });
        world.now = Date.parse(world.event.start) - 20 * 3600_000;
        return of;
      },
      act: (world) => keep(world),
    },
  ],
  [
    "housekeeping after everything: all is erased and counted",
    {
      before: async (world) => {
        const of = await linked(world);
        world.pass(400 * 86_400);
        return of;
      },
      act: (world) => keep(world),
    },
  ],
];

/** What is stored, without what is drawn at random. */
async function snapshot(world: RegisteringWorld) {
  const registered = await world.all();
  const said = registered.map(({ contact, language, bookings, addressChange, guestKey }) => ({
    contact,
    language,
    asks: addressChange?.email,
    hasKey: guestKey !== undefined,
    bookings: bookings.map(({ place, state, participants, approved, invitation }) => ({
      place,
      state,
      approved,
      handed: invitation && [invitation.handedFrom, invitation.handedOn?.at],
      people: participants.map(({ name, badge, checkedInAt, guest, notComing }) => ({
        name,
        badge,
        checkedInAt,
        nth: guest?.nth,
        opens: guest?.hash !== undefined,
        notComing,
      })),
    })),
  }));
  const own = new Set(registered.map(({ id }) => id));
  const mails = (await world.mails()).filter(({ event }) => event === world.event.id);
  const lists = await deskIn(world).lists.of(world.event.id);
  return {
    said: said.map((each) => JSON.stringify(each)).sort(),
    mails: mails.map(({ to, kind, registration }) => `${kind} ${to} ${own.has(registration)}`).sort(),
    seats: await Promise.all(world.event.places.map(({ id }) => world.seats(id))),
    lists: lists.map(({ invited, ...list }) => ({ ...list, event: "", id: "", invited: invited.length })),
  };
}

const PLACES = [placeOf("hall", { capacity: 6 }), placeOf("press", { capacity: 3, approval: true })];
const ORGANISERS = [{ email: "press@example.org", language: "en" as const }];

test.each(VERBS)(
  "killed at any of its writes and given again, it is done once, with its mail once: %s",
  async (_, { before, act }) => {
    const { client, table } = await registeringWorld(eventOf([]));
    const fresh = async () => {
      const world = await worldIn(client, table, eventOf(PLACES, { organisers: ORGANISERS }));
      return { world, of: await before(world) };
    };
    const undisturbed = await fresh();
    await act(undisturbed.world, undisturbed.of);
    await keep(undisturbed.world);
    const expected = await snapshot(undisturbed.world);

    let survived = false;
    for (let death = 0; death < MOST_WRITES && !survived; death++) {
      const { world, of } = await fresh();
      const dying = existing(mortalClient(death), table, world.event);
      dying.now = world.now;
      survived = await act(dying, of).then(
        (done) => !JSON.stringify((done as { failures?: unknown[] })?.failures ?? []).includes("{}"),
        (error: unknown) => {
          expect(String(error)).toContain("killed");
          return false;
        },
      );
      expect(await violations(world, new Map())).toEqual([]);
      await act(world, of).catch((error: unknown) => {
        if (!(error instanceof Refusal) || error.status >= 500) throw error;
      });
      await keep(world); // offers what a command that died had freed
      expect(await violations(world, new Map())).toEqual([]);
      expect({ death, ...(await snapshot(world)) }).toEqual({ death, ...expected });
    }
    expect(survived).toBe(true);
  },
  180_000,
);

test("mail whose sender is killed at any write is sent, and twice only where it died between sending and noting it", async () => {
  const { client, table } = await registeringWorld(eventOf([]));
  let survived = false;
  for (let death = 0; death < MOST_WRITES && !survived; death++) {
    const world = await worldIn(client, table, eventOf(PLACES));
    const { id } = await several(world);
    const sent: MailFacts[] = [];
    const dying = existing(mortalClient(death), table, world.event);
    dying.now = world.now;
    survived = await deliver(postOffice(dying, sent, { owner: "one that dies" }), id).then(
      () => true,
      () => false,
    );
    const before = sent.length;
    world.pass(3600);
    await deliver(postOffice(world, sent), id);
    await deliver(postOffice(world, sent), id);
    const kinds = sent.map(({ mail }) => mail.kind);
    expect([...new Set(kinds)]).toEqual(["confirmed"]);
    expect(kinds.length).toBeLessThanOrEqual(before > 0 && !survived ? 2 : 1);
  }
  expect(survived).toBe(true);
});
