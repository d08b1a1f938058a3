import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { addSeconds } from "../../../../functions/domain/instant.ts";
import { invitedId } from "../../../../functions/domain/registration/invitation.ts";
import { mailboxes } from "../../../../functions/storage/registrations/mailboxes.ts";
import { erase } from "../../../../functions/workflows/registration/erase.ts";
import { handOn, refuseInvitation } from "../../../../functions/workflows/registration/invitations.ts";
import { acceptOffer } from "../../../../functions/workflows/registration/self-service.ts";
import { inviteList, uninvite } from "../../../../infra/cli/registrations/guest-acts.ts";
import { invitations } from "../../../../infra/cli/registrations/invitations-act.ts";
import type { Desk } from "../../../../infra/cli/registrations/registrations-target.ts";
import {
  comer,
  keep,
  kinds,
  registrationOf,
  stateOf,
  submitter,
} from "../../../worlds/registration/housekeeping.ts";
import {
  gathered,
  type RegisteringWorld,
  registeringWorld,
} from "../../../worlds/registration/registering.ts";
import { eventOf, OPENED, placeOf } from "../../../worlds/registration/registration-events.ts";
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
const answers = async () => {
  const { people } = JSON.parse(await invitations(desk, { ...GUESTS, place: undefined, json: true }, [SLUG]));
  return Object.fromEntries(
    people.map(({ name, answer }: { name: string; answer: string }) => [name, answer]),
  );
};

describe("a list of people who are invited", () => {
  test("holds a seat for each and writes to each, with who invites and why", async () => {
    const said = await send(CSV, { by: "The Academy", language: "kk" });
    expect(said).toMatch(/^Invited: 2 guests to hall\. Seats are held until 29 July 2027/);
    expect(await kinds(world)).toEqual(["invitation", "invitation"]);
    expect((await world.seats("hall")).taken).toBe(2);
    const { contact, language, bookings } = await registrationOf(world, of(DANA));
    expect([contact, language]).toEqual([{ name: "Dana Serik", email: DANA, organisation: "Academy" }, "kk"]);
    expect(bookings[0]?.invitation).toMatchObject({ by: "The Academy", source: GUESTS.consent });
    const logged = (await gathered(desk.log.all())).map(({ what }) => what);
    expect(logged).toEqual([expect.stringMatching(/^invite world-day-2027 hall list [0-9a-f]{12}$/)]);
  });

  test("sent again asks nobody twice, however an address is written, whatever was answered", async () => {
    await send();
    await refuseInvitation(world.dependencies, of(DANA), "hall");
    const said = await send(CSV.replace(DANA, "DANA@example.org"));
    expect(said).toContain("Invited: 0 guests");
    expect(said).toContain("Asked before, and not again: 2 guests.");
    expect(await kinds(world)).toEqual(["invitation", "invitation"]);
    expect(await desk.lists.of(world.event.id)).toHaveLength(1);
  });

  test("asks nobody again who has deleted themselves", async () => {
    await send();
    await erase(world.dependencies, of(DANA), { tells: false });
    expect(await send()).toContain("Asked before, and not again: 2 guests.");
    expect((await world.all()).map(({ contact }) => contact.name)).toEqual(["Asel Aman"]);
  });

  test("asks an address once that stands on it twice", async () => {
    expect(await send(`${CSV}Dana S;dana@example.org;\n`)).toContain(
      "Twice on the list, and asked once: 1 guest.",
    );
    expect((await world.seats("hall")).taken).toBe(2);
  });

  test("that is larger than the place, or has a line without an address, asks nobody", async () => {
    const four = `${CSV}Third One;c@example.org;\nFourth One;d@example.org;\n`;
    await expect(send(four)).rejects.toMatchObject({ code: "place-full", detail: { field: "list" } });
    const wrong = send(`${CSV}Third One;;\nFourth One;d@;\n`);
    await expect(wrong).rejects.toMatchObject({
      code: "option-invalid",
      message: expect.stringMatching(/Third One: has no email address\. Fourth One: /),
    });
    expect([await kinds(world), (await world.seats("hall")).taken]).toEqual([[], 0]);
  });

  test("leaves out whoever is registered, and ends what nobody has proven under an address", async () => {
    await comer(world, { contact: { name: "Dana Serik", email: DANA } });
    const typed = await submitter(world, { contact: { name: "Somebody", email: ASEL } });
    expect(await send()).toContain("Not invited: Dana Serik: is registered already.");
    expect(process.exitCode).toBe(1);
    expect(await stateOf(world, typed)).toBe("expired");
    expect(await stateOf(world, of(ASEL))).toBe("offered");
  });

  test("and newcomers at the same moment never take more seats than there are", async () => {
    const three = `${CSV}Third One;c@example.org;\n`;
    const newcomers = [1, 2, 3].map(() => comer(world));
    const [said] = await Promise.allSettled([send(three), ...newcomers]);
    expect((await world.seats("hall")).taken).toBeLessThanOrEqual(3);
    if (said.status === "rejected") expect(said.reason).toMatchObject({ code: "place-full" });
  });

  test("is asked about at a terminal, and a no there asks nobody", async () => {
    desk = { ...desk, confirmed: async () => false };
    expect(await send()).toBe("Nobody was invited.\n");
    expect(await kinds(world)).toEqual([]);
  });
});

