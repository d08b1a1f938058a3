import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { actIn, requireTaken } from "../../../../infra/cli/registrations/act.ts";
import { csv } from "../../../../infra/cli/registrations/csv.ts";
import * as decide from "../../../../infra/cli/registrations/decide-acts.ts";
import { invitations } from "../../../../infra/cli/registrations/invitations-act.ts";
import * as read from "../../../../infra/cli/registrations/read-acts.ts";
import type { Desk } from "../../../../infra/cli/registrations/registrations-target.ts";
import { askingPeople } from "../../../worlds/registration/asking-people.ts";
import { comer } from "../../../worlds/registration/housekeeping.ts";
import {
  gathered,
  type RegisteringWorld,
  registeringWorld,
} from "../../../worlds/registration/registering.ts";
import { eventOf, placeOf } from "../../../worlds/registration/registration-events.ts";
import { BECAUSE, deskIn, NOTHING, SLUG } from "../../../worlds/registration/registrations-desk.ts";

let world: RegisteringWorld;
let desk: Desk;
let id: string;
beforeEach(async () => {
  world = await registeringWorld(
    eventOf([placeOf("press", { approval: true, people: { position: "optional" } })]),
  );
  desk = deskIn(world);
  const contact = {
    name: "Aigul",
    email: "aigul@example.org",
    phone: "+7 701 000 00 00",
    pressCard: "KZ 77",
  };
  const people = [{ name: "Aigul" }, { name: "Dana", badge: "D.", answers: { position: "Editor" } }];
  ({ id } = await comer(world, { places: ["press"], contact, people, needs: "A ramp" }));
});

test("what people need is in no list, and says how to ask back where it is told", async () => {
  for (const told of [
    await read.list(desk, { ...BECAUSE, json: true }, [SLUG]),
    await read.exported(desk, BECAUSE, [SLUG]),
    await read.door(desk, BECAUSE, [SLUG]),
  ])
    expect(told).not.toContain("ramp");
  expect(await read.needs(desk, BECAUSE, [SLUG])).toBe(
    "Aigul <aigul@example.org> +7 701 000 00 00 (press): A ramp\n",
  );
});

test("what is to be decided is listed with what one decides by", async () => {
  const listed = await read.list(desk, { ...BECAUSE, in: "pending" }, [SLUG]);
  expect(listed.split("\n").slice(1)).toEqual([
    "    people: Aigul, Dana (badge: D.; Position: Editor)",
    "    press card: KZ 77; telephone: +7 701 000 00 00",
    "    submitted: 1 June 2027, 10:00 (UTC+05:00)",
    "",
  ]);
});

