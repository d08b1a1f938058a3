import { beforeEach, describe, expect, test } from "vitest";
import { registrationMail } from "../../../functions/rendering/mail/registration-mail.ts";
import { mimeOf } from "../../../functions/workflows/deliver/mime.ts";
import { cancel } from "../../../functions/workflows/registration/self-service.ts";
import { mailFacts } from "../../worlds/registration/mails.ts";
import {
  fromGoogle,
  fromICloud,
  fromOutlook,
  inWords,
  mailOf,
  REPLIES,
} from "../../worlds/registration/received-mails.ts";
import { type ReplyingWorld, replyingWorld, SENDER } from "../../worlds/registration/replying.ts";

const AIGUL = "aigul@example.org";
const STRANGER = "stranger@example.com";
let replying: ReplyingWorld;
/** Aigul's registration. */
let id: string;

beforeEach(async () => {
  replying = await replyingWorld();
  id = await replying.comer(AIGUL);
  replying.world.pass(600);
});

/** Nobody was written to, for this reason. */
async function expectSilence(reason: string): Promise<void> {
  expect(await replying.answered()).toEqual([]);
  expect(replying.told).toEqual([{ kind: "reply-ignored", reason }]);
}

describe("nobody is written to who", () => {
  test("is registered for nothing, whatever they answer", async () => {
    await replying.receive(fromGoogle({ from: STRANGER, uid: replying.uidOf(id), answer: "DECLINED" }));
    await expectSilence("unknown");
  });

  test("answers another's invitation, although they are registered as well", async () => {
    await replying.comer("baurzhan@example.org");
    replying.world.pass(600);
    for (const from of [fromOutlook, fromICloud])
      await replying.receive(
        from({ from: "baurzhan@example.org", uid: replying.uidOf(id), answer: "DECLINED" }),
      );
    expect(await replying.answered()).toEqual([]);
  });

  test("writes from an address of a provider about an entry that is none of ours", async () => {
    await replying.receive(fromICloud({ from: AIGUL, uid: "2f1b@example.com", answer: "DECLINED" }));
    await expectSilence("unknown");
  });

  test("has not verified the address: it may be anyone's", async () => {
    await replying.submitter("dana@example.org");
    replying.world.pass(600);
    await replying.receive(inWords("dana@example.org"));
    await expectSilence("unknown");
  });

  test("has cancelled", async () => {
    await cancel(replying.world.dependencies, { event: replying.world.event, id }, []);
    await replying.receive(fromGoogle({ from: AIGUL, uid: replying.uidOf(id), answer: "DECLINED" }));
    await expectSilence("unknown");
  });
});

describe("under a forged sender", () => {
  test("an answer goes to the address that is registered, and nowhere that the mail names", async () => {
    await replying.receive(
      inWords(
        AIGUL,
        [`Reply-To: ${STRANGER}`, `Sender: ${STRANGER}`, `Return-Path: <${STRANGER}>`],
        STRANGER,
      ),
    );
    expect(await replying.answered()).toEqual([[AIGUL, id]]);
  });

  test.each([
    ["two in one header", [`From: ${STRANGER}, ${AIGUL}`]],
    ["one more header", [`From: ${STRANGER}`, `From: ${AIGUL}`]],
    ["none", ["From: undisclosed-recipients:;"]],
  ])("with %s nobody is believed to be it", async (_, lines) => {
    await replying.receive(mailOf([...lines, "", "I cannot come."]));
    await expectSilence("unreadable");
  });
});

describe("what a program sends is not answered:", () => {
  test.each([
    ["out of office", inWords(AIGUL, ["Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All"])],
    ["out of office, by an older program", inWords(AIGUL, ["Precedence: bulk"])],
    ["a mail that asks for no answer", inWords(AIGUL, [], "")],
    ["the same, as the header tells", inWords(AIGUL, ["Return-Path: <>"])],
    ["a mailing list", inWords(AIGUL, ["List-Id: Press <press.example.org>"])],
    ["a receipt", mailOf([`From: ${AIGUL}`, "Content-Type: multipart/report; boundary=b", "", "--b--"])],
  ])("%s", async (_, mail) => {
    await replying.receive(mail);
    await expectSilence("automatic");
  });
});

test("our own mail that comes back is the end of it, with its calendar and even as an answer", async () => {
  const envelope = {
    from: { name: "Newsroom", address: SENDER },
    to: { name: "", address: REPLIES },
    replyTo: "events@example.org",
    language: "en" as const,
    date: new Date(replying.world.now),
    messageId: "<one@newsroom.example.org>",
  };
  await replying.comer(SENDER);
  replying.world.pass(600);
  for (const kind of ["reply", "confirmed"] as const)
    await replying.receive({
      raw: await mimeOf(await registrationMail(mailFacts(kind, "en"), REPLIES), envelope),
      returnPath: SENDER,
    });
  await replying.receive(fromGoogle({ from: REPLIES, uid: replying.uidOf(id), answer: "DECLINED" }));
  expect(await replying.answered()).toEqual([]);
  expect(replying.told.map((each) => "reason" in each && each.reason)).toEqual(["own", "own", "own"]);
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["no mail", Buffer.from("hello")],
  ["bytes", Buffer.from([0, 255, 254, 13, 10, 13, 10, 128])],
  ["a header without end", Buffer.from(`Subject: ${"x".repeat(100_000)}`)],
])("a mail that cannot be parsed is no failure: %s", async (_, raw) => {
  await replying.receive({ raw, returnPath: AIGUL });
  await expectSilence("unreadable");
});
