import { randomUUID } from "node:crypto";
import { addSeconds, type Instant } from "../../domain/instant.ts";
import { mailboxHash } from "../../domain/registration/address.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import type { OutboxMail } from "../../domain/registration/mail.ts";
import {
  DIGEST_HOUR,
  digestPlaces,
  heard,
  type NotifiedState,
  notifiedAtFirst,
  type OrganiserNews,
} from "../../domain/registration/organisers.ts";
import { eraseAt, type Registration } from "../../domain/registration/registration.ts";
import { localIso } from "../../rendering/format/dates.ts";
import type { Mailboxes } from "../../storage/registrations/mailboxes.ts";
import type { OrganiserNotifications } from "../../storage/registrations/organiser-notifications.ts";
import type { Outbox } from "../../storage/registrations/outbox.ts";
import type { Registrations } from "../../storage/registrations/registrations.ts";

export interface HearingDependencies {
  readonly hearing: OrganiserNotifications;
  readonly outbox: Pick<Outbox, "lately">;
  readonly mailboxes: Pick<Mailboxes, "lately">;
  readonly registrations: Pick<Registrations, "seats" | "all">;
}

/** A transaction that writes a mail takes no longer than this from the time that stands in the mail. */
const CERTAIN_SECONDS = 30;
const DAY_SECONDS = 86_400;

/**
 * Tells the organisers of events what they wait for, by mails of the outbox: that a place is full, that approval is asked,
 * that mailboxes refuse, and once a day how many there are of what. Everything follows from what is stored, and how far
 * they have heard is stored in the transaction of the mails: a run that is killed, repeated, or beside another one tells
 * nothing twice and leaves nothing out.
 */
export async function notifyOrganisers(
  dependencies: HearingDependencies,
  events: readonly RegistrationEvent[],
  now: Instant,
): Promise<number> {
  const hearing = events.filter(
    ({ organisers = [], end }) => organisers.length > 0 && now < addSeconds(end, DAY_SECONDS),
  );
  if (hearing.length === 0) return 0;
  const upTo = addSeconds(now, -CERTAIN_SECONDS);
  const befores = new Map<string, NotifiedState | undefined>();
  for (const { id } of hearing) befores.set(id, await dependencies.hearing.of(id));
  const froms = [...befores.values()].map((each) => each?.upTo ?? upTo).sort();
  const mails = await gathered(dependencies.outbox.lately());
  const refused = await gathered(dependencies.mailboxes.lately(froms[0] ?? upTo));
  let told = 0;
  for (const event of hearing) {
    const before = befores.get(event.id);
    const from = before?.upTo ?? upTo;
    const own = mails.filter((mail) => mail.event === event.id);
    const isNew = (at: Instant) => from < at && at <= upTo;
    const approvals = own.filter(({ kind, createdAt }) => kind === "pending" && isNew(createdAt)).length;
    const mailboxes = new Set(own.map(({ to }) => mailboxHash(to)));
    const bounces = refused.filter(({ at, hash }) => isNew(at) && mailboxes.has(hash)).length;
    told += await hearOne(dependencies, event, { before, now, upTo, approvals, bounces });
  }
  return told;
}

interface Hearing {
  readonly before: NotifiedState | undefined;
  readonly now: Instant;
  readonly upTo: Instant;
  readonly approvals: number;
  readonly bounces: number;
}

async function hearOne(
  { hearing, registrations }: HearingDependencies,
  event: RegistrationEvent,
  { before, now, ...found }: Hearing,
): Promise<number> {
  const local = localIso(now, event.zone);
  const [day, hour] = [local.slice(0, 10), Number(local.slice(11, 13))];
  const known = before ?? notifiedAtFirst(found.upTo, "");
  const seats = await registrations.seats(
    event.id,
    event.places.map(({ id }) => id),
  );
  const isDue = known.digest.day < day && hour >= DIGEST_HOUR;
  const digest = isDue
    ? { day, places: digestPlaces(await gathered<Registration>(registrations.all(event.id)), seats, now) }
    : undefined;
  const { after, news } = heard(known, { now, ...found, seats, digest });
  const mails = news.flatMap((each) => mailsOf(event, each, now));
  const ends = eraseAt(event.end, event.keepDays);
  const isStored = await hearing.commit(event.id, { before, after, ends }, mails);
  return isStored ? mails.length : 0;
}

/** One mail for each organiser, in their language. */
function mailsOf(event: RegistrationEvent, news: OrganiserNews, createdAt: Instant): OutboxMail[] {
  const registration = randomUUID(); // of nobody: mails go in order under it
  return (event.organisers ?? []).map(({ email, language }, index) => ({
    registration,
    event: event.id,
    version: 1,
    index,
    kind: news.kind,
    to: email,
    name: "",
    language,
    createdAt,
    news,
  }));
}

async function gathered<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}
