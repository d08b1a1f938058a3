import type { Instant } from "../../domain/instant.ts";
import type { HoldEntry, QueueEntry } from "../../domain/registration/footprint.ts";
import type { OutboxMail } from "../../domain/registration/mail.ts";
import type { Key } from "../dynamodb/key.ts";

/**
 * Every key of the Registrations table, which holds what is known of people. Partition key `pk`, sort key `sk`, both
 * strings. Whatever has an end carries it in `expires`, in seconds since 1970: DynamoDB deletes it then, in its own
 * time, so reading looks at it as well.
 *
 * | item | pk | sk |
 * |---|---|---|
 * | grant of early access | `early#{grant}` | `grant` |
 * | what was opened with it | `early#{grant}` | `opened#{instant}#{random}` |
 * | the grant in the list of all | `early-grants` | `{createdAt}#{grant}` |
 * | place: its capacity, seats taken, bookings that wait | `place#{event}#{place}` | `place` |
 * | registration | `registrations#{event}#{shard}` | `{registration}` |
 * | what keeps an address: a proven registration, or unproven submissions | `address#{event}#{hash}` | `lock` |
 * | booking that waits, in the order of its turn | `waiting#{event}#{place}` | `{priority}#{submittedAt}#{registration}` |
 * | end of a hold, or of the time to verify | `holds#{event}#{place}` | `{until}#{registration}` |
 * | mail to be sent, or sent lately | `outbox#{shard}` | `{registration}#{version}#{index}` |
 * | submission under an address that is registered | `submission#{form}` | `submission` |
 * | mailbox that refuses mail | `mailbox#{hash}` | `mailbox` |
 * | the same by the time when it refused, for some days | `mailbox#lately` | `{instant}#{hash}` |
 * | mailbox whose owner asked not to be invited again | `do-not-invite#{hash}` | `do-not-invite` |
 * | mails to an address, or codes typed for it, on a day | `limit#{day}#{hash}` | `limit` |
 * | what a network may still do in an hour without proving anything | `limit#{day}#{hash}` | `network#{hour}` |
 * | key of the hashes of a day | `limit-key#{day}` | `limit-key` |
 * | how far a task of housekeeping has come | `housekeeping#{event}` | `{task}` |
 * | how far the organisers of an event have heard | `housekeeping#{event}` | `organisers` |
 * | list of people who are invited | `guest-lists#{event}` | `{list}` |
 * | what is left of an event's registrations | `counts#{event}` | `{place}#{state}` |
 * | who read personal data, and why | `access-log` | `{instant}#{random}` |
 * | co-organiser who may have names | `co-organisers#{event}` | `{name}` |
 *
 * Everything of a place but its row is spread: a registration by the first digit of its id, which is random.
 */

/** The attribute that holds the end of an item, in seconds since 1970. */
export const END_ATTRIBUTE = "expires";

/** All partitions that the function of early access may touch begin so; the list of all grants does not. */
export const EARLY_PREFIX = "early#";
export const grantPartition = (grantId: string): string => `${EARLY_PREFIX}${grantId}`;
export const grantKey = (grantId: string): Key => ({ pk: grantPartition(grantId), sk: "grant" });
export const OPENED_PREFIX = "opened#";
/** @param random keeps apart what was opened within one second */
export const openedKey = (grantId: string, at: Instant, random: string): Key => ({
  pk: grantPartition(grantId),
  sk: `${OPENED_PREFIX}${at}#${random}`,
});
export const GRANTS_PARTITION = "early-grants";
export const grantEntryKey = (createdAt: Instant, grantId: string): Key => ({
  pk: GRANTS_PARTITION,
  sk: `${createdAt}#${grantId}`,
});

export const PLACE_PREFIX = "place#";
export const placePartition = (event: string, place: string): string => `${PLACE_PREFIX}${event}#${place}`;
export const placeKey = (event: string, place: string): Key => ({
  pk: placePartition(event, place),
  sk: "place",
});

/** Shards of an event's registrations, and of all mail: the first hexadecimal digit of the registration's id. */
export const REGISTRATION_SHARDS = [..."0123456789abcdef"] as const;
const shardOf = (registration: string): string => registration.charAt(0);

export const REGISTRATIONS_PREFIX = "registrations#";
export const registrationsPartition = (event: string, shard: string): string =>
  `${REGISTRATIONS_PREFIX}${event}#${shard}`;
