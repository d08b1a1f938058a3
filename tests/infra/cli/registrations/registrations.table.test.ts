import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, test } from "vitest";
import { passText } from "../../../../functions/domain/registration/links/pass.ts";
import { register } from "../../../../functions/workflows/registration/register.ts";
import { verify } from "../../../../functions/workflows/registration/self-service.ts";
import { csv } from "../../../../infra/cli/registrations/csv.ts";
import * as decide from "../../../../infra/cli/registrations/decide-acts.ts";
import * as read from "../../../../infra/cli/registrations/read-acts.ts";
import type { Desk } from "../../../../infra/cli/registrations/registrations-target.ts";
import {
  gathered,
  type RegisteringWorld,
  registeringWorld,
} from "../../../worlds/registration/registering.ts";
import { eventOf, placeOf, submissionOf } from "../../../worlds/registration/registration-events.ts";
import { BECAUSE, deskIn, NOTHING, SLUG, scanned } from "../../../worlds/registration/registrations-desk.ts";

let world: RegisteringWorld;
let desk: Desk;
const submission = submissionOf({
  places: ["press"],
  contact: {
    name: "=cmd|' /C calc'!A0",
    email: "aigul@example.org",
    phone: "+7 701 000 00 00",
    outlet: "Agency",
  },
  people: [{ name: "Aigul Serik" }, { name: "Дана", badge: "D." }],
  needs: "A ramp",
});

beforeEach(async () => {
  world = await registeringWorld(eventOf([placeOf("press", { approval: true })]));
  desk = deskIn(world);
  await register(world.dependencies, world.event, submission);
  await verify(world.dependencies, { event: world.event, id: submission.id });
});

const passes = async () => (await world.all())[0]?.bookings[0]?.participants.map(({ pass }) => pass) ?? [];
const approve = () => decide.approve(desk, NOTHING, [SLUG, submission.id]);

describe("what is known of people", () => {
  test("is listed with what is to be decided, and whose mail comes back", async () => {
    expect(await read.list(desk, BECAUSE, [SLUG])).toContain("press: pending");
    await desk.mailboxes.refuse("aigul@example.org", { reason: "bounce", at: world.instant() });
    expect(await read.list(desk, BECAUSE, [SLUG])).toContain(
      "MAIL REFUSED (bounce): telephone +7 701 000 00 00",
    );
  });

  test("is read for a reason that is kept, with who and what", async () => {
    await read.exported(desk, BECAUSE, [SLUG]);
    expect(await gathered(desk.log.all())).toEqual([
      { at: world.instant(), who: "press@desk", why: "a reason", what: `export ${SLUG}` },
    ]);
  });

  test("goes to a co-organiser as counts, and as names only once that is granted", async () => {
    const theirs = { ...BECAUSE, for: "Ministry" };
    expect(await read.exported(desk, theirs, [SLUG])).not.toContain("Aigul");
    await approve();
    await decide.grant(desk, BECAUSE, [SLUG, "ministry"]);
    expect(await read.exported(desk, theirs, [SLUG])).toContain("Aigul");
    await decide.takeBackNames(desk, NOTHING, [SLUG, "Ministry"]);
    expect(await read.exported(desk, theirs, [SLUG])).not.toContain("Aigul");
  });

  test("is no formula in a spreadsheet, and telephone numbers stay as they were typed", async () => {
    const rows: string[][] = parse(await read.exported(desk, BECAUSE, [SLUG]), { bom: true });
    expect(rows.map((row) => [row[3], row[4]])).toEqual([
      ["name", "badge"],
      ["Aigul Serik", ""],
      ["Дана", "D."],
    ]);
    expect(rows[1]?.[6]).toBe("'=cmd|' /C calc'!A0");
    expect(rows[1]?.[8]).toBe("+7 701 000 00 00");
    expect(parse(csv([["@a", "-1+1", "+1-(2)", "+7=1"]]), { bom: true })).toEqual([
      ["'@a", "'-1+1", "+1-(2)", "'+7=1"],
    ]);
  });

  test("as needs is told apart from every list", async () => {
    expect(await read.needs(desk, BECAUSE, [SLUG])).toContain("A ramp");
    expect(await read.exported(desk, BECAUSE, [SLUG])).not.toContain("A ramp");
  });

  test("is erased by address, however it is spelled, at every event", async () => {
    expect(await decide.eraseAddress(desk, BECAUSE, ["Aigul+press@EXAMPLE.org"])).toContain(
      "Erased: 1 registration",
    );
    expect(await world.all()).toEqual([]);
    expect(await decide.eraseAddress(desk, BECAUSE, ["aigul@example.org"])).toContain("Nothing is known");
  });

  test("is erased by the retention run at its time, and not before", async () => {
    expect(await decide.retention(desk)).toContain("Erased: 0");
    world.now = Date.parse(world.event.end) + 90 * 86_400_000;
    expect(await decide.retention(desk)).toContain("Erased: 1");
  });
});

describe("a decision", () => {
  test("is told by mail with the note of the press office, once", async () => {
    const noted = { ...NOTHING, note: "Bring your card." };
    expect(await decide.approve(desk, noted, [SLUG, submission.id])).toContain("Approved");
    expect(await decide.approve(desk, noted, [SLUG, submission.id])).toContain("before");
    const confirmed = (await world.mails()).filter(({ kind }) => kind === "confirmed");
    expect(confirmed.map(({ note }) => note)).toEqual(["Bring your card."]);
  });

  test("against someone gives the seats free", async () => {
    await decide.decline(desk, NOTHING, [SLUG, submission.id]);
    expect(await world.seats("press")).toMatchObject({ taken: 0 });
  });
});

describe("the door", () => {
  test("admits a pass once, tells since when, and says why not", async () => {
    const [first = ""] = await passes();
    const code = passText({ registration: submission.id, pass: first });
    const said = [await scanned(desk, code)];
    await approve();
    for (const each of [code, code.toLowerCase(), "DATELINE:nobody"]) said.push(await scanned(desk, each));
    expect(said.map((line) => line.slice(0, 4).trim())).toEqual(["NO", "YES", "NO", "NO"]);
    expect(said[0]).toContain("the booking is pending");
    expect(said[2]).toContain("this pass is used");
    const kept = await gathered(desk.log.all());
    expect(kept).toContainEqual(expect.objectContaining({ why: "at the door", who: "press@desk" }));
  });

  test("has a list to print, by the names on the badges", async () => {
    await approve();
    const html = await read.door(desk, BECAUSE, [SLUG]);
    expect([...html.matchAll(/<td>([^<]+)<\/td><td>Agency/g)].map(([, name]) => name)).toEqual([
      "Aigul Serik",
      "D.",
    ]);
  });
});

test("a message to everyone at a place is sent only when it is meant", async () => {
  await approve();
  const asked = { ...NOTHING, place: "press", text: "Doors open at 9:30." };
  expect(await decide.message(desk, asked, [SLUG])).toContain("would go to 1");
  expect((await world.mails()).map(({ kind }) => kind)).not.toContain("message");
  await decide.message(desk, { ...asked, send: true }, [SLUG]);
  expect((await world.mails()).at(-1)).toMatchObject({ kind: "message", note: "Doors open at 9:30." });
  const again = await decide.message(desk, { ...asked, send: true }, [SLUG]);
  expect(again).toBe("Sent to 0 contacts at press. 1 had been told the same before.\n");
  expect((await world.mails()).filter(({ kind }) => kind === "message").length).toBe(1);
});
