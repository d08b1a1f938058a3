import { parse } from "csv-parse/sync";
import { getDocumentProxy } from "unpdf";
import { beforeAll, expect, test } from "vitest";
import { LANGUAGES } from "../../../../functions/domain/language.ts";
import { registrationGuestsMessagesOf } from "../../../../functions/rendering/messages/registration-guests-messages-of.ts";
import { badgeAct } from "../../../../infra/cli/registrations/badge-acts.ts";
import * as read from "../../../../infra/cli/registrations/read-acts.ts";
import type { Desk } from "../../../../infra/cli/registrations/registrations-target.ts";
import { bookingOf, comer } from "../../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../../worlds/registration/registering.ts";
import { eventOf, placeOf } from "../../../worlds/registration/registration-events.ts";
import {
  BECAUSE,
  deskIn,
  NOTHING,
  SLUG,
  saysNotComing,
  scanned,
} from "../../../worlds/registration/registrations-desk.ts";

let world: RegisteringWorld;
let desk: Desk;
let id: string;
beforeAll(async () => {
  world = await registeringWorld(eventOf([placeOf("hall")]));
  desk = deskIn(world);
  ({ id } = await comer(world, { people: [{ name: "Asel Aman" }, { name: "Dana Serik" }] }));
  await saysNotComing(world, id, "hall", "Dana Serik");
});

test("whoever said that they do not come has no badge, which is said, and has one with --all", async () => {
  const printed = async (all: boolean) => {
    const pdfs: Uint8Array[] = [];
    const told: string[] = [];
    const heard: Desk = {
      ...desk,
      write: (pdf) => void pdfs.push(pdf),
      warn: (text) => void told.push(text),
    };
    await badgeAct(heard, { ...BECAUSE, paper: "a6", all }, [SLUG]);
    const documents = await Promise.all(pdfs.map((pdf) => getDocumentProxy(new Uint8Array(pdf))));
    return [documents.map(({ numPages }) => numPages), told.join("")];
  };
  const without = "Without 1 guest who said that they do not come; --all has them.";
  expect(await printed(false)).toEqual([[1], without]);
  expect(await printed(true)).toEqual([[2], ""]);
});

test("the door list marks who said that they do not come, and counts them, in the language of the list", async () => {
  for (const source of LANGUAGES) {
    const listed = await read.door({ ...desk, event: async () => ({ ...world.event, source }) }, BECAUSE, [
      SLUG,
    ]);
    const { notComing } = registrationGuestsMessagesOf(source);
    expect(listed).toContain(`<td>Dana Serik<br><em>${notComing}</em></td>`);
    expect(listed).toContain("<td>Asel Aman</td>");
    expect(listed).toContain(`<p>2 (${notComing}: 1) ·`);
  }
});

test("lists, counts and exports tell who said that they do not come", async () => {
  expect(await read.list(desk, BECAUSE, [SLUG])).toContain(
    "hall: confirmed, 2 seats, 1 guest said that they do not come  ",
  );
  expect(await read.counts(desk, NOTHING, [SLUG])).toContain(
    "confirmed: 1 booking, 2 seats, 0 came, 1 said that they do not come\n",
  );
  const column = async (values: typeof BECAUSE) => {
    const [head = [], ...rows]: string[][] = parse(await read.exported(desk, values, [SLUG]), { bom: true });
    return rows.map((row) => row[head.indexOf("not coming")]);
  };
  expect(await column(BECAUSE)).toEqual(["", expect.stringMatching(/^2027-06-01T10:0\d:\d\d\+05:00$/)]);
  expect(await column({ ...BECAUSE, for: "Ministry" })).toEqual(["1"]);
});

test("the pass of somebody who said that they do not come opens the door all the same", async () => {
  const [, dana] = (await bookingOf(world, { id })).participants;
  expect(await scanned(desk, dana?.pass ?? "")).toMatch(/^YES {2}Dana Serik/);
});
