import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, expect, test } from "vitest";
import { addSeconds } from "../../functions/domain/instant.ts";
import type { OutboxMail } from "../../functions/domain/registration/mail.ts";
import { CLAIM_SECONDS, outbox } from "../../functions/storage/registrations/outbox.ts";
import { keyAttributes } from "../../functions/storage/registrations/registration-items.ts";
import { outboxKey } from "../../functions/storage/registrations/registrations-keys.ts";
import { register } from "../../functions/workflows/registration/register.ts";
import { gathered, type RegisteringWorld, registeringWorld } from "../worlds/registration/registering.ts";
import { eventOf, placeOf, submissionOf } from "../worlds/registration/registration-events.ts";

const TWO_DAYS = 2 * 86_400;
let world: RegisteringWorld;
let mail: OutboxMail;

beforeEach(async () => {
  world = await registeringWorld(eventOf([placeOf("hall")]));
  const submission = submissionOf();
  await register(world.dependencies, world.event, submission);
  const [written] = await outbox(world.client, world.table).waitingOf(submission.id);
  if (!written) throw new Error("Registering wrote no mail.");
  mail = written.mail;
});

const store = (alone = false) => outbox(world.client, world.table, { alone });
const waiting = () => store().waitingOf(mail.registration);
const neglected = (before = world.instant(), now = world.instant()) =>
  gathered(store().neglected(before, now));
const row = async () => {
  const key = keyAttributes(outboxKey(mail));
  return (await world.client.send(new GetItemCommand({ TableName: world.table, Key: key }))).Item;
};

test("a mail that one sender has claimed is no other's until the claim ends", async () => {
  const now = world.instant();
  expect(await store().claim(mail, "one", now)).toBe(true);
  expect(await store().claim(mail, "another", addSeconds(now, CLAIM_SECONDS - 1))).toBe(false);
  expect(await store().claim(mail, "another", addSeconds(now, CLAIM_SECONDS))).toBe(true);
  expect(await waiting()).toEqual([{ mail, attempts: 2 }]);
});

test("a sender that is alone takes what another has claimed at once, and not what it has claimed itself", async () => {
  const now = world.instant();
  await store().claim(mail, "one", now);
  expect(await store(true).claim(mail, "one", now)).toBe(false);
  expect(await store(true).claim(mail, "another", now)).toBe(true);
});

test("a claim that is given back can be taken again at once, but only its owner gives it back", async () => {
  const now = world.instant();
  await store().claim(mail, "one", now);
  await store().release(mail, "another");
  expect(await store().claim(mail, "another", now)).toBe(false);
  await store().release(mail, "one");
  expect(await store().claim(mail, "another", now)).toBe(true);
});

test("a mail that was sent is marked with its id and its end, and waits no longer", async () => {
  const now = world.instant();
  await store().mark(mail, { kind: "sent", messageId: "an id" }, now);
  expect(await row()).toMatchObject({
    markedAt: { S: now },
    outcome: { S: "sent" },
    detail: { S: "an id" },
    expires: { N: String(Date.parse(now) / 1000 + TWO_DAYS) },
  });
  expect(await waiting()).toEqual([]);
  expect(await store().claim(mail, "one", addSeconds(now, CLAIM_SECONDS))).toBe(false);
});

test("a mail that failed for good is marked with the reason, and what was marked first stays", async () => {
  await store().mark(mail, { kind: "failed", reason: "no such mailbox" }, world.instant());
  await store().mark(mail, { kind: "sent", messageId: "an id" }, world.instant());
  expect(await row()).toMatchObject({ outcome: { S: "failed" }, detail: { S: "no such mailbox" } });
});

test("a claim that is given back after the mail was marked changes nothing", async () => {
  await store().claim(mail, "one", world.instant());
  await store().mark(mail, { kind: "sent", messageId: "an id" }, world.instant());
  await store().release(mail, "one");
  expect(await row()).toMatchObject({ claimedBy: { S: "one" } });
});

test("a row that was erased is neither claimed nor marked", async () => {
  const erased = { ...mail, registration: submissionOf().id };
  expect(await store().claim(erased, "one", world.instant())).toBe(false);
  await store().mark(erased, { kind: "sent", messageId: "an id" }, world.instant());
  expect(await store().waitingOf(erased.registration)).toEqual([]);
});

test("a registration whose mail was written before an instant is neglected, and named once", async () => {
  const other = submissionOf();
  await register(world.dependencies, world.event, other);
  expect((await neglected()).sort()).toEqual([mail.registration, other.id].sort());
  expect(await neglected(addSeconds(mail.createdAt, -1))).toEqual([]);
});

test("what was sent is deleted once no duplicate of its record can come, and no sooner", async () => {
  const now = world.instant();
  await store().mark(mail, { kind: "sent", messageId: "an id" }, now);
  expect(await neglected(now, addSeconds(now, TWO_DAYS - 1))).toEqual([]);
  expect(await row()).toBeDefined();
  await neglected(now, addSeconds(now, TWO_DAYS));
  expect(await row()).toBeUndefined();
});

test("mail of the last days is listed whether or not it was sent", async () => {
  const other = submissionOf();
  await register(world.dependencies, world.event, other);
  await store().mark(mail, { kind: "sent", messageId: "an id" }, world.instant());
  const registrations = (await gathered(store().lately())).map(({ registration }) => registration);
  expect(registrations.sort()).toEqual([mail.registration, other.id].sort());
});
