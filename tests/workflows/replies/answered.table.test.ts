import { beforeEach, describe, expect, test } from "vitest";
import { addSeconds } from "../../../functions/domain/instant.ts";
import {
  type Answer,
  fromApple,
  fromGoogle,
  fromICloud,
  fromOutlook,
  inWords,
  mailOf,
} from "../../worlds/registration/received-mails.ts";
import { type ReplyingWorld, replyingWorld } from "../../worlds/registration/replying.ts";

const AIGUL = "aigul@example.org";
let replying: ReplyingWorld;
/** Aigul's registration. */
let id: string;

beforeEach(async () => {
  replying = await replyingWorld();
  id = await replying.comer(AIGUL);
  replying.world.pass(600);
});

const declined = () => fromGoogle({ from: AIGUL, uid: replying.uidOf(id), answer: "DECLINED" });

describe.each(["DECLINED", "TENTATIVE"] satisfies Answer[])("someone who has %s", (answer) => {
  test.each([
    ["Google", fromGoogle],
    ["Outlook", fromOutlook],
    ["a Mac", fromApple],
    ["iCloud", fromICloud],
  ])("in the calendar of %s is told once what changes something", async (_, from) => {
    await replying.receive(from({ from: AIGUL, uid: replying.uidOf(id), answer }));
    expect(await replying.answered()).toEqual([[AIGUL, id]]);
    const { event } = replying.world;
    expect(replying.told).toEqual([{ kind: "reply-answered", event: event.id, registration: id }]);
  });
});

test.each([
  ["Google", fromGoogle],
  ["Outlook", fromOutlook],
  ["a Mac", fromApple],
])("someone who comes and says so in the calendar of %s is told nothing", async (_, from) => {
  await replying.receive(from({ from: AIGUL, uid: replying.uidOf(id), answer: "ACCEPTED" }));
  expect(await replying.answered()).toEqual([]);
  expect(replying.told).toEqual([{ kind: "reply-ignored", reason: "agreed" }]);
});

describe("someone who writes", () => {
  test.each([
    ["in words", inWords(AIGUL)],
    ["in words, and says that no program did", inWords(AIGUL, ["Auto-Submitted: no"])],
    [
      "in HTML alone",
      mailOf([`From: ${AIGUL}`, "Content-Type: text/html", "", "<p>I cannot <b>come</b></p>"]),
    ],
    ["from the same mailbox, spelled otherwise", inWords("Aigul+events@EXAMPLE.org")],
    [
      "with a calendar that is none",
      mailOf([`From: ${AIGUL}`, "Content-Type: text/calendar", "", "METHOD:REPLY"]),
    ],
  ])("%s is told what to do, at the address that is registered", async (_, mail) => {
    await replying.receive(mail);
    expect(await replying.answered()).toEqual([[AIGUL, id]]);
  });

  test("is told of every event that they come to", async () => {
    const other = await replying.comer(AIGUL, await replying.another());
    replying.world.pass(600);
    await replying.receive(inWords(AIGUL));
    expect(new Set((await replying.answered()).map(([, registration]) => registration))).toEqual(
      new Set([id, other]),
    );
  });

  test("is told nothing of an event that is over", async () => {
    const end = addSeconds(replying.world.instant(), 3600);
    await replying.comer(AIGUL, await replying.another({ end }));
    replying.world.pass(3600);
    await replying.receive(inWords(AIGUL));
    expect(await replying.answered()).toEqual([[AIGUL, id]]);
  });
});

describe("an answer in the calendar", () => {
  test("is about the registration that it names, and no other of the same person", async () => {
    const other = await replying.comer(AIGUL, await replying.another());
    replying.world.pass(600);
    await replying.receive(fromOutlook({ from: AIGUL, uid: replying.uidOf(other), answer: "DECLINED" }));
    expect(await replying.answered()).toEqual([[AIGUL, other]]);
  });

  test("to an entry that is none of ours is answered as words are", async () => {
    await replying.receive(
      fromOutlook({ from: AIGUL, uid: "040000008200E00074C5B7101A82E008", answer: "DECLINED" }),
    );
    expect(await replying.answered()).toEqual([[AIGUL, id]]);
  });

  test("changes neither booking nor seats: all that is another is when they were last written to", async () => {
    const [before] = await replying.world.all();
    const seats = await replying.world.seats("hall");
    await replying.receive(declined());
    const at = replying.world.instant();
    const version = (before?.version ?? 0) + 1;
    expect(await replying.world.all()).toEqual([{ ...before, version, updatedAt: at, askedAt: at }]);
    expect(await replying.world.seats("hall")).toEqual(seats);
  });

  test("twice within two minutes is answered once, and later once more", async () => {
    await replying.receive(declined());
    replying.world.pass(119);
    await replying.receive(declined());
    expect(await replying.answered()).toHaveLength(1);
    expect(replying.told.at(-1)).toEqual({ kind: "reply-ignored", reason: "lately" });
    replying.world.pass(1);
    await replying.receive(declined());
    expect(await replying.answered()).toHaveLength(2);
  });

  test("twice at the same moment is answered once, and is no failure", async () => {
    await Promise.all([replying.receive(declined()), replying.receive(declined())]);
    expect(await replying.answered()).toHaveLength(1);
  });
});
