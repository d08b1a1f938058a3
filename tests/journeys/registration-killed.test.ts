import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { addSeconds, toInstant } from "../../functions/domain/instant.ts";
import { formToken } from "../../functions/http/registration/form-token.ts";
import { newsroomReader } from "../../functions/storage/newsroom-reader.ts";
import { registrationEvents } from "../../functions/storage/registration-events.ts";
import { localDynamoDbClient } from "../../infra/local/clients.ts";
import { localLinkSigner } from "../../infra/local/link-key.ts";
import type { Running } from "../../infra/local/state-directory.ts";
import { existing } from "../worlds/registering.ts";
import { violations } from "../worlds/registration-invariants.ts";
import { filled } from "../worlds/registration-site.ts";
import {
  freshWorkplace,
  isAlive,
  npmStart,
  type StartedNewsroom,
  type Workplace,
} from "../worlds/started-newsroom.ts";

const PEOPLE = 24;
let workplace: Workplace;

afterEach(() => workplace.remove());

async function worldOf({ dynamodb, table, registrations }: Required<Running>) {
  const client = localDynamoDbClient(dynamodb);
  const [event] = (
    await registrationEvents(newsroomReader(client, table)).all("2027-01-01T00:00:00Z")
  ).filter(({ slug }) => slug === "world-day-2027");
  if (!event) throw new Error("The event is not published.");
  return existing(client, registrations, event);
}

/** Sends every form; an answer that does not come is what a browser shows as an error. */
async function sendAll(address: string, forms: readonly string[]): Promise<number[]> {
  return Promise.all(
    forms.map(async (form, n) => {
      const fields = filled(form, {
        email: `person-${n}@example.org`,
        "answer-hearing": "kk",
      });
      const body = new URLSearchParams(fields as Record<string, string>);
      const target = `${address}/en/register/world-day-2027`;
      return fetch(target, { method: "POST", body, redirect: "manual" }).then(
        (answer) => answer.status,
        () => 0,
      );
    }),
  );
}

async function mailsIn(newsroom: StartedNewsroom): Promise<{ to: string; subject: string }[]> {
  const inbox = /Mail +(http:\S+)\//.exec(newsroom.said())?.[1] ?? "";
  return (await fetch(`${inbox}/mails.json`)).json();
}

test("a newsroom killed while people register loses nobody: sent again, each is one registration with its mail", async () => {
  workplace = freshWorkplace();
  const first = npmStart(workplace);
  const running = await first.opened();
  const { event } = await worldOf(running);
  const signer = localLinkSigner(workplace.state);
  const opened = addSeconds(toInstant(new Date()), -60);
  const forms = await Promise.all(Array.from({ length: PEOPLE }, () => formToken(signer, event.id, opened)));
  const sending = sendAll(running.address, forms);
  await pause(randomInt(30, 400)); // any moment while they are under way
  process.kill(-(first.child.pid ?? 0), "SIGKILL");
  process.kill(running.dynamodbPid, "SIGKILL");
  await Promise.all([sending, first.exit()]);
  while (isAlive(running.dynamodbPid)) await pause(20);

  const second = npmStart(workplace);
  const again = await second.opened();
  try {
    const world = await worldOf(again);
    const ceilings = new Map(event.places.map(({ id, capacity }) => [id, capacity]));
    expect(await violations(world, ceilings)).toEqual([]);
    expect(new Set(await sendAll(again.address, forms))).toEqual(new Set([303]));
    expect((await world.all()).length).toBe(PEOPLE);
    expect(await violations(world, ceilings)).toEqual([]);
    const written = () => mailsIn(second).then((mails) => new Set(mails.map(({ to }) => to)).size);
    await expect.poll(written, { timeout: 150_000, interval: 500 }).toBe(PEOPLE);
  } finally {
    await second.interrupt();
  }
}, 240_000);
