import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, expect, test } from "vitest";
import { normalisedAddress } from "../../functions/domain/registration/address.ts";
import { doNotInvite } from "../../functions/storage/registrations/do-not-invite.ts";
import { endAt, keyAttributes } from "../../functions/storage/registrations/registration-items.ts";
import { doNotInviteKey } from "../../functions/storage/registrations/registrations-keys.ts";
import { type RegisteringWorld, registeringWorld } from "../worlds/registration/registering.ts";
import { eventOf, SIGNER } from "../worlds/registration/registration-events.ts";

const NOW = "2027-05-01T00:00:00Z";
const UNTIL = "2028-05-01T00:00:00Z";
/** An address that the two rules of mailboxes take for different ones. */
const ADDRESS = "a.b@yandex.ru";

let world: RegisteringWorld;
beforeEach(async () => {
  world = await registeringWorld(eventOf([]));
});
const store = () => doNotInvite(world.client, world.table, SIGNER);

/** Stores a wish as version 0.1 did. */
async function wishOfFormerRule(): Promise<void> {
  const hash = await SIGNER.sign("do not invite", normalisedAddress(ADDRESS, 1));
  const Item = { ...keyAttributes(doNotInviteKey(hash)), until: { S: UNTIL }, ...endAt(UNTIL) };
  await world.client.send(new PutItemCommand({ TableName: world.table, Item }));
}

test("a wish not to be invited is known until its end, under whatever spelling of the mailbox", async () => {
  const until = await store().add(ADDRESS, NOW);
  expect(await store().until("A.B@Yandex.ru", NOW)).toBe(until);
  expect(await store().until(ADDRESS, until)).toBeUndefined();
  expect(await store().until("another@yandex.ru", NOW)).toBeUndefined();
});

test("a wish under a former rule of mailboxes is still known, and made again it keeps its end", async () => {
  await wishOfFormerRule();
  expect(await store().until(ADDRESS, NOW)).toBe(UNTIL);
  expect(await store().add(ADDRESS, NOW)).toBe(UNTIL);
});

test("a wish that is taken back is gone under every rule under which it was made", async () => {
  await wishOfFormerRule();
  await store().remove(ADDRESS);
  expect(await store().until(ADDRESS, NOW)).toBeUndefined();
  await store().add(ADDRESS, NOW);
  await store().remove(ADDRESS);
  expect(await store().until(ADDRESS, NOW)).toBeUndefined();
});
