import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { registrationPath } from "../../functions/domain/addresses.ts";
import { addSeconds, toInstant } from "../../functions/domain/instant.ts";
import { tokenText } from "../../functions/domain/registration/links/token.ts";
import type { Registration } from "../../functions/domain/registration/registration.ts";
import { formToken } from "../../functions/http/registration/form-token.ts";
import { newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { registrationEvents } from "../../functions/storage/newsroom/registration-events.ts";
import { localDynamoDbClient } from "../../infra/local/clients.ts";
import { localLinkSigner, localTokenSeal } from "../../infra/local/machine/link-key.ts";
import type { RunningRecord } from "../../infra/local/machine/state-directory.ts";
import { freshWorkplace } from "../worlds/commands/fresh-workplace.ts";
import {
  isAlive,
  npmStart,
  type StartedNewsroom,
  type Workplace,
} from "../worlds/commands/started-newsroom.ts";
import { type Draw, drawing } from "../worlds/documents/random.ts";
import { existing, type RegisteringWorld } from "../worlds/registration/registering.ts";
import { violations } from "../worlds/registration/registration-invariants.ts";
import { filled } from "../worlds/registration/registration-site.ts";

const PEOPLE = 24;
/** Those who cancel in the end. */
const LEAVING = 8;
/** A newsroom dies and starts anew three times, and mail is sent again after a minute. */
const TIMEOUT_MS = 400_000;
let workplace: Workplace;
let newsroom: StartedNewsroom;

afterEach(async () => {
  await newsroom.interrupt();
  workplace.remove();
});

async function worldOf({ dynamodb, table, registrations }: Required<RunningRecord>) {
  const client = localDynamoDbClient(dynamodb);
  const [event] = (
    await registrationEvents(newsroomReader(client, table)).all("2027-01-01T00:00:00Z")
  ).filter(({ slug }) => slug === "world-day-2027");
  if (!event) throw new Error("The event is not published.");
  return existing(client, registrations, event);
}

interface Sent {
  readonly path: string;
  readonly fields: Record<string, string>;
}

/** Sends all of it at once; an answer that does not come is what a browser shows as an error. */
async function sendAll(address: string, all: readonly Sent[]): Promise<number[]> {
  return Promise.all(
    all.map(({ path, fields }) =>
      fetch(`${address}${path}`, {
        method: "POST",
        body: new URLSearchParams(fields),
        redirect: "manual",
      }).then(
        (answer) => answer.status,
        () => 0,
      ),
    ),
  );
}

/** Sends it to a newsroom that is killed meanwhile, starts it again and sends it once more, as people do. */
async function sendThroughDeath(
  running: Awaited<ReturnType<StartedNewsroom["opened"]>>,
  all: readonly Sent[],
  draw: Draw,
) {
  const sending = sendAll(running.address, all);
  await pause(30 + draw(370)); // any moment while they are under way
  process.kill(-(newsroom.child.pid ?? 0), "SIGKILL");
  process.kill(running.dynamodbPid, "SIGKILL");
  await Promise.all([sending, newsroom.exit()]);
  while (isAlive(running.dynamodbPid)) await pause(20);
  newsroom = npmStart(workplace);
  const again = await newsroom.opened();
  const world = await worldOf(again);
  expect(await violations(world, ceilingsOf(world))).toEqual([]);
  expect(new Set(await sendAll(again.address, all))).toEqual(new Set([303]));
  expect(await violations(world, ceilingsOf(world))).toEqual([]);
  return { running: again, world };
}

const ceilingsOf = ({ event }: RegisteringWorld) =>
  new Map(event.places.map(({ id, capacity }) => [id, capacity]));

/** What the button of a registration sends. */
async function pressed({ id, event, token }: Registration, action: string): Promise<Sent> {
  const secret = await localTokenSeal(workplace.state).open(token.sealed, id);
  const path = registrationPath("en", tokenText({ event, registration: id, secret }));
  return { path: `${path}/${action}`, fields: { place: "hall", sure: "yes" } };
}

const addresses = (all: readonly Registration[]) => all.map(({ contact }) => contact.email).sort();

/** Who was sent a mail whose subject begins with this. */
async function sentTo(begins: string): Promise<string[]> {
  const inbox = /Mail +(http:\S+)\//.exec(newsroom.said())?.[1] ?? "";
  const mails: { to: string; subject: string }[] = await (await fetch(`${inbox}/mails.json`)).json();
  const those = mails.filter(({ subject }) => subject.startsWith(begins));
  return [...new Set(those.map(({ to }) => /[^<\s]+@[^>\s]+/.exec(to)?.[0] ?? to))].sort();
}

test(
  "a newsroom killed while people register, confirm and cancel loses nobody, and everyone has the mail they should",
  async () => {
    workplace = freshWorkplace();
    newsroom = npmStart(workplace);
    const running = await newsroom.opened();
    const { event } = await worldOf(running);
    const signer = localLinkSigner(workplace.state);
    const opened = addSeconds(toInstant(new Date()), -60);
    const forms = await Promise.all(
      Array.from({ length: PEOPLE }, async (_, n) => {
        const changes = { email: `person-${n}@example.org`, "answer-hearing": "kk" };
        const fields = filled(await formToken(signer, event.id, opened), changes);
        return { path: "/en/register/world-day-2027", fields: fields as Record<string, string> };
      }),
    );

    const draw = drawing();
    const registered = await sendThroughDeath(running, forms, draw);
    const all = await registered.world.all();
    expect(all.length).toBe(PEOPLE);
    const written = { timeout: 150_000, interval: 500 };
    await expect.poll(() => sentTo("Please"), written).toEqual(addresses(all));
    const confirming = await Promise.all(all.map((each) => pressed(each, "verify")));
    const confirmed = await sendThroughDeath(registered.running, confirming, draw);
    const leaving = await Promise.all(all.slice(0, LEAVING).map((each) => pressed(each, "cancel")));
    const { world } = await sendThroughDeath(confirmed.running, leaving, draw);

    const states = (await world.all()).map(({ bookings }) => bookings[0]?.state);
    expect(states.filter((state) => state === "cancelled").length).toBe(LEAVING);
    expect(states.filter((state) => state === "confirmed").length).toBe(PEOPLE - LEAVING);
    await expect.poll(() => sentTo("Confirmed"), written).toEqual(addresses(all));
    await expect
      .poll(() => sentTo("Registration cancelled"), written)
      .toEqual(addresses(all.slice(0, LEAVING)));
  },
  TIMEOUT_MS,
);
