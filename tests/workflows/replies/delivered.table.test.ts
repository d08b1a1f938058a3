import { beforeEach, expect, test } from "vitest";
import type { MailFacts } from "../../../functions/rendering/mail/mail-facts.ts";
import { limits, USUAL_AMOUNTS } from "../../../functions/storage/registrations/limits.ts";
import { deliver } from "../../../functions/workflows/deliver/deliver.ts";
import { askForAddress, changeAddress } from "../../../functions/workflows/registration/change-address.ts";
import { postOffice } from "../../worlds/registration/post-office.ts";
import { inWords } from "../../worlds/registration/received-mails.ts";
import { type ReplyingWorld, replyingWorld } from "../../worlds/registration/replying.ts";

const AIGUL = "aigul@example.org";
let replying: ReplyingWorld;
let id: string;
let sent: MailFacts[];

beforeEach(async () => {
  replying = await replyingWorld();
  id = await replying.comer(AIGUL);
  replying.world.pass(600);
  sent = [];
});

const sentAnswers = () => sent.filter(({ mail }) => mail.kind === "reply");

test("an answer leads to the registration", async () => {
  await replying.receive(inWords(AIGUL));
  await deliver(postOffice(replying.world, sent), id);
  expect(sentAnswers().map(({ mail, link }) => [mail.to, link])).toEqual([
    [AIGUL, expect.stringContaining("/en/registration/")],
  ]);
});

test("an answer counts among the mails to one address on a day that anyone can cause", async () => {
  const { client, table } = replying.world; // where the mail to verify has been counted
  const few = limits(client, table, { ...USUAL_AMOUNTS, mails: 3 });
  for (let n = 0; n < 4; n++) {
    await replying.receive(inWords(AIGUL));
    await deliver(postOffice(replying.world, sent, { limits: few }), id);
    replying.world.pass(600);
  }
  expect(await replying.answered()).toHaveLength(4);
  expect(sentAnswers()).toHaveLength(2);
});

test("an answer to an address that is replaced before it goes is not sent: it would open nothing", async () => {
  await replying.receive(inWords(AIGUL));
  const of = { event: replying.world.event, id };
  await askForAddress(replying.world.dependencies, of, "new@example.org");
  await changeAddress(replying.world.dependencies, of);
  await deliver(postOffice(replying.world, sent), id);
  expect(sentAnswers()).toEqual([]);
});