describe("an invitation", () => {
  test("that is accepted is confirmed at once, where approval is asked as well", async () => {
    await send(CSV, { place: "press" });
    await acceptOffer(world.dependencies, of(DANA, "press"), "press");
    expect(await stateOf(world, of(DANA, "press"), "press")).toBe("confirmed");
    expect((await kinds(world)).filter((kind) => kind === "confirmed")).toHaveLength(1);
  });

  test("holds the seat until its date whether or not anything runs, ends without a mail, and reminds once", async () => {
    await send(CSV, { "hold-until": HELD, remind: "2027-06-11" });
    await acceptOffer(world.dependencies, of(ASEL), "hall");
    world.now = Date.parse("2027-06-11T03:59:00Z");
    expect((await keep(world)).reminded).toBe(0);
    world.pass(60); // nine in the morning of Almaty
    expect((await keep(world)).reminded).toBe(1);
    world.pass(120);
    expect((await keep(world)).reminded).toBe(0);
    const reminders = (await world.mails()).filter(({ kind }) => kind === "invitation-reminder");
    expect(reminders.map(({ to }) => to)).toEqual([DANA]);
    world.now = Date.parse("2027-06-21T18:59:59Z"); // the end of that day
    await expect(acceptOffer(world.dependencies, of(DANA), "hall")).rejects.toMatchObject({
      code: "booking-ended",
    });
    await keep(world);
    expect(await answers()).toEqual({ "Dana Serik": "late", "Asel Aman": "yes" });
    expect((await kinds(world)).filter((kind) => kind === "expired")).toEqual([]);
    expect((await world.seats("hall")).taken).toBe(1);
  });

  test("that is refused frees the seat without a mail; a stale yes or no is told what happened", async () => {
    await send();
    await refuseInvitation(world.dependencies, of(DANA), "hall");
    await refuseInvitation(world.dependencies, of(DANA), "hall");
    await acceptOffer(world.dependencies, of(ASEL), "hall");
    const stale = { code: "booking-changed" };
    await expect(acceptOffer(world.dependencies, of(DANA), "hall")).rejects.toMatchObject(stale);
    await expect(refuseInvitation(world.dependencies, of(ASEL), "hall")).rejects.toMatchObject(stale);
    expect(await answers()).toEqual({ "Dana Serik": "no", "Asel Aman": "yes" });
    expect((await kinds(world)).toSorted()).toEqual(["confirmed", "invitation", "invitation"]);
  });

  test("is handed on once, with its seat: the other person is asked, and hands nothing on", async () => {
    await world.setCapacity("hall", 2);
    await send();
    const bolat = { place: "hall", name: "Bolat Omarov", email: "bolat@example.org" };
    await handOn(world.dependencies, of(DANA), bolat);
    expect((await world.seats("hall")).taken).toBe(2);
    const [mail] = (await world.mails()).filter(({ to }) => to === bolat.email);
    expect(mail?.booking?.invitation?.handedFrom).toBe("Dana Serik");
    const once = { code: "invitation-handed-on" };
    await expect(handOn(world.dependencies, of(DANA), bolat)).rejects.toMatchObject(once);
    await expect(
      handOn(world.dependencies, of(bolat.email), { ...bolat, email: "else@example.org" }),
    ).rejects.toMatchObject(once);
    await acceptOffer(world.dependencies, of(bolat.email), "hall");
    expect(await answers()).toEqual({
      "Dana Serik": "handed-on",
      "Asel Aman": "asked",
      "Bolat Omarov": "yes",
    });
  });

  test("that is handed on to somebody registered or asked frees the seat and asks nobody again", async () => {
    await comer(world, { contact: { name: "Bolat", email: "bolat@example.org" } });
    await send();
    const before = (await kinds(world)).length;
    await handOn(world.dependencies, of(DANA), { place: "hall", name: "Bolat", email: "bolat@example.org" });
    await handOn(world.dependencies, of(ASEL), { place: "hall", name: "Dana", email: DANA });
    expect((await kinds(world)).length).toBe(before);
    expect((await world.seats("hall")).taken).toBe(1);
  });

  test("is not handed on to an address to which no more mail may go today, and stays as it is", async () => {
    await send();
    const limits = { ...world.dependencies.limits, within: async () => false };
    const bolat = { place: "hall", name: "Bolat Omarov", email: "bolat@example.org" };
    const refused = handOn({ ...world.dependencies, limits }, of(DANA), bolat);
    await expect(refused).rejects.toMatchObject({ code: "address-limit" });
    expect(await answers()).toEqual({ "Dana Serik": "asked", "Asel Aman": "asked" });
  });

  test("that two answer at once is one answer", async () => {
    await send();
    const bolat = { place: "hall", name: "Bolat Omarov", email: "bolat@example.org" };
    const outcomes = await Promise.allSettled([
      handOn(world.dependencies, of(DANA), bolat),
      acceptOffer(world.dependencies, of(DANA), "hall"),
      refuseInvitation(world.dependencies, of(DANA), "hall"),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("taking invitations back", () => {
  test("frees the seats of a whole list that nobody has answered, and writes to nobody", async () => {
    await send();
    await acceptOffer(world.dependencies, of(ASEL), "hall");
    const mails = await kinds(world);
    const [list] = await desk.lists.of(world.event.id);
    const said = await uninvite(desk, GUESTS, [SLUG, list?.id ?? ""]);
    expect(said).toMatch(/^Taken back: 1 invitation; .* as it was: 1\.\n$/);
    expect(await answers()).toEqual({ "Dana Serik": "withdrawn", "Asel Aman": "yes" });
    expect(await kinds(world)).toEqual(mails);
    const stale = acceptOffer(world.dependencies, of(DANA), "hall");
    await expect(stale).rejects.toMatchObject({ code: "booking-state" });
  });

  test("frees the seat of one person by the id of the invitation", async () => {
    await send();
    expect(await uninvite(desk, GUESTS, [SLUG, of(DANA).id])).toMatch(/^Taken back: 1 invitation;/);
    expect((await world.seats("hall")).taken).toBe(1);
    const unknown = uninvite(desk, GUESTS, [SLUG, "nothing"]);
    await expect(unknown).rejects.toMatchObject({ code: "registration-unknown" });
  });
});

describe("the export of invitations", () => {
  test("has every answer, neutral to spreadsheets, and marks mail that comes back", async () => {
    await send(CSV.replace("Academy", "=1+1"));
    const refused = { reason: "bounce", at: OPENED } as const;
    await mailboxes(world.client, world.table).refuse(ASEL, refused);
    await refuseInvitation(world.dependencies, of(DANA), "hall");
    const rows = (await invitations(desk, { ...GUESTS, place: undefined }, [SLUG])).trim().split("\r\n");
    expect(rows).toHaveLength(3);
    expect(rows.find((row) => row.includes(DANA))).toContain(`"'=1+1","no"`);
    expect(rows.find((row) => row.includes(ASEL))).toMatch(/"asked".*"bounce"$/);
  });

  test("as JSON counts the answers of each list and says where it comes from and when it ends", async () => {
    await send(CSV, { until: "2027-08-10" });
    const { lists } = JSON.parse(await invitations(desk, { ...GUESTS, json: true }, [SLUG]));
    expect(lists).toEqual([
      expect.objectContaining({
        place: "hall",
        by: "International Organization for Migration",
        source: GUESTS.consent,
        until: "2027-08-10T18:59:59Z",
        invited: 2,
        answers: expect.objectContaining({ asked: 2, yes: 0 }),
      }),
    ]);
  });
});

describe("the end of a list", () => {
  test("erases names and addresses of everyone who does not come, and keeps who does", async () => {
    await send(CSV, { "hold-until": HELD, until: "2027-07-01" });
    await acceptOffer(world.dependencies, of(ASEL), "hall");
    world.now = Date.parse("2027-07-01T19:00:00Z");
    await keep(world);
    expect((await world.all()).map(({ contact }) => contact.name)).toEqual(["Asel Aman"]);
    expect(JSON.stringify(await desk.lists.of(world.event.id))).not.toMatch(/Dana|@/);
  });

  test("comes at the latest with everything of the event, and cannot come before seats are free", async () => {
    const end = addSeconds(world.event.end, 90 * 86_400);
    await send();
    const [list] = await desk.lists.of(world.event.id);
    expect(list?.until).toBe(end);
    for (const until of ["2027-06-20", "2030-01-01"])
      await expect(send(CSV, { consent: "Another.", "hold-until": HELD, until })).rejects.toMatchObject({
        code: "option-invalid",
      });
  });
});