describe("a spreadsheet", () => {
  test("has a line break within a cell, and no formula after one", () => {
    const text = csv([["a\n=1+1", "b\r\n@x", "c\r-y\n+7 701 1"]]);
    expect(text).toBe(`\ufeff"a\n'=1+1","b\n'@x","c\n'-y\n+7 701 1"\r\n`);
    expect(parse(text, { bom: true })).toEqual([["a\n'=1+1", "b\n'@x", "c\n'-y\n+7 701 1"]]);
  });

  test("has no formula where a spreadsheet of another country sees a cell begin, and keeps telephones there", () => {
    const cells = ["a;=1+1", "b,@x", "c\t-y", "d;+7 701 1"];
    const read = (separator: "," | ";" | "\t") =>
      parse(csv([cells], separator), { bom: true, delimiter: separator })[0];
    expect(read(",")).toEqual(["a;'=1+1", "b,@x", "c\t'-y", "d;+7 701 1"]);
    expect(read(";")).toEqual(["a;=1+1", "b,'@x", "c\t'-y", "d;+7 701 1"]);
    expect(read("\t")).toEqual(["a;'=1+1", "b,'@x", "c\t-y", "d;+7 701 1"]);
  });

  test("is split at semicolons or tabs where that was asked for, with formulas and telephones as ever", async () => {
    const rows = async (values: typeof BECAUSE, delimiter: string): Promise<string[][]> =>
      parse(await read.exported(desk, values, [SLUG]), { bom: true, delimiter });
    const commas = await rows(BECAUSE, ",");
    expect(commas[1]).toContain("+7 701 000 00 00");
    expect(await rows({ ...BECAUSE, separator: ";" }, ";")).toEqual(commas);
    expect(await rows({ ...BECAUSE, separator: "tab" }, "\t")).toEqual(commas);
    const counted = await rows({ ...BECAUSE, separator: ";", for: "Ministry" }, ";");
    expect(counted[0]).toEqual(["place", "state", "bookings", "seats", "came", "not coming"]);
    const guests = await invitations(desk, { ...BECAUSE, separator: ";" }, [SLUG]);
    expect(guests).toMatch(/^\ufeff"list";"invitation";"place";/);
  });

  test("that is written to a file says what Excel in Russian or Kazakh needs, unless that was given", async () => {
    const folder = mkdtempSync(join(tmpdir(), "exports-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const out = join(folder, "people.csv");
    const hint = 'add --separator ";".';
    expect(await read.exported(desk, { ...BECAUSE, out }, [SLUG])).toContain(hint);
    expect(await read.exported(desk, { ...BECAUSE, out, separator: ";" }, [SLUG])).toBe(
      `Written to ${out}.\n`,
    );
    expect(readFileSync(out, "utf8")).toContain('"Aigul";');
  });

  test("an export with an unknown separator, or to a file named as a workbook, is refused", () => {
    for (const act of ["export", "invitations"]) {
      expect(() => actIn(act, [SLUG], { ...BECAUSE, separator: "|" })).toThrow("--separator: there is no |.");
      expect(() => actIn(act, [SLUG], { ...BECAUSE, out: "people.xlsx" })).toThrow("would be no workbook");
      expect(actIn(act, [SLUG], { ...BECAUSE, separator: "tab", out: "people.csv" })).toBe(act);
    }
    expect(() => actIn("list", [SLUG], { ...BECAUSE, separator: ";" })).toThrow("list takes no --separator.");
  });

  test("has columns of their own for what each person was asked, shown at the door, erased by their own address", async () => {
    const asking = askingPeople();
    const other = await registeringWorld(asking);
    const theirs = deskIn(other);
    const answers = { position: "=Judge", organisation: "Court", email: "dana@example.org", visa: "no" };
    await comer(other, { places: ["partners"], people: [{ name: "Dana", answers }, { name: "Erlan" }] });
    const [head = [], ...rows]: string[][] = parse(await read.exported(theirs, BECAUSE, [SLUG]), {
      bom: true,
    });
    expect(head.slice(-6)).toEqual([
      "car",
      ...["person position", "person organisation", "person email", "visa", "arrival"],
    ]);
    expect(rows.map((row) => row.slice(-5))).toEqual([
      ["'=Judge", "Court", "dana@example.org", "no", ""],
      ["", "", "", "", ""],
    ]);
    expect(await read.door(theirs, BECAUSE, [SLUG])).toContain("<td>Court</td>");
    const erased = await decide.eraseAddress(theirs, BECAUSE, ["DANA@example.org"]);
    expect(erased).toContain("Erased: 0 registrations. Forgotten: what was said of this person");
    expect(await read.exported(theirs, BECAUSE, [SLUG])).not.toContain("Court");
    expect(await decide.eraseAddress(theirs, BECAUSE, ["dana@example.org"])).toContain("Nothing is known");
    const coOrganiser = await read.exported(theirs, { ...BECAUSE, for: "Ministry" }, [SLUG]);
    expect(coOrganiser).not.toContain("Judge");
  });

  test("has times on the clock of the event", async () => {
    const [head = [], row = []]: string[][] = parse(await read.exported(desk, BECAUSE, [SLUG]), {
      bom: true,
    });
    expect(row[head.indexOf("submitted")]).toBe("2027-06-01T10:00:00+05:00");
  });
});

describe("a co-organiser", () => {
  const theirs = { ...BECAUSE, for: "Ministry" };

  test("gets place, name and badge of those confirmed, and nothing else", async () => {
    await decide.grant(desk, BECAUSE, [SLUG, "Ministry"]);
    const rows = async () => parse(await read.exported(desk, theirs, [SLUG]), { bom: true });
    expect(await rows()).toEqual([["place", "name", "badge"]]);
    await decide.approve(desk, NOTHING, [SLUG, id]);
    expect(await rows()).toEqual([
      ["place", "name", "badge"],
      ["press", "Aigul", ""],
      ["press", "Dana", "D."],
    ]);
  });

  test("from whom names are taken back is kept in the log, once", async () => {
    const takeBack = () => decide.takeBackNames(desk, NOTHING, [SLUG, "Ministry"]);
    await expect(takeBack()).rejects.toMatchObject({
      message: `Ministry was not granted the names of ${SLUG}.`,
    });
    await decide.grant(desk, BECAUSE, [SLUG, "Ministry"]);
    await takeBack();
    const kept = await gathered(desk.log.all());
    expect(kept.map(({ what }) => what).sort()).toEqual([
      `grant ${SLUG} to Ministry`,
      `take back ${SLUG} from Ministry`,
    ]);
    await expect(takeBack()).rejects.toMatchObject({ code: "option-invalid" });
  });
});

test("one is counted as one", async () => {
  expect(await read.counts(desk, NOTHING, [SLUG])).toBe(
    "press: 2 of 5 seats taken, 0 bookings waiting\n  pending: 1 booking, 2 seats, 0 came\n",
  );
});

test("erasing without a reason says that it needs one", async () => {
  await expect(decide.eraseAddress(desk, NOTHING, ["aigul@example.org"])).rejects.toMatchObject({
    code: "why-missing",
    message: "What is known of a person is erased for a reason.",
  });
});

test("an act refuses options that mean nothing to it, and says what it takes", () => {
  const takes = { takes: ["json"] } as const;
  expect(() => requireTaken("counts", takes, { ...NOTHING, json: true, stage: "prod" })).not.toThrow();
  expect(() => requireTaken("counts", takes, BECAUSE)).toThrow("counts takes no --why.");
  expect(() => actIn("retention", [SLUG], NOTHING)).toThrow("retention takes nothing after it.");
  expect(() => actIn("list", [SLUG], NOTHING)).toThrow("What is known of people is read for a reason.");
});
