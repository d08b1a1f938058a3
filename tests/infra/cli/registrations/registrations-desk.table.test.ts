import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { askForAddress, changeAddress } from "../../../../functions/workflows/registration/change-address.ts";
import { openRegistration } from "../../../../functions/workflows/registration/open-registration.ts";
import { cancel } from "../../../../functions/workflows/registration/self-service.ts";
import { add } from "../../../../infra/cli/registrations/add-act.ts";
import { edit, move } from "../../../../infra/cli/registrations/change-acts.ts";
import { list } from "../../../../infra/cli/registrations/read-acts.ts";
import type { Desk } from "../../../../infra/cli/registrations/registrations-target.ts";
import { askingPeople } from "../../../worlds/registration/asking-people.ts";
import {
  bookingOf,
  comer,
  keep,
  kinds,
  registrationOf,
  stateOf,
  submitter,
} from "../../../worlds/registration/housekeeping.ts";
import {
  everything,
  gathered,
  type RegisteringWorld,
  registeringWorld,
} from "../../../worlds/registration/registering.ts";
import { eventOf, people, placeOf } from "../../../worlds/registration/registration-events.ts";
import { violations } from "../../../worlds/registration/registration-invariants.ts";
import { BECAUSE, deskIn, SLUG, scanned } from "../../../worlds/registration/registrations-desk.ts";

let world: RegisteringWorld;
let desk: Desk;
beforeEach(async () => {
  world = await registeringWorld(
    eventOf([placeOf("hall", { capacity: 2 }), placeOf("press", { capacity: 3, approval: true })]),
  );
  desk = deskIn(world);
});

const DANA = { ...BECAUSE, name: "Dana Serik" };
const BY_MAIL = { ...DANA, email: "dana@example.org" };
const ON_PURPOSE = "sent by the ministry";
const idIn = (said: string) => /[0-9a-f-]{36}/.exec(said)?.[0] ?? "";
const logged = async () => (await gathered(desk.log.all())).map(({ what, who }) => `${who}: ${what}`);

function outFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "pass-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "pass.html");
}

describe("what each person is asked", () => {
  const answersOf = async (other: RegisteringWorld) =>
    (await other.all()).flatMap(({ bookings }) => bookings.flatMap(({ participants }) => participants));

  test("is said for people who are added, corrected and taken out, with a mail that repeats nothing", async () => {
    const other = await registeringWorld(askingPeople());
    const theirs = deskIn(other);
    const said = await add(
      theirs,
      { ...BY_MAIL, answer: ["Dana Serik: position=Judge", "Dana Serik: visa=no"] },
      [SLUG, "partners"],
    );
    expect(await answersOf(other)).toMatchObject([{ answers: { position: "Judge", visa: "no" } }]);
    const change = { ...BECAUSE, answer: ["Dana Serik: position=President", "Dana Serik: visa="] };
    expect(await edit(theirs, change, [SLUG, idIn(said)])).toContain(
      "Corrected: Dana Serik, people. An email says so.",
    );
    const [after] = await answersOf(other);
    expect(after?.answers).toEqual({ position: "President" });
    const [, mail] = await other.mails();
    expect(mail).toMatchObject({ kind: "changed", details: ["people"] });
    expect(mail).not.toHaveProperty("booking");
    expect(await edit(theirs, change, [SLUG, idIn(said)])).toContain("It said so before");
  });

  test("is refused where no place asks it, or where it is no answer", async () => {
    const said = await add(desk, BY_MAIL, [SLUG, "press"]);
    const editing = (...answer: string[]) => edit(desk, { ...BECAUSE, answer }, [SLUG, idIn(said)]);
    await expect(editing("Dana Serik: position=Judge")).rejects.toThrow("nobody is asked for position here");
    await expect(editing("Dana Serik=Judge")).rejects.toThrow("does not say whose answer to what it is");
  });
});