export const registrationKey = (event: string, registration: string): Key => ({
  pk: registrationsPartition(event, shardOf(registration)),
  sk: registration,
});
export const ADDRESS_PREFIX = "address#";
/** @param hash of the normalised address */
export const addressKey = (event: string, hash: string): Key => ({
  pk: `${ADDRESS_PREFIX}${event}#${hash}`,
  sk: "lock",
});
export const WAITING_PREFIX = "waiting#";
export const waitingPartition = (event: string, place: string): string =>
  `${WAITING_PREFIX}${event}#${place}`;
export const waitingKey = (
  event: string,
  { place, priority, submittedAt, registration }: QueueEntry,
): Key => ({
  pk: waitingPartition(event, place),
  sk: `${priority}#${submittedAt}#${registration}`,
});
export const HOLDS_PREFIX = "holds#";
export const holdsPartition = (event: string, place: string): string => `${HOLDS_PREFIX}${event}#${place}`;
export const holdKey = (event: string, { place, until, registration }: HoldEntry): Key => ({
  pk: holdsPartition(event, place),
  sk: `${until}#${registration}`,
});
/** What the stream tells the function that delivers: everything else it filters out. */
export const OUTBOX_PREFIX = "outbox#";
export const outboxPartition = (shard: string): string => `${OUTBOX_PREFIX}${shard}`;
export const outboxPartitionOf = (registration: string): string => outboxPartition(shardOf(registration));
export const outboxKey = ({
  registration,
  version,
  index,
}: Pick<OutboxMail, "registration" | "version" | "index">): Key => ({
  pk: outboxPartitionOf(registration),
  sk: `${registration}#${String(version).padStart(6, "0")}#${String(index).padStart(2, "0")}`,
});
export const SUBMISSION_PREFIX = "submission#";
export const submissionKey = (form: string): Key => ({ pk: `${SUBMISSION_PREFIX}${form}`, sk: "submission" });
export const MAILBOX_PREFIX = "mailbox#";
/** @param hash of the mailbox */
export const mailboxKey = (hash: string): Key => ({ pk: `${MAILBOX_PREFIX}${hash}`, sk: "mailbox" });
export const REFUSED_LATELY_PARTITION = `${MAILBOX_PREFIX}lately`;
export const refusedLatelyKey = (at: Instant, hash: string): Key => ({
  pk: REFUSED_LATELY_PARTITION,
  sk: `${at}#${hash}`,
});
export const DO_NOT_INVITE_PREFIX = "do-not-invite#";
/** @param hash of the normalised address, with a key */
export const doNotInviteKey = (hash: string): Key => ({
  pk: `${DO_NOT_INVITE_PREFIX}${hash}`,
  sk: "do-not-invite",
});
/** @param day in UTC, `yyyy-mm-dd` */
export const limitKey = (day: string, hash: string): Key => ({ pk: `limit#${day}#${hash}`, sk: "limit" });
/** @param mark `{day}#{hash}`; @param hour of that day, two digits */
export const networkKey = (mark: string, hour: string): Key => ({
  pk: `limit#${mark}`,
  sk: `network#${hour}`,
});
export const limitKeyKey = (day: string): Key => ({ pk: `limit-key#${day}`, sk: "limit-key" });
export const HOUSEKEEPING_PREFIX = "housekeeping#";
export const housekeepingKey = (event: string, task: string): Key => ({
  pk: `${HOUSEKEEPING_PREFIX}${event}`,
  sk: task,
});
export const GUEST_LISTS_PREFIX = "guest-lists#";
export const guestListsPartition = (event: string): string => `${GUEST_LISTS_PREFIX}${event}`;
export const guestListKey = (event: string, list: string): Key => ({
  pk: guestListsPartition(event),
  sk: list,
});
export const COUNTS_PREFIX = "counts#";
export const countsPartition = (event: string): string => `${COUNTS_PREFIX}${event}`;
export const countKey = (event: string, place: string, state: string): Key => ({
  pk: countsPartition(event),
  sk: `${place}#${state}`,
});
export const ACCESS_LOG_PARTITION = "access-log";
export const accessLogKey = (at: Instant, random: string): Key => ({
  pk: ACCESS_LOG_PARTITION,
  sk: `${at}#${random}`,
});
export const coOrganiserKey = (event: string, name: string): Key => ({
  pk: `co-organisers#${event}`,
  sk: name.trim().toLowerCase(),
});
