import { beforeEach, describe, expect, test } from "vitest";
import { receivedMailHandler } from "../../functions/lambda/mail/ses-received-mail.ts";
import { receivedOf, snsEvent } from "../worlds/aws/ses-events.ts";
import { fromGoogle, inWords } from "../worlds/registration/received-mails.ts";
import { type ReplyingWorld, replyingWorld } from "../worlds/registration/replying.ts";

const AIGUL = "aigul@example.org";
let replying: ReplyingWorld;
/** Aigul's registration. */
let id: string;
let ignored: string[];

beforeEach(async () => {
  replying = await replyingWorld();
  id = await replying.comer(AIGUL);
  replying.world.pass(600);
  ignored = [];
});

const hear = (...events: unknown[]) =>
  receivedMailHandler(replying.receive, (reason) => ignored.push(reason))(snsEvent(...events));

describe("what SES has received", () => {
  test.each(["base64", "utf8"] as const)("is answered, handed over in %s", async (encoding) => {
    const mail = fromGoogle({ from: AIGUL, uid: replying.uidOf(id), answer: "DECLINED" });
    await hear(receivedOf(mail, {}, encoding));
    expect(await replying.answered()).toEqual([[AIGUL, id]]);
  });

  test.each([
    ["spam", { spamVerdict: { status: "FAIL" } }],
    ["virus", { virusVerdict: { status: "FAIL" } }],
    ["forged", { dmarcVerdict: { status: "FAIL" }, dmarcPolicy: "reject" }],
    ["forged", { dmarcVerdict: { status: "FAIL" }, dmarcPolicy: "quarantine" }],
  ])("is left alone where SES found it to be %s", async (reason, receipt) => {
    await hear(receivedOf(inWords(AIGUL), receipt));
    expect([ignored, await replying.answered()]).toEqual([[reason], []]);
  });

  test.each([
    ["asks for nothing against forgery", { dmarcVerdict: { status: "FAIL" }, dmarcPolicy: "none" }],
    ["says nothing about it", { dmarcVerdict: { status: "GRAY" } }],
    [
      "could not be asked",
      { dmarcVerdict: { status: "PROCESSING_FAILED" }, spamVerdict: { status: "GRAY" } },
    ],
  ])("is answered where the sender's domain %s", async (_, receipt) => {
    await hear(receivedOf(inWords(AIGUL), receipt));
    expect(await replying.answered()).toEqual([[AIGUL, id]]);
  });

  test("without a sender for the server to tell is answered by nobody", async () => {
    const { mail, ...received } = receivedOf(inWords(AIGUL, [], ""));
    const { source: _, ...sourceless } = mail;
    for (const each of [mail, sourceless, { ...mail, source: null }]) await hear({ ...received, mail: each });
    expect(await replying.answered()).toEqual([]);
  });
});

test("whatever else the topic tells, and a mail that is none, changes nothing and fails nothing", async () => {
  await hear(
    "Successfully validated SNS topic for Amazon SES event publishing.",
    { notificationType: "Received", receipt: {}, mail: {} },
    { notificationType: "Bounce" },
    receivedOf({ raw: Buffer.from([0, 255, 13, 10]), returnPath: AIGUL }),
  );
  expect(await replying.answered()).toEqual([]);
});

test("a table that does not answer fails the run, so that Lambda tries again", async () => {
  const failing = receivedMailHandler(
    async () => {
      throw new Error("the table does not answer");
    },
    () => {},
  );
  await expect(failing(snsEvent(receivedOf(inWords(AIGUL))))).rejects.toThrow("does not answer");
});
