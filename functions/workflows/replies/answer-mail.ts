import { type Instant, toInstant } from "../../domain/instant.ts";
import { addressHash } from "../../domain/registration/address.ts";
import { replied } from "../../domain/registration/decisions/reply.ts";
import { isClaimed, mayAsk, type Registration } from "../../domain/registration/registration.ts";
import { registrationInUid } from "../../rendering/calendar/invitation.ts";
import { Conflict } from "../../storage/registrations/registrations.ts";
import { holderOf } from "../registration/address-locks.ts";
import { stored } from "../registration/carry-out.ts";
import type { IgnoredBecause, ReplyDependencies } from "./dependencies.ts";
import { type RawMail, type ReceivedMail, readMail } from "./received-mail.ts";

/**
 * Answers a mail to the address that calendars answer to: whoever has declined there believes to have cancelled, and
 * their seat stays taken. Those who are registered are told what changes something; nobody else is ever written to, and
 * no mail changes anything by itself.
 */
export async function answerMail(dependencies: ReplyDependencies, mail: RawMail): Promise<void> {
  const { clock, own, report } = dependencies;
  const ignored = (reason: IgnoredBecause) => report?.({ kind: "reply-ignored", reason });
  const received = await readMail(mail);
  if (!received) return ignored("unreadable");
  if (isAmong(own, received.from)) return ignored("own");
  if (!received.answer && !received.isWritten) return ignored("automatic");
  const now = toInstant(clock());
  const holders = await holdersOf(dependencies, received, now);
  if (holders.length === 0) return ignored("unknown");
  for (const holder of holders) {
    if (received.answer?.accepts && comes(holder)) ignored("agreed");
    else if (mayAsk(holder, now)) await answer(dependencies, holder, now);
    else ignored("lately");
  }
}

const comes = ({ bookings }: Registration): boolean => bookings.some(({ state }) => state === "confirmed");

const isAmong = (addresses: readonly string[], address: string): boolean =>
  addresses.some((each) => addressHash(each) === addressHash(address));

/** Live registrations of whoever writes, for what is not over: all, or the one that is answered. */
async function holdersOf(
  dependencies: ReplyDependencies,
  received: ReceivedMail,
  now: Instant,
): Promise<Registration[]> {
  const named = registrationInUid(received.answer?.uid ?? "");
  const holders: Registration[] = [];
  for (const event of await dependencies.events.all(now)) {
    if (event.end <= now) continue;
    for (const address of speakersIn(received, named)) {
      const holder = await holderOf(dependencies, event, address);
      if (holder && isClaimed(holder, now) && (named === undefined || named === holder.id)) {
        holders.push(holder);
        break;
      }
    }
  }
  return holders;
}

/**
 * Under which addresses it is looked for a registration. Some providers send answers from an address of their own; then
 * the one who answers counts, who must be the contact of the very registration that is answered.
 */
function speakersIn({ from, answer }: ReceivedMail, named: string | undefined): string[] {
  const attendee = named === undefined ? undefined : answer?.attendee;
  return attendee === undefined || attendee === from ? [from] : [from, attendee];
}

async function answer(
  { registrations, report }: ReplyDependencies,
  holder: Registration,
  now: Instant,
): Promise<void> {
  try {
    await registrations.commit([stored(replied(holder, now))], new Map());
    report?.({ kind: "reply-answered", event: holder.event, registration: holder.id });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error; // it changes at this very moment: its mail says more than this one
  }
}
