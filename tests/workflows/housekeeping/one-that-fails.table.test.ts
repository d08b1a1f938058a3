import { type AttributeValue, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import type { MailFacts } from "../../../functions/rendering/mail/mail-facts.ts";
import type { Key } from "../../../functions/storage/dynamodb/key.ts";
import { keyAttributes } from "../../../functions/storage/registrations/registration-items.ts";
import { outboxKey, registrationKey } from "../../../functions/storage/registrations/registrations-keys.ts";
import { deliver } from "../../../functions/workflows/deliver/deliver.ts";
import { erase } from "../../../functions/workflows/registration/erase.ts";
import { cancel } from "../../../functions/workflows/registration/self-service.ts";
import { comer, countOf, keep, movedBy, stateOf, submitter } from "../../worlds/registration/housekeeping.ts";
import { postOffice } from "../../worlds/registration/post-office.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";

const HOUR = 3600;

/** All in one shard and in this order, so that the first is met before the others. */
const [FIRST, SECOND, THIRD] = [1, 2, 3].map((n) => ({ id: `0000000${n}-0000-4000-8000-000000000000` }));

const hallFor = (capacity: number) => registeringWorld(eventOf([placeOf("hall", { capacity })]));

/** Makes the body of an item one that cannot be read. @returns what mends it */
async function damaged({ client, table }: RegisteringWorld, key: Key): Promise<() => Promise<void>> {
  const setBody = async (body: AttributeValue) => {
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: keyAttributes(key),
        UpdateExpression: "SET body = :body",
        ExpressionAttributeValues: { ":body": body },
        ReturnValues: "UPDATED_OLD",
      }),
    );
    return Attributes?.body ?? body;
  };
  const former = await setBody({ S: "damaged" });
  return async () => void (await setBody(former));
}

const damagedRegistration = (world: RegisteringWorld, { id = "" } = {}) =>
  damaged(world, registrationKey(world.event.id, id));

test("a registration that cannot be read keeps nobody else from being told, and is told once it can be", async () => {
  const world = await hallFor(5);
  for (const each of [FIRST, SECOND, THIRD]) await comer(world, each);
  const event = movedBy(world.event, HOUR);
  const mend = await damagedRegistration(world, FIRST);
  const done = await keep(world, event);
  expect([done.told, done.failures.length]).toEqual([2, 1]);
  world.pass(60);
  expect((await keep(world, event)).failures).toHaveLength(1);
  await mend();
  expect(await keep(world, event)).toMatchObject({ told: 1, failures: [] });
  expect(await countOf(world, "event-moved")).toBe(3);
});

test("a registration that is deleted during a pass is no failure, and the pass is done with the others", async () => {
  const world = await hallFor(5);
  const [first, second] = [await comer(world, FIRST), await comer(world, SECOND), await comer(world, THIRD)];
  const event = movedBy(world.event, HOUR);
  let looks = 0;
  const published = async () => {
    if (looks++ === 0)
      for (const of of [first, second]) await erase(world.dependencies, of, { tells: false });
    return event;
  };
  const events = { event: published, all: async () => [event] };
  expect(await keep(world, event, { events })).toMatchObject({ told: 1, failures: [] });
  await keep(world, event, { events });
  expect(looks).toBe(3); // once for each, and no second pass so soon
});

test("a hold that cannot be ended keeps neither the others from ending nor those who wait from an offer", async () => {
  const world = await hallFor(2);
  await submitter(world, FIRST);
  await submitter(world, SECOND);
  const waiting = await comer(world, THIRD);
  await damagedRegistration(world, FIRST);
  world.pass(4 * HOUR);
  const done = await keep(world);
  expect([done.ended, done.offers]).toEqual([1, 1]);
  expect(done.failures.length).toBeGreaterThan(0);
  expect(await stateOf(world, waiting)).toBe("offered");
});

test("whoever waits first and cannot be read is passed over, and nobody who gives seats back has to know", async () => {
  const world = await hallFor(1);
  const seated = await comer(world);
  await comer(world, FIRST);
  const next = await comer(world, SECOND);
  await damagedRegistration(world, FIRST);
  await cancel(world.dependencies, seated, []);
  expect(await keep(world)).toMatchObject({ offers: 1 });
  expect(await stateOf(world, next)).toBe("offered");
});

test("a mail that cannot be read, or sent, keeps no mail to others from being sent", async () => {
  const world = await hallFor(5);
  for (const each of [FIRST, SECOND, THIRD]) await submitter(world, each);
  await damaged(world, outboxKey({ registration: FIRST?.id ?? "", version: 1, index: 0 }));
  const sent: MailFacts[] = [];
  const office = postOffice(world, sent);
  const send = async (facts: MailFacts) => {
    if (facts.mail.registration === SECOND?.id) throw new Error("the mail server hangs up");
    return office.send(facts);
  };
  world.pass(121);
  const done = await keep(world, world.event, { deliver: (id) => deliver({ ...office, send }, id) });
  expect([done.resent, done.failures.length]).toEqual([1, 2]);
  expect(sent.map(({ mail }) => mail.registration)).toEqual([THIRD?.id]);
});