describe("someone who is added at the desk", () => {
  test("is confirmed at once, told by mail, and in the log with who added them", async () => {
    const said = await add(desk, BY_MAIL, [SLUG, "press"]);
    expect(said).toMatch(/^Added: [0-9a-f-]{36}, press, 1 seat, Dana Serik\. An email says so\.\n$/);
    const id = idIn(said);
    expect(await stateOf(world, { id }, "press")).toBe("confirmed");
    expect(await kinds(world)).toEqual(["confirmed"]);
    expect(await logged()).toEqual([`press@desk: add ${SLUG} press ${id}`]);
    expect(await violations(world, new Map())).toEqual([]);
  });

  test("without an address has the pass in a file, no mail and no lock, and is reminded by nobody", async () => {
    const out = outFile();
    const said = await add(desk, { ...DANA, language: "kk", out }, [SLUG, "hall"]);
    const of = { id: idIn(said) };
    const page = readFileSync(out, "utf8");
    expect(page).toContain('<html lang="kk"');
    expect(page).toContain("data:image/png;base64,");
    expect(page).toContain((await bookingOf(world, of)).participants[0]?.pass);
    const token = /registration\/([\w-]{75})/.exec(page)?.[1] ?? "";
    expect((await openRegistration(world.dependencies, token))?.registration.id).toBe(of.id);
    world.now = Date.parse(world.event.start) - 3600_000;
    await keep(world);
    expect(await kinds(world)).toEqual([]);
    const keys = (await everything(world.client, world.table)).map(({ pk }) => pk?.S ?? "");
    expect(keys.filter((pk) => pk.startsWith("address#"))).toEqual([]);
    expect(await list(desk, BECAUSE, [SLUG])).toContain("Dana Serik no address, telephone unknown");
    const pass = (await bookingOf(world, of)).participants[0]?.pass ?? "";
    expect(await scanned(desk, pass)).toMatch(/^YES/);
  });

  test("without an address is not added twice by a command that was interrupted, and is on purpose", async () => {
    const id = idIn(await add(desk, { ...DANA, out: outFile() }, [SLUG, "hall"]));
    const again = (values: Partial<typeof DANA> & { again?: boolean }) =>
      add(desk, { ...DANA, ...values, out: outFile() }, [SLUG, "hall"]);
    await expect(again({})).rejects.toMatchObject({
      code: "person-added",
      message: `Dana Serik was added at hall before, without an address: ${id}.`,
    });
    expect(await world.all()).toHaveLength(1);
    await add(desk, { ...DANA, out: outFile() }, [SLUG, "press"]);
    await again({ again: true });
    await expect(again({ name: "Dana Serikkyzy" })).rejects.toMatchObject({ code: "place-full" });
    expect(await world.all()).toHaveLength(3);
  });

  test("without an address is erased when the time has come, like everybody", async () => {
    await add(desk, { ...DANA, out: outFile() }, [SLUG, "hall"]);
    world.pass(365 * 86_400);
    await keep(world);
    expect(await world.all()).toEqual([]);
  });

  test("without an address adds one by the link of the pass, and gets mail from then on", async () => {
    const said = await add(desk, { ...DANA, out: outFile() }, [SLUG, "hall"]);
    const of = { event: world.event, id: idIn(said) };
    await askForAddress(world.dependencies, of, "dana@example.org");
    await changeAddress(world.dependencies, of);
    expect((await registrationOf(world, of)).contact.email).toBe("dana@example.org");
    expect(await kinds(world)).toEqual(["verify-address", "changed"]);
    expect(await violations(world, new Map())).toEqual([]);
  });

  test("gets no seat beyond the capacity unless on purpose, and then it is said by how many", async () => {
    await comer(world, { people: people(2) });
    const two = { ...BY_MAIL, person: ["Dana Serik", "Erlan"] };
    await expect(add(desk, two, [SLUG, "hall"])).rejects.toMatchObject({
      code: "place-full",
      message: "hall has 0 free of 2 seats, 0 bookings wait, and this takes 2.",
      help: "With a reason it is done all the same, 2 beyond the capacity.",
    });
    const said = await add(desk, { ...two, reason: ON_PURPOSE }, [SLUG, "hall"]);
    expect(said).toContain("The place is 2 seats over its capacity now.");
    expect(await world.seats("hall")).toMatchObject({ capacity: 2, taken: 4, waiting: 0 });
    expect((await logged()).some((each) => each.endsWith(`on purpose: ${ON_PURPOSE}`))).toBe(true);
  });

  test("comes before those who wait only on purpose", async () => {
    const first = await comer(world);
    await comer(world, { people: people(2) });
    await expect(add(desk, BY_MAIL, [SLUG, "hall"])).rejects.toMatchObject({
      code: "place-full",
      message: "hall has 1 free of 2 seats, 1 bookings wait, and this takes 1.",
    });
    const said = await add(desk, { ...BY_MAIL, reason: ON_PURPOSE }, [SLUG, "hall"]);
    expect(said).toContain("Others wait, and come after this.");
    expect(await stateOf(world, first)).toBe("confirmed");
    expect(await violations(world, new Map([["hall", 2]]))).toEqual([]);
  });

  test("ends what nobody has proven under the address, and is refused where somebody has", async () => {
    const contact = { name: "Dana", email: BY_MAIL.email };
    const unproven = await submitter(world, { contact });
    const id = idIn(await add(desk, BY_MAIL, [SLUG, "press"]));
    expect(await stateOf(world, unproven)).toBe("expired");
    await expect(add(desk, BY_MAIL, [SLUG, "hall"])).rejects.toMatchObject({
      code: "address-taken",
      message: `Whoever has this address is registered already: ${id}.`,
    });
    expect(await violations(world, new Map())).toEqual([]);
  });

  test("is refused with every mistake in what was typed", async () => {
    const wrong = { ...BY_MAIL, name: "see www.example.org", email: "dana", phone: "call me" };
    await expect(add(desk, wrong, [SLUG, "hall"])).rejects.toMatchObject({
      code: "option-invalid",
      message: expect.stringMatching(/--name: .*--email: .*--phone: /),
    });
  });
});

