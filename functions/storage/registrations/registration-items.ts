import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { addSeconds, type Instant } from "../../domain/instant.ts";
import type { HoldEntry, QueueEntry } from "../../domain/registration/footprint.ts";
import { OutboxMail } from "../../domain/registration/mail.ts";
import { Registration } from "../../domain/registration/registration.ts";
import type { PlaceSeats } from "../../domain/registration/seats.ts";
import type { Key } from "../dynamodb/key.ts";
import { keyOfRow } from "../dynamodb/key.ts";
import { storedValue } from "../dynamodb/stored-value.ts";
import { registrationsKeyOf } from "./parse-registrations-key.ts";
import { END_ATTRIBUTE, holdKey, outboxKey, registrationKey, waitingKey } from "./registrations-keys.ts";

export type Attributes = Record<string, AttributeValue>;

/** Days after which DynamoDB deletes what housekeeping should have erased: a net under it, not its work. */
const NET_SECONDS = 7 * 86_400;

export const secondsOf = (instant: Instant): number => Date.parse(instant) / 1000;
export const keyAttributes = ({ pk, sk }: Key): Attributes => ({ pk: { S: pk }, sk: { S: sk } });
/** An end as the attribute holds it: in seconds since 1970. */
export const endValue = (instant: Instant): AttributeValue.NMember => ({ N: String(secondsOf(instant)) });
export const endAt = (instant: Instant): Attributes => ({ [END_ATTRIBUTE]: endValue(instant) });
export const netUnder = ({ eraseAt }: Pick<Registration, "eraseAt">): Attributes =>
  endAt(addSeconds(eraseAt, NET_SECONDS));

/** A number, or 0 where there is none. */
export const numberAttribute = (attributes: Attributes | undefined, name: string): number =>
  Number(attributes?.[name]?.N ?? 0);

/**
 * The registration as JSON; its version beside it, for conditions. Compressed, since a kilobyte costs two write units
 * with every change, and Cyrillic takes two bytes a letter.
 */
export function registrationItem(registration: Registration): Attributes {
  return {
    ...keyAttributes(registrationKey(registration.event, registration.id)),
    body: { B: deflateRawSync(JSON.stringify(registration)) },
    version: { N: String(registration.version) },
    ...netUnder(registration),
  };
}

export function registrationIn(attributes: Attributes): Registration {
  const body = inflateRawSync(attributes.body?.B ?? new Uint8Array()).toString("utf8");
  return storedValue(Registration, body, keyOfRow(attributes));
}

export function queueItem(registration: Registration, entry: QueueEntry): Attributes {
  return {
    ...keyAttributes(waitingKey(registration.event, entry)),
    seats: { N: String(entry.seats) },
    verified: { BOOL: entry.verified },
    approved: { BOOL: entry.approved },
    ...netUnder(registration),
  };
}

export function queueEntryIn(attributes: Attributes): QueueEntry {
  const { place, registration, priority, submittedAt } = registrationsKeyOf(keyOfRow(attributes), "waiting");
  return {
    place,
    registration,
    priority,
    submittedAt,
    seats: numberAttribute(attributes, "seats"),
    verified: attributes.verified?.BOOL === true,
    approved: attributes.approved?.BOOL === true,
  };
}

export function holdItem(registration: Registration, entry: HoldEntry): Attributes {
  return { ...keyAttributes(holdKey(registration.event, entry)), ...netUnder(registration) };
}

export function outboxItem(mail: OutboxMail): Attributes {
  const ends = endAt(addSeconds(mail.createdAt, NET_SECONDS));
  return { ...keyAttributes(outboxKey(mail)), body: { S: JSON.stringify(mail) }, ...ends };
}

export function outboxMailIn(attributes: Attributes): OutboxMail {
  return storedValue(OutboxMail, attributes.body?.S ?? "null", keyOfRow(attributes));
}

export function seatsIn(attributes: Attributes): PlaceSeats {
  return {
    capacity: numberAttribute(attributes, "capacity"),
    taken: numberAttribute(attributes, "taken"),
    waiting: numberAttribute(attributes, "waiting"),
  };
}
