import { beforeEach, describe, expect, test } from "vitest";
import type { MailFacts } from "../../../functions/rendering/mail/mail-facts.ts";
import { limits, USUAL_AMOUNTS } from "../../../functions/storage/registrations/limits.ts";
import { deliver } from "../../../functions/workflows/deliver/deliver.ts";
import type {
  DeliverDependencies,
  DeliverReport,
} from "../../../functions/workflows/deliver/dependencies.ts";
import { askForAddress } from "../../../functions/workflows/registration/change-address.ts";
import { openRegistration } from "../../../functions/workflows/registration/open-registration.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import { cancel, verify } from "../../../functions/workflows/registration/self-service.ts";
import { comer, submitter } from "../../worlds/registration/housekeeping.ts";
import { postOffice } from "../../worlds/registration/post-office.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf, submissionOf } from "../../worlds/registration/registration-events.ts";

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
  const amounts = mails === undefined ? undefined : { ...USUAL_AMOUNTS, mails };
  const report = (event: DeliverReport) => void told.push(event);
  return postOffice(world, sent, { limits: limits(world.client, world.table, amounts), report, ...changes });
}

const toOwner = () => sent.filter(({ mail }) => /owner/i.test(mail.to)).map(({ mail }) => mail.kind);

/** What may go to one address on a day, in the workflows as in the post office. */
const within = (mails: number, addresses = 1e6) => ({
  ...world.dependencies,
  limits: limits(world.client, world.table, { ...USUAL_AMOUNTS, mails, addresses }),
});

describe("mails that anybody can cause", () => {
  test("go to one address twenty times a day, and beyond that nothing that would need one is changed", async () => {
    const answers = [];
    for (let n = 0; n < 22; n++) {
      const of = await comer(world);
      answers.push(await askForAddress(within(20), of, OWNER).catch(({ code }) => code));
      await deliver(office(), of.id);
    }
    expect(answers.filter((each) => each === "asked")).toHaveLength(20);
    expect(answers.slice(20)).toEqual(["address-limit", "address-limit"]);
    expect(toOwner()).toEqual(Array(20).fill("verify-address"));
    expect((await world.all()).filter(({ addressChange }) => addressChange)).toHaveLength(20);
  });

  test("are caused by one registration for five other addresses a day", async () => {
    const of = await comer(world);
    const asks = [];
    for (let n = 0; n < 7; n++)
      asks.push(await askForAddress(within(20, 5), of, `x${n}@example.org`).catch(({ code }) => code));
    expect(asks).toEqual([...Array(5).fill("asked"), "address-limit", "address-limit"]);
  });

  test("are counted together, to verify, about a duplicate and for another address, under every spelling", async () => {
    const of = {
      event: world.event,
      id: (await register(within(3), world.event, submissionOf({ contact }))).id,
    };
    await verify(world.dependencies, of);
    world.pass(600);
    await register(within(3), world.event, submissionOf({ contact }));
    await deliver(office(3), of.id);
    const askers = [await comer(world), await comer(world)];
    for (const each of askers) {
      await askForAddress(within(3), each, "OWNER@example.org").catch(() => undefined);
      await deliver(office(3), each.id);
    }
    expect(toOwner()).toEqual(["confirmed", "duplicate", "verify-address"]);
  });

  test("go on the next day, in UTC", async () => {
    for (const hours of [0, 1, 18, 1]) {
      world.pass(hours * 3600);
      const of = await comer(world);
      await askForAddress(within(1), of, OWNER).catch(() => undefined);
      await deliver(office(), of.id);
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
});

test("a stranger's address typed 21 times is mailed five times, and every link of these goes on to work", async () => {
  const ids = [];
  for (let n = 0; n < 21; n++)
    ids.push(
      (await register(within(20), world.event, submissionOf({ contact, people: people(1 + (n % 3)) }))).id,
    );
  const all = await world.all();
  for (const { id } of all) await deliver(office(), id);
  expect(toOwner()).toEqual(Array(5).fill("verify"));
  const opened = await Promise.all(
    sent.map(({ link = "" }) => openRegistration(world.dependencies, link.split("/").at(-1) ?? "")),
  );
  expect(opened.map((each) => each?.registration.id).sort()).toEqual(ids.slice(0, 5).sort());
});

test("one form that is changed again and again leaves the last link that could be mailed", async () => {
  const form = submissionOf({ contact });
  for (let n = 0; n < 6; n++)
    await register(within(3), world.event, { ...form, people: people(1 + (n % 5)), needs: `${n}` });
  await deliver(office(3), form.id);
  const opened = await openRegistration(world.dependencies, sent.at(-1)?.link?.split("/").at(-1) ?? "");
  expect(opened?.registration).toMatchObject({ id: form.id, needs: "2" });
});

test("what someone has asked for is never held back", async () => {
  const of = await submitter(world, { contact });
  await verify(world.dependencies, of);
  await cancel(world.dependencies, of, []);
  await deliver(office(0), of.id);
  expect(toOwner()).toEqual(["confirmed", "cancelled"]);
});