describe("a booking that is moved", () => {
  test("takes seats there and frees them here, with one mail for each calendar entry, and its pass stays valid", async () => {
    const of = await comer(world, { people: people(2) });
    const waits = await comer(world);
    const pass = (await bookingOf(world, of)).participants[0]?.pass ?? "";
    const said = await move(desk, BECAUSE, [SLUG, of.id, "press"]);
    expect(said).toBe("Moved from hall: press, 2 seats, Aigul Serik. An email says so.\n");
    expect([await stateOf(world, of, "hall"), await stateOf(world, of, "press")]).toEqual([
      "cancelled",
      "confirmed",
    ]);
    expect(await stateOf(world, waits)).toBe("offered");
    expect(await kinds(world, of)).toEqual(["verify", "confirmed", "moved", "moved-from"]);
    expect(await scanned(desk, pass)).toBe("YES  Person 1, Place press (en)");
    expect(await move(desk, { ...BECAUSE, place: "hall" }, [SLUG, of.id, "press"])).toContain("moved before");
    expect(await violations(world, new Map())).toEqual([]);
  });

  test("leaves who is not named where they are", async () => {
    const of = await comer(world, { people: people(2) });
    await move(desk, { ...BECAUSE, person: ["Person 2"] }, [SLUG, of.id, "press"]);
    const names = async (place: string) =>
      (await bookingOf(world, of, place)).participants.map(({ name }) => name);
    expect([await names("hall"), await names("press")]).toEqual([["Person 1"], ["Person 2"]]);
    expect((await kinds(world, of)).slice(2)).toEqual(["moved", "changed"]);
    await expect(
      move(desk, { ...BECAUSE, place: "hall", person: ["Nobody"] }, [SLUG, of.id, "press"]),
    ).rejects.toMatchObject({ code: "person-unknown" });
    await move(desk, { ...BECAUSE, place: "hall" }, [SLUG, of.id, "press"]);
    expect(await names("press")).toEqual(["Person 2", "Person 1"]);
    expect(await violations(world, new Map())).toEqual([]);
  });

  test("goes beyond the capacity only on purpose", async () => {
    const of = await comer(world, { places: ["press"], people: people(2) });
    await comer(world);
    await expect(move(desk, BECAUSE, [SLUG, of.id, "hall"])).rejects.toMatchObject({ code: "place-full" });
    const said = await move(desk, { ...BECAUSE, reason: ON_PURPOSE }, [SLUG, of.id, "hall"]);
    expect(said).toContain("The place is 1 seat over its capacity now.");
    expect(await world.seats("press")).toMatchObject({ taken: 0 });
    expect(await stateOf(world, of, "hall")).toBe("confirmed");
  });

  test("by a command that is stale is told what happened meanwhile, and nothing is changed", async () => {
    const of = await comer(world);
    await cancel(world.dependencies, of, []);
    await expect(move(desk, { ...BECAUSE, was: "confirmed" }, [SLUG, of.id, "press"])).rejects.toMatchObject({
      code: "booking-changed",
      help: expect.stringContaining("--was cancelled"),
    });
    expect(await world.seats("press")).toMatchObject({ taken: 0 });
  });
});

describe("a registration that is edited", () => {
  test("says what was corrected, keeps the pass, and is told by mail where a pass is another", async () => {
    const of = await comer(world);
    const pass = (await bookingOf(world, of)).participants[0]?.pass;
    const phone = { ...BECAUSE, phone: "+7 701 000 00 00" };
    expect(await edit(desk, phone, [SLUG, of.id])).toBe("Corrected: Aigul Serik, phone.\n");
    expect(await edit(desk, phone, [SLUG, of.id])).toContain("It said so before");
    const renaming = { ...BECAUSE, person: ["Aigul Serik=Aigul Serikova"], badge: ["Aigul Serik=A. S."] };
    expect(await edit(desk, renaming, [SLUG, of.id])).toContain("An email says so.");
    expect((await bookingOf(world, of)).participants).toEqual([
      { pass, name: "Aigul Serikova", badge: "A. S." },
    ]);
    expect(await kinds(world, of)).toEqual(["verify", "confirmed", "changed"]);
    await edit(desk, { ...BECAUSE, phone: "" }, [SLUG, of.id]);
    expect((await registrationOf(world, of)).contact.phone).toBeUndefined();
    expect(await logged()).toContain(`press@desk: edit ${SLUG} ${of.id}: phone`);
  });

  test("by a command that is stale, or about nobody who comes, changes nothing", async () => {
    const of = await comer(world);
    await expect(
      edit(desk, { ...BECAUSE, was: "pending", phone: "+7 701 000 00 00" }, [SLUG, of.id]),
    ).rejects.toMatchObject({ code: "booking-changed" });
    await expect(
      edit(desk, { ...BECAUSE, person: ["Nobody=Somebody"] }, [SLUG, of.id]),
    ).rejects.toMatchObject({ code: "person-unknown" });
    expect((await registrationOf(world, of)).version).toBe(2);
  });
});
