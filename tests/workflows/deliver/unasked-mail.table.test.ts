import { beforeEach, describe, expect, test } from "vitest";
import type { MailFacts } from "../../../functions/rendering/mail/mail-facts.ts";
import { limits } from "../../../functions/storage/limits.ts";
import { deliver } from "../../../functions/workflows/deliver/deliver.ts";
import type {
  DeliverDependencies,
  DeliverReport,
} from "../../../functions/workflows/deliver/dependencies.ts";
import type { Of } from "../../../functions/workflows/registration/carry-out.ts";
import { askForAddress } from "../../../functions/workflows/registration/change-address.ts";
import { cancel, verify } from "../../../functions/workflows/registration/self-service.ts";
import { comer, submitter } from "../../worlds/housekeeping.ts";
import { postOffice } from "../../worlds/post-office.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registering.ts";
import { eventOf, placeOf } from "../../worlds/registration-events.ts";

const OWNER = "owner@example.org";
const contact = { name: "Aigul", email: OWNER };

let world: RegisteringWorld;
let sent: MailFacts[];
let told: DeliverReport[];

beforeEach(async () => {
  world = await registeringWorld(eventOf([placeOf("hall")]));
  sent = [];
  told = [];
});

/** @param mails that may go to one address on a day; as many as usual where nothing is said */
function office(mails?: number, changes: Partial<DeliverDependencies> = {}): DeliverDependencies {
  const amounts = mails === undefined ? undefined : { submissions: 1, guesses: 1, mails };
  const report = (event: DeliverReport) => void told.push(event);
  return postOffice(world, sent, { limits: limits(world.client, world.table, amounts), report, ...changes });
}

const toOwner = () => sent.filter(({ mail }) => /owner/i.test(mail.to)).map(({ mail }) => mail.kind);

/** Someone who has the mail to verify an address sent to the owner's. */
async function asker(address = OWNER): Promise<Of> {
  const of = await comer(world);
  await askForAddress(world.dependencies, of, address);
  return of;
}

describe("mails that anybody can cause", () => {
  test("go to one address twenty times a day, whoever causes them, and the others are told of", async () => {
    const of = await comer(world);
    for (let n = 0; n < 22; n++) await askForAddress(world.dependencies, of, OWNER);
    await deliver(office(), of.id);
    expect(toOwner()).toHaveLength(20);
    const dropped = told.flatMap((each) => (each.kind === "dropped" ? [each.reason] : []));
    expect(dropped.filter((reason) => reason.startsWith("limit"))).toHaveLength(2);
  });

  test("are counted together, to verify, about a duplicate and for another address, under every spelling", async () => {
    const of = await submitter(world, { contact });
    await deliver(office(3), of.id);
    await verify(world.dependencies, of);
    world.pass(600);
    await submitter(world, { contact });
    await deliver(office(3), of.id);
    const askers = [await asker("Owner+press@example.org"), await asker()];
    for (const { id } of askers) await deliver(office(3), id);
    expect(toOwner()).toEqual(["verify", "confirmed", "duplicate", "verify-address"]);
  });

  test("go on the next day, in UTC", async () => {
    for (const hours of [0, 1, 18, 1]) {
      world.pass(hours * 3600);
      const { id } = await asker();
      await deliver(office(1), id);
    }
    const days = sent.filter(({ mail }) => mail.to === OWNER).map(({ mail }) => mail.createdAt.slice(0, 10));
    expect(days).toEqual(["2027-06-01", "2027-06-02"]);
  });

  test("are counted once, however often one is tried", async () => {
    const of = await submitter(world, { contact });
    const send = async () => {
      throw new Error("the mail server does not answer");
    };
    for (let n = 0; n < 3; n++) await expect(deliver(office(1, { send }), of.id)).rejects.toThrow();
    await deliver(office(1), of.id);
    expect(toOwner()).toEqual(["verify"]);
  });

  test("are not counted where they would be pointless: they are not sent either", async () => {
    const of = await submitter(world, { contact });
    await verify(world.dependencies, of);
    await deliver(office(1), of.id);
    const other = await asker();
    await deliver(office(1), other.id);
    expect(toOwner()).toEqual(["confirmed", "verify-address"]);
  });
});

test("what someone has asked for is never held back", async () => {
  const of = await submitter(world, { contact });
  await deliver(office(0), of.id);
  await verify(world.dependencies, of);
  await cancel(world.dependencies, of, []);
  await deliver(office(0), of.id);
  expect(toOwner()).toEqual(["confirmed", "cancelled"]);
});
