import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { badgeAct } from "../../../../infra/cli/registrations/badge-acts.ts";
import { judgeBadges } from "../../../../infra/cli/registrations/desk-options.ts";
import type { Desk } from "../../../../infra/cli/registrations/registrations-target.ts";
import { comer } from "../../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../../worlds/registration/registering.ts";
import { eventOf, placeOf } from "../../../worlds/registration/registration-events.ts";
import { BECAUSE, deskIn, NOTHING, SLUG } from "../../../worlds/registration/registrations-desk.ts";

const LONG = "Әлімжанұлы Құрманғазы-Өтегенова Ұлпан Іңкәр Ғалымқызының Һәм Үкілі Ыбырай қажының немересі";
let world: RegisteringWorld;
let desk: Desk;
beforeAll(async () => {
  world = await registeringWorld(
    eventOf([
      placeOf("hall", { capacity: 20, people: { organisation: "optional" } }),
      placeOf("stream", { mode: "online" }),
    ]),
  );
  desk = deskIn(world);
  const contact = {
    name: "Aigul",
    email: "a@example.org",
    organisation: "Еңбек және халықты әлеуметтік қорғау министрлігі",
  };
  const named = [
    { name: LONG },
    { name: "Dana Serik", badge: "Dr. Dana", answers: { organisation: "Court of Almaty" } },
    ...Array.from({ length: 8 }, (_, i) => ({ name: `Person ${i}` })),
  ];
  await comer(world, { contact, people: named });
  await comer(world, { places: ["stream"], people: [{ name: "Somebody online" }] });
});

async function printed(paper: string) {
  const folder = mkdtempSync(join(tmpdir(), "badges-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const out = join(folder, "badges.pdf");
  const said = await badgeAct(desk, { ...BECAUSE, paper, out }, [SLUG]);
  const document = await getDocumentProxy(new Uint8Array(readFileSync(out)));
  const { text } = await extractText(document, { mergePages: false });
  return { said, pages: text.map((page) => page.replace(/\s+/g, " ")) };
}

test("badges on A4 hold every name in Kazakh letters, organisation and code, eight a page", async () => {
  const { said, pages } = await printed("a4");
  expect(said).toContain("10 badges.");
  expect(pages).toHaveLength(2);
  const all = pages.join(" ");
  expect(all).toContain(LONG);
  expect(all).toContain("Еңбек және халықты әлеуметтік қорғау министрлігі");
  expect(all).toContain("Dr. Dana");
  expect(all).not.toContain("Dana Serik");
  expect(all).not.toContain("Somebody online");
});

test("a badge shows the person's own organisation where there is one, in place of the contact's", async () => {
  const { pages } = await printed("a6");
  expect(pages[0]).toContain("Court of Almaty");
  expect(pages.filter((page) => page.includes("министрлігі"))).toHaveLength(9);
});

test("badges on A6 are one a page, in the order of their names", async () => {
  const { pages } = await printed("a6");
  expect(pages).toHaveLength(10);
  expect(pages[0]).toContain("Dr. Dana");
  const passes = (await world.all())
    .flatMap(({ bookings }) => bookings)
    .filter(({ place }) => place === "hall");
  for (const { pass } of passes.flatMap(({ participants }) => participants))
    expect(pages.filter((page) => page.includes(pass))).toHaveLength(1);
});

test("names in letters that the font lacks are told, since their badges have to be written by hand", async () => {
  await comer(world, { people: [{ name: "王小明" }] });
  expect((await printed("a6")).said).toContain("Write by hand, in letters that the font lacks: 王小明.");
});

test("badges are not written where npm writes, too, nor onto a terminal", () => {
  const npm = { npm_lifecycle_event: "registrations" };
  const judge = (isTerminal: boolean, env: Record<string, string>) => () =>
    judgeBadges(NOTHING, { isTerminal, env });
  expect(judge(false, npm)).toThrow("Badges are a PDF.");
  expect(judge(true, {})).toThrow("Badges are a PDF.");
  expect(judge(false, { ...npm, npm_config_loglevel: "silent" })).not.toThrow();
  expect(() => judgeBadges({ ...NOTHING, paper: "a5", out: "x" }, { isTerminal: false, env: {} })).toThrow(
    "no a5",
  );
});
