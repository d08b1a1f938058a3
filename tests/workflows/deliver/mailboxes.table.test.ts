import { expect, test } from "vitest";
import type { MailFacts } from "../../../functions/rendering/mail/mail-facts.ts";
import { mailboxes } from "../../../functions/storage/registrations/mailboxes.ts";
import { deliver } from "../../../functions/workflows/deliver/deliver.ts";
import { mailSender } from "../../../functions/workflows/deliver/mail-sender.ts";
import { submitter } from "../../worlds/registration/housekeeping.ts";
import { mailFacts } from "../../worlds/registration/mails.ts";
import { postOffice } from "../../worlds/registration/post-office.ts";
import { registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";

/** What becomes of a mail to someone after the mailbox of another address has bounced. */
async function sentAfterBounceOf(bounced: string, email: string): Promise<string[]> {
  const world = await registeringWorld(eventOf([placeOf("hall")]));
  await mailboxes(world.client, world.table).refuse(bounced, { reason: "bounce", at: world.instant() });
  const { id } = await submitter(world, { contact: { name: "Aigul", email } });
  const sent: MailFacts[] = [];
  await deliver(postOffice(world, sent), id);
  return sent.map(({ mail }) => mail.to);
}

test.each([
  ["aigul+press@example.org", "aigul@example.org"],
  ["aigul@example.org", "aigul+press@example.org"],
  ["a.igul@gmail.com", "aigul@gmail.com"],
])("a bounce of %s says nothing of %s", async (bounced, email) => {
  expect(await sentAfterBounceOf(bounced, email)).toEqual([email]);
});

test.each([
  ["Aigul@Example.ORG", "aigul@example.org"],
  ["aigul@example.org", " AIGUL@example.org"],
  ["aigul@xn--80a1acny.xn--80ao21a", "aigul@почта.қаз"],
  ["aigul@ПОЧТА.ҚАЗ", "aigul@xn--80a1acny.xn--80ao21a"],
])("a bounce of %s silences %s, which is the same mailbox", async (bounced, email) => {
  expect(await sentAfterBounceOf(bounced, email)).toEqual([]);
});

test("envelope and header of a mail to a domain in another script name it in ASCII, as mail servers take it", async () => {
  const facts = mailFacts("confirmed", "kk");
  const handed: { raw: string; to: string }[] = [];
  const send = mailSender({
    from: "registration@newsroom.example.org",
    hand: async (raw, { to }) => {
      handed.push({ raw: raw.toString("latin1"), to });
      return "an-id";
    },
  });
  await send({ ...facts, mail: { ...facts.mail, to: "aigul@пошта.қаз" } });
  const to = "aigul@xn--80a1acn3a.xn--80ao21a";
  expect(handed).toEqual([{ raw: expect.stringContaining(`<${to}>`), to }]);
});
