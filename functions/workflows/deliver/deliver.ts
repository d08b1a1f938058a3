import { registrationPath } from "../../domain/addresses.ts";
import { type Instant, secondsBetween, toInstant } from "../../domain/instant.ts";
import { addressHash } from "../../domain/registration/address.ts";
import { hasEnded } from "../../domain/registration/booking.ts";
import { codeOf, tokenText } from "../../domain/registration/links/token.ts";
import type { MailKind, OutboxMail } from "../../domain/registration/mail.ts";
import type { Registration } from "../../domain/registration/registration.ts";
import { isUnverified } from "../../domain/registration/registration.ts";
import type { WaitingMail } from "../../storage/registrations/outbox.ts";
import { type DeliverDependencies, type DeliverReport, MailRefused } from "./dependencies.ts";

/** What became of the mails of a registration in one go. */
export interface Delivered {
  sent: number;
  /** Never to be sent: refused, given up, or about something that is no longer so. */
  failed: number;
  /** Whether someone else is sending: the rest is theirs. */
  elsewhere: boolean;
}

/** Seconds after which a mail that could not be sent is given up: news of three days ago confuses more than it helps. */
const GIVE_UP_SECONDS = 3 * 86_400;

/**
 * Sends what is unsent of a registration, oldest first, so that nobody reads of a cancellation before the confirmation.
 * Records of the stream that come twice or in another order change nothing: the table tells what is unsent.
 *
 * @throws what kept a mail from being sent, when it may be gone at the next attempt
 */
export async function deliver(dependencies: DeliverDependencies, registration: string): Promise<Delivered> {
  const { outbox } = dependencies;
  const delivered: Delivered = { sent: 0, failed: 0, elsewhere: false };
  // Whoever was woken for a mail that came meanwhile found this one at work: so it looks until there is none.
  for (let unsent = await outbox.waitingOf(registration); unsent.length > 0; ) {
    for (const waiting of unsent) {
      const outcome = await deliverOne(dependencies, waiting);
      if (outcome === "elsewhere") return { ...delivered, elsewhere: true };
      delivered[outcome]++;
    }
    unsent = await outbox.waitingOf(registration);
  }
  return delivered;
}

async function deliverOne(
  dependencies: DeliverDependencies,
  waiting: WaitingMail,
): Promise<"sent" | "failed" | "elsewhere"> {
  const { outbox, registrations, mailboxes, clock, owner } = dependencies;
  const { mail } = waiting;
  const now = toInstant(clock());
  if (!(await outbox.claim(mail, owner, now))) return "elsewhere";
  const registration = await registrations.registration(mail.event, mail.registration);
  const refused = await mailboxes.refused(mail.to, now);
  const pointless = refused
    ? `mailbox: ${refused.reason}`
    : (pointlessness(mail, registration, now) ?? (await tooMany(dependencies, waiting, now)));
  if (pointless !== undefined) return giveUp(dependencies, { kind: "dropped", mail, reason: pointless }, now);
  try {
    const messageId = await send(dependencies, mail, registration, now);
    await outbox.mark(mail, { kind: "sent", messageId }, toInstant(clock()));
    dependencies.report?.({
      kind: "sent",
      mail,
      seconds: secondsBetween(mail.createdAt, toInstant(clock())),
    });
    return "sent";
  } catch (error) {
    if (error instanceof MailRefused) {
      await mailboxes.refuse(mail.to, { reason: "rejected", at: now });
      return giveUp(dependencies, { kind: "failed", mail, reason: error.message }, now);
    }
    if (secondsBetween(mail.createdAt, now) > GIVE_UP_SECONDS)
      return giveUp(dependencies, { kind: "failed", mail, reason: "given up after three days" }, now);
    await outbox.release(mail, owner);
    throw error;
  }
}

async function giveUp(
  { outbox, report }: DeliverDependencies,
  unsent: Exclude<DeliverReport, { kind: "sent" }>,
  now: Instant,
): Promise<"failed"> {
  await outbox.mark(unsent.mail, { kind: "failed", reason: unsent.reason }, now);
  report?.(unsent);
  return "failed";
}

/**
 * What someone gets because anyone typed their address, or wrote a mail under it, without that anything changed. A mail
 * that a change needs was counted before the change.
 */
const UNASKED: ReadonlySet<MailKind> = new Set(["duplicate", "reply"]);

/** Each is counted once, however often it is tried. */
async function tooMany(
  { limits }: DeliverDependencies,
  { mail: { kind, to }, attempts }: WaitingMail,
  now: Instant,
): Promise<string | undefined> {
  if (!UNASKED.has(kind) || attempts > 0) return undefined;
  return (await limits.within("mails", addressHash(to), now)) ? undefined : "limit: mails to one address";
}

/** Why a mail would only confuse by now: what it asks for is done, over, or asked of another address. */
function pointlessness(
  { kind, to, booking }: OutboxMail,
  registration: Registration | undefined,
  now: Instant,
): string | undefined {
  switch (kind) {
    case "verify":
      if (!registration || registration.contact.email !== to) return "superseded: another address";
      return isUnverified(registration) ? undefined : "superseded: verified";
    case "reply": // of a registration that went, or to another address, there is nothing to change by this mail
      return registration?.contact.email === to ? undefined : "superseded: another address";
    case "verify-address":
      return registration?.addressChange?.email === to ? undefined : "superseded: another address";
    case "directions": // nobody else may know them
      return registration?.bookings.some(
        ({ place, state }) => place === booking?.place && state === "confirmed",
      )
        ? undefined
        : "superseded: does not come";
    case "offer":
      return booking && hasEnded(booking, now) ? "superseded: the offer is over" : undefined;
    default:
      return undefined;
  }
}

async function send(
  dependencies: DeliverDependencies,
  mail: OutboxMail,
  registration: Registration | undefined,
  now: Instant,
): Promise<string> {
  const [event, site] = await Promise.all([
    dependencies.events.event(mail.event),
    dependencies.site(mail.language),
  ]);
  if (!event) throw new Error(`The event ${mail.event} of a mail is not published.`);
  const secret = registration && (await secretFor(dependencies, mail, registration));
  const link =
    registration && secret !== undefined
      ? `${site.address}${registrationPath(
          mail.language,
          tokenText({ event: event.id, registration: registration.id, secret }),
        )}`
      : undefined;
  return dependencies.send({
    mail,
    event,
    site,
    now,
    ...(registration && { registration }),
    ...(link !== undefined && { link }),
    ...(secret !== undefined && { code: codeOf(secret) }),
  });
}

/** What opens the registration goes to its own address alone; what verifies another one, to that one. */
async function secretFor(
  { seal }: DeliverDependencies,
  { kind, to }: OutboxMail,
  { id, contact, token, addressChange }: Registration,
): Promise<string | undefined> {
  if (kind === "verify-address")
    return addressChange?.email === to ? seal.open(addressChange.token.sealed, id) : undefined;
  return contact.email === to ? seal.open(token.sealed, id) : undefined;
}
