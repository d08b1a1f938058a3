import { DeleteItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, expect, test } from "vitest";
import { addressHash } from "../../../functions/domain/registration/address.ts";
import {
  keyAttributes,
  registrationItem,
} from "../../../functions/storage/registrations/registration-items.ts";
import { addressKey } from "../../../functions/storage/registrations/registrations-keys.ts";
import type { WhichRegistration } from "../../../functions/workflows/registration/carry-out.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import { cancel, verify } from "../../../functions/workflows/registration/self-service.ts";
import { comer, keep, registrationOf, stateOf, submitter } from "../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf, submissionOf } from "../../worlds/registration/registration-events.ts";
import { violations } from "../../worlds/registration/registration-invariants.ts";

const CEILINGS = new Map([["hall", 5]]);
/** An address that the two rules take for different mailboxes. */
const contact = { name: "Aigul", email: "a.b@yandex.ru" };

let world: RegisteringWorld;
beforeEach(async () => {
  world = await registeringWorld(eventOf([placeOf("hall")]));
});

/** Stores a registration and its lock as version 0.1 did: under the first rule, and with nothing but an id. */
async function asFormerly(of: WhichRegistration): Promise<WhichRegistration> {
  const { addressRule: _, ...former } = await registrationOf(world, of);
  const [client, TableName] = [world.client, world.table];
  const keyUnder = (rule: 1 | 2) =>
    keyAttributes(addressKey(world.event.id, addressHash(contact.email, rule)));
  await client.send(new PutItemCommand({ TableName, Item: registrationItem(former) }));
  await client.send(new DeleteItemCommand({ TableName, Key: keyUnder(2) }));
  await client.send(new PutItemCommand({ TableName, Item: { ...keyUnder(1), registration: { S: of.id } } }));
  return of;
}

test("an unproven submission of 0.1 stands beside later ones, and ends when one of those is verified", async () => {
  const former = await asFormerly(await submitter(world, { contact, people: people(2) }));
  const later = await submitter(world, { contact, people: people(3) });
  expect(later.id).not.toBe(former.id);
  await verify(world.dependencies, later);
  expect([await stateOf(world, former), await stateOf(world, later)]).toEqual(["expired", "confirmed"]);
  expect(await violations(world, CEILINGS)).toEqual([]);
});

test("an unproven submission of 0.1 is verified by its link, and the later ones end", async () => {
  const former = await asFormerly(await submitter(world, { contact, people: people(2) }));
  const later = await submitter(world, { contact, people: people(3) });
  await verify(world.dependencies, former);
  expect([await stateOf(world, former), await stateOf(world, later)]).toEqual(["confirmed", "expired"]);
  expect(await violations(world, CEILINGS)).toEqual([]);
});

test("an unproven submission of 0.1 runs out, and its seats are free", async () => {
  await asFormerly(await submitter(world, { contact, people: people(2) }));
  world.pass(4 * 3600);
  await keep(world);
  expect(await world.seats("hall")).toMatchObject({ taken: 0 });
  expect(await violations(world, CEILINGS)).toEqual([]);
});

test("a proven registration of 0.1 keeps its address until it ends", async () => {
  const former = await asFormerly(await comer(world, { contact }));
  world.pass(600);
  const again = () => register(world.dependencies, world.event, submissionOf({ contact }));
  expect(await again()).toMatchObject({ outcome: "duplicate" });
  await cancel(world.dependencies, former, []);
  expect(await again()).toMatchObject({ outcome: "registered" });
  expect(await violations(world, CEILINGS)).toEqual([]);
});

test("two spellings of one mailbox are one registration", async () => {
  await comer(world, { contact });
  const other = submissionOf({ contact: { name: "Aigul", email: "A-B+press@ya.ru" } });
  expect(await register(world.dependencies, world.event, other)).toMatchObject({ outcome: "duplicate" });
});
