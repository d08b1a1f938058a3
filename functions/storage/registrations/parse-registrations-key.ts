import type { Instant } from "../../domain/instant.ts";
import type { Key } from "../dynamodb/key.ts";
import {
  ACCESS_LOG_PARTITION,
  ADDRESS_PREFIX,
  COUNTS_PREFIX,
  DO_NOT_INVITE_PREFIX,
  EARLY_PREFIX,
  GRANTS_PARTITION,
  GUEST_LISTS_PREFIX,
  HOLDS_PREFIX,
  HOUSEKEEPING_PREFIX,
  MAILBOX_PREFIX,
  OUTBOX_PREFIX,
  PLACE_PREFIX,
  REFUSED_LATELY_PARTITION,
  REGISTRATIONS_PREFIX,
  SUBMISSION_PREFIX,
  WAITING_PREFIX,
} from "./registrations-keys.ts";

/** What a key of the Registrations table says of its item: the kind, and what the key was made of. */
export type RegistrationsKey =
  | { readonly kind: "grant"; readonly grant: string }
  | { readonly kind: "opened"; readonly grant: string; readonly at: Instant; readonly random: string }
  | { readonly kind: "grant-entry"; readonly grant: string; readonly at: Instant }
  | { readonly kind: "place"; readonly event: string; readonly place: string }
  | { readonly kind: "registration"; readonly event: string; readonly registration: string }
  | { readonly kind: "address"; readonly event: string; readonly hash: string }
  | WaitingKey
  | {
      readonly kind: "hold";
      readonly event: string;
      readonly place: string;
      readonly until: Instant;
      readonly registration: string;
    }
  | { readonly kind: "mail"; readonly registration: string; readonly version: number; readonly index: number }
  | { readonly kind: "submission"; readonly form: string }
  | { readonly kind: "mailbox" | "do-not-invite"; readonly hash: string }
  | { readonly kind: "refused-lately"; readonly at: Instant; readonly hash: string }
  | { readonly kind: "limit"; readonly day: string; readonly hash: string }
  | { readonly kind: "network"; readonly day: string; readonly hash: string; readonly hour: string }
  | { readonly kind: "limit-key"; readonly day: string }
  | { readonly kind: "housekeeping"; readonly event: string; readonly task: string }
  | { readonly kind: "guest-list"; readonly event: string; readonly list: string }
  | { readonly kind: "count"; readonly event: string; readonly place: string; readonly state: string }
  | { readonly kind: "access"; readonly at: Instant; readonly random: string }
  | { readonly kind: "co-organiser"; readonly event: string; readonly name: string };

interface WaitingKey {
  readonly kind: "waiting";
  readonly event: string;
  readonly place: string;
  readonly priority: number;
  readonly submittedAt: string;
  readonly registration: string;
}

export type RegistrationsKeyOf<Kind extends RegistrationsKey["kind"]> = Extract<
  RegistrationsKey,
  { readonly kind: Kind }
>;

/** Reads a key as `registrations-keys.ts` made it. @returns undefined for one that it makes none like */
export function parseRegistrationsKey({ pk, sk }: Key): RegistrationsKey | undefined {
  const [family = "", one = "", two = ""] = pk.split("#");
  const [first = "", second = "", third = ""] = sk.split("#");
  switch (`${family}${pk.includes("#") ? "#" : ""}`) {
    case EARLY_PREFIX:
      return first === "opened"
        ? { kind: "opened", grant: one, at: second, random: third }
        : { kind: "grant", grant: one };
    case GRANTS_PARTITION:
      return { kind: "grant-entry", at: first, grant: second };
    case PLACE_PREFIX:
      return { kind: "place", event: one, place: two };
    case REGISTRATIONS_PREFIX:
      return { kind: "registration", event: one, registration: sk };
    case ADDRESS_PREFIX:
      return { kind: "address", event: one, hash: two };
    case WAITING_PREFIX:
      return {
        kind: "waiting",
        event: one,
        place: two,
        priority: Number(first),
        submittedAt: second,
        registration: third,
      };
    case HOLDS_PREFIX:
      return { kind: "hold", event: one, place: two, until: first, registration: second };
    case OUTBOX_PREFIX:
      return { kind: "mail", registration: first, version: Number(second), index: Number(third) };
    case SUBMISSION_PREFIX:
      return { kind: "submission", form: one };
    case MAILBOX_PREFIX:
      return pk === REFUSED_LATELY_PARTITION
        ? { kind: "refused-lately", at: first, hash: second }
        : { kind: "mailbox", hash: one };
    case DO_NOT_INVITE_PREFIX:
      return { kind: "do-not-invite", hash: one };
    case "limit#":
      return first === "network"
        ? { kind: "network", day: one, hash: two, hour: second }
        : { kind: "limit", day: one, hash: two };
    case "limit-key#":
      return { kind: "limit-key", day: one };
    case HOUSEKEEPING_PREFIX:
      return { kind: "housekeeping", event: one, task: sk };
    case GUEST_LISTS_PREFIX:
      return { kind: "guest-list", event: one, list: sk };
    case COUNTS_PREFIX:
      return { kind: "count", event: one, place: first, state: second };
    case ACCESS_LOG_PARTITION:
      return { kind: "access", at: first, random: second };
    case "co-organisers#":
      return { kind: "co-organiser", event: one, name: sk };
    default:
      return undefined;
  }
}

/** The same of a row that is known to be of one kind. @throws Error for any other, which names its partition alone */
export function registrationsKeyOf<Kind extends RegistrationsKey["kind"]>(
  key: Key,
  kind: Kind,
): RegistrationsKeyOf<Kind> {
  const parsed = parseRegistrationsKey(key);
  if (parsed?.kind === kind) return parsed as RegistrationsKeyOf<Kind>; // narrowed by its kind
  throw new Error(`A row of ${key.pk.split("#")[0]} is not a ${kind}.`);
}
