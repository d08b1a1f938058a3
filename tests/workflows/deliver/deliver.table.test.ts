import { beforeEach, describe, expect, test } from "vitest";
import type { MailFacts } from "../../../functions/rendering/mail/mail-facts.ts";
import { outbox } from "../../../functions/storage/registrations/outbox.ts";
import { deliver } from "../../../functions/workflows/deliver/deliver.ts";
import { deliverAll } from "../../../functions/workflows/deliver/deliver-all.ts";
import { type DeliverDependencies, MailRefused } from "../../../functions/workflows/deliver/dependencies.ts";
import { askForAddress, changeAddress } from "../../../functions/workflows/registration/change-address.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import { cancel, verify } from "../../../functions/workflows/registration/self-service.ts";
import { postOffice } from "../../worlds/registration/post-office.ts";
import { gathered, type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, placeOf, submissionOf } from "../../worlds/registration/registration-events.ts";

let world: RegisteringWorld;
let sent: MailFacts[];
const submission = submissionOf();
const of = () => ({ event: world.event, id: submission.id });

const office = (changes: Partial<DeliverDependencies> = {}) => postOffice(world, sent, changes);

const kinds = () => sent.map(({ mail }) => mail.kind);
const waiting = () => outbox(world.client, world.table).waitingOf(submission.id);

beforeEach(async () => {
  sent = [];
  world = await registeringWorld(eventOf([placeOf("hall")]));
  await register(world.dependencies, world.event, submission);
});

describe("mail", () => {
  test("is sent once, however often its record of the stream comes", async () => {
    await Promise.all([1, 2, 3].map((n) => deliver(office({ owner: `sender ${n}` }), submission.id)));
    await deliver(office(), submission.id);
    expect(kinds()).toEqual(["verify"]);
    expect(await waiting()).toEqual([]);
  });

  test("goes in the order of the changes, whichever record comes first", async () => {
    await deliver(office(), submission.id);
    await verify(world.dependencies, of());
    await cancel(world.dependencies, of(), []);
    await deliver(office(), submission.id); // the record of the cancellation, say
    expect(kinds()).toEqual(["verify", "confirmed", "cancelled"]);
  });

  test("that is written while a sender is at work is sent by that one, although whoever it woke was sent away", async () => {
    const inTime = office();
    const send = async (facts: MailFacts) => {
      if (facts.mail.kind === "verify") {
        await verify(world.dependencies, of());
        expect(await deliver(office({ owner: "who was woken" }), submission.id)).toMatchObject({
          sent: 0,
          elsewhere: true,
        });
      }
      return inTime.send(facts);
    };
    expect(await deliver(office({ send }), submission.id)).toMatchObject({ sent: 2, elsewhere: false });
    expect(kinds()).toEqual(["verify", "confirmed"]);
    expect(await waiting()).toEqual([]);
  });

  test("to two people is with a slow mail server at the same time, to each of them in its order", async () => {
    const other = submissionOf();
    await register(world.dependencies, world.event, other);
    for (const { id } of [submission, other]) {
      await verify(world.dependencies, { event: world.event, id });
      await cancel(world.dependencies, { event: world.event, id }, []);
    }
    const atTheServer = new Set<string>();
    let release = () => {};
    const both = new Promise<void>((resolve) => {
      release = resolve;
    });
    const send = async (facts: MailFacts) => {
      atTheServer.add(facts.mail.registration);
      if (atTheServer.size === 2) release();
      await both; // one after the other would wait for ever
      sent.push(facts);
      return "an id";
    };
    await deliverAll([submission.id, other.id], (id) => deliver(office({ send }), id), {
      failed: (error) => {
        throw error;
      },
    });
    const to = (id: string) =>
      sent.filter(({ mail }) => mail.registration === id).map(({ mail }) => mail.kind);
    expect([to(submission.id), to(other.id)]).toEqual([
      ["confirmed", "cancelled"],
      ["confirmed", "cancelled"],
    ]);
  });

  test("to verify is not sent any more once that is done", async () => {
    await verify(world.dependencies, of());
    expect(await deliver(office(), submission.id)).toMatchObject({ sent: 1, failed: 1 });
    expect(kinds()).toEqual(["confirmed"]);
  });

  test("that could not be sent stays, and is sent by the next attempt", async () => {
    const send = async () => {
      throw new Error("the mail server does not answer");
    };
    await expect(deliver(office({ send }), submission.id)).rejects.toThrow("does not answer");
    await deliver(office(), submission.id);
    expect(kinds()).toEqual(["verify"]);
  });

  test("of a sender that died is sent by the next, once its claim is over", async () => {
    const [mail] = (await waiting()).map((each) => each.mail);
    if (!mail) throw new Error("There is no mail.");
    await outbox(world.client, world.table).claim(mail, "who died", world.instant());
    expect(await deliver(office(), submission.id)).toMatchObject({ sent: 0, elsewhere: true });
    world.pass(121);
    expect(await deliver(office(), submission.id)).toMatchObject({ sent: 1 });
  });

  test("of a sender that died is sent at once by one who knows to be alone, and by nobody else at that time", async () => {
    const [mail] = (await waiting()).map((each) => each.mail);
    if (!mail) throw new Error("There is no mail.");
    const box = outbox(world.client, world.table, { alone: true });
    await box.claim(mail, "who died", world.instant());
    const claims = [1, 2].map(() => box.claim(mail, "who is alone", world.instant()));
    expect((await Promise.all(claims)).sort()).toEqual([false, true]);
  });

  test("that is refused for good is not tried again, nor anything else to that mailbox", async () => {
    const send = async () => {
      throw new MailRefused("550 no such user");
    };
    await deliver(office({ send }), submission.id);
    await verify(world.dependencies, of());
    expect(await deliver(office(), submission.id)).toMatchObject({ sent: 0, failed: 1 });
    expect(await waiting()).toEqual([]);
  });

  test("that nobody took for three days is given up", async () => {
    const send = async () => {
      throw new Error("the mail server does not answer");
    };
    world.pass(3 * 86_400 + 1);
    expect(await deliver(office({ send }), submission.id)).toMatchObject({ failed: 1 });
  });

  test("carries the link to its own address alone", async () => {
    await deliver(office(), submission.id);
    expect(sent[0]?.link).toContain("/en/registration/");
    expect(sent[0]?.code).toMatch(/^\d{6}$/);
    await verify(world.dependencies, of());
    await askForAddress(world.dependencies, of(), "new@example.org");
    await changeAddress(world.dependencies, of());
    await deliver(office(), submission.id);
    const told = sent.find(({ mail }) => mail.kind === "address-changed");
    expect([told?.mail.to, told?.link, told?.code]).toEqual([submission.contact.email, undefined, undefined]);
  });

  test("that the stream forgot is found by housekeeping, and what was sent is deleted after two days", async () => {
    const box = outbox(world.client, world.table);
    expect(await gathered(box.neglected(world.instant(), world.instant()))).toEqual([submission.id]);
    await deliver(office(), submission.id);
    expect(await gathered(box.neglected(world.instant(), world.instant()))).toEqual([]);
    expect((await world.mails()).length).toBe(1);
    world.pass(2 * 86_400);
    await gathered(box.neglected(world.instant(), world.instant()));
    expect(await world.mails()).toEqual([]);
  });
});
