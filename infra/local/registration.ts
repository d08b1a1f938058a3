import { randomUUID } from "node:crypto";
import { SiteDocument } from "../../functions/domain/documents/site.ts";
import { type Clock, toInstant } from "../../functions/domain/instant.ts";
import type { Language } from "../../functions/domain/language.ts";
import { registrationApp } from "../../functions/http/apps/registration-app.ts";
import { readItem } from "../../functions/storage/dynamodb/read-item.ts";
import { availabilityBoard } from "../../functions/storage/newsroom/availability.ts";
import { newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { registrationEvents } from "../../functions/storage/newsroom/registration-events.ts";
import { doNotInvite } from "../../functions/storage/registrations/do-not-invite.ts";
import { guestLists } from "../../functions/storage/registrations/guest-lists.ts";
import { housekeepingMarks } from "../../functions/storage/registrations/housekeeping-marks.ts";
import { type Amounts, limits } from "../../functions/storage/registrations/limits.ts";
import { mailboxes } from "../../functions/storage/registrations/mailboxes.ts";
import { organiserNotifications } from "../../functions/storage/registrations/organiser-notifications.ts";
import { outbox } from "../../functions/storage/registrations/outbox.ts";
import { registrations } from "../../functions/storage/registrations/registrations.ts";
import { shadowSubmissions } from "../../functions/storage/registrations/shadow-submissions.ts";
import { deliver } from "../../functions/workflows/deliver/deliver.ts";
import { deliverAll } from "../../functions/workflows/deliver/deliver-all.ts";
import type { DeliverDependencies } from "../../functions/workflows/deliver/dependencies.ts";
import { mailSender } from "../../functions/workflows/deliver/mail-sender.ts";
import type { HousekeepingDependencies } from "../../functions/workflows/housekeeping/dependencies.ts";
import { housekeep } from "../../functions/workflows/housekeeping/housekeep.ts";
import type { PeopleOrigin } from "./edge/edge.ts";
import type { Publishing } from "./edge/still-publishing.ts";
import { failureLog } from "./machine/failure-log.ts";
import { localLinkSigner, localTokenSeal } from "./machine/link-key.ts";
import type { RawSender } from "./mail/smtp-sender.ts";
import { type Repeating, repeat } from "./repeating.ts";
import { LOCAL_REPLIES, LOCAL_SENDER } from "./replies.ts";
import type { Stores } from "./stores.ts";

export interface LocalRegistrationOptions {
  /** State directory, where the keys lie. */
  readonly state: string;
  readonly clock: Clock;
  readonly preview: boolean;
  readonly publishing?: Publishing;
  readonly amounts?: Amounts;
}

/** Registration as the local edge sends requests to it. */
export function localRegistration(
  stores: Pick<Stores, "dynamodb">,
  options: LocalRegistrationOptions,
): PeopleOrigin {
  const { client, table, registrations: people } = stores.dynamodb;
  const { state, clock, preview, publishing, amounts } = options;
  const secret = randomUUID();
  const signer = localLinkSigner(state);
  const reader = newsroomReader(client, table);
  const app = registrationApp({
    reader,
    clock,
    preview,
    publishing,
    registering: {
      ...registering(stores, options),
      shadows: shadowSubmissions(client, people),
      limits: limits(client, people, amounts),
      doNotInvite: doNotInvite(client, people, signer),
    },
    events: registrationEvents(reader),
    signer,
    replies: LOCAL_REPLIES,
    edgeSecrets: async () => [secret],
    secure: false,
  });
  return { fetch: app.fetch, secret };
}

function registering(
  { dynamodb }: Pick<Stores, "dynamodb">,
  { state, clock }: Pick<LocalRegistrationOptions, "state" | "clock">,
) {
  return {
    registrations: registrations(dynamodb.client, dynamodb.registrations),
    seal: localTokenSeal(state),
    clock: () => clock().getTime(),
  };
}

/** How soon after a change its mail is sent: on AWS the table's stream tells at once. */
const DELIVER_EVERY_MS = 1_000;
const HOUSEKEEP_EVERY_MS = 60_000;

export interface MailWorkOptions extends Pick<LocalRegistrationOptions, "state" | "clock"> {
  /** Scheme and host in links. */
  readonly address: string;
  readonly send: RawSender;
  /** Whether the clock is the real one; of a time that is only looked at, nobody is reminded. */
  readonly housekeeping: boolean;
  /** Logs what failed; the next run tries again. */
  readonly failed?: (error: unknown) => void;
}

/** Sends mail as it becomes due and does what the clock demands, until it is stopped. */
export function startMailWork(stores: Pick<Stores, "dynamodb">, options: MailWorkOptions): Repeating[] {
  const { failed = failureLog("Mail or registrations:") } = options;
  const delivering = deliverDependencies(stores, options);
  const { outbox: box, clock } = delivering;
  const sendAll = async (stopped: () => boolean) => {
    const now = toInstant(clock());
    const send = (registration: string) => deliver(delivering, registration);
    await deliverAll(box.neglected(now, now), send, { failed, stopped });
  };
  const keep = async () => {
    const { failures } = await housekeep(housekeepingDependencies(stores, options, delivering));
    for (const failure of failures) failed(failure);
  };
  return [
    repeat(sendAll, DELIVER_EVERY_MS, failed),
    ...(options.housekeeping ? [repeat(keep, HOUSEKEEP_EVERY_MS, failed)] : []),
  ];
}

export function deliverDependencies(
  stores: Pick<Stores, "dynamodb">,
  { state, clock, address, send }: Omit<MailWorkOptions, "housekeeping">,
): DeliverDependencies {
  const { client, table, registrations: people } = stores.dynamodb;
  const reader = newsroomReader(client, table);
  return {
    outbox: outbox(client, people, { alone: true }), // one newsroom works with a state directory
    registrations: registrations(client, people),
    mailboxes: mailboxes(client, people),
    limits: limits(client, people),
    events: registrationEvents(reader),
    site: async (language: Language) => {
      const stored = await reader.site(language);
      if (!stored) throw new Error("Nothing has been published yet.");
      return { ...readItem(SiteDocument, stored).value, address };
    },
    seal: localTokenSeal(state),
    send: mailSender({ from: LOCAL_SENDER, replies: LOCAL_REPLIES, hand: send }),
    clock,
    owner: `${process.pid}-${randomUUID()}`,
  };
}

function housekeepingDependencies(
  stores: Pick<Stores, "dynamodb">,
  options: MailWorkOptions,
  delivering: DeliverDependencies,
): HousekeepingDependencies {
  const { client, table, registrations: people } = stores.dynamodb;
  return {
    ...registering(stores, options),
    events: delivering.events,
    organisers: {
      ...delivering,
      hearing: organiserNotifications(client, people),
      registrations: registrations(client, people),
    },
    availability: availabilityBoard(client, table),
    lists: guestLists(client, people),
    marks: housekeepingMarks(client, people),
    outbox: delivering.outbox,
    deliver: (registration) => deliver(delivering, registration),
  };
}
