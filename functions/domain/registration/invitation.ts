import { createHash } from "node:crypto";
import * as v from "valibot";
import { Instant } from "../instant.ts";
import { mailboxHash } from "./address.ts";

/** What is kept with the booking of somebody who was asked to come, by a list or by a guest of it. */
export const Invitation = v.object({
  /** Id of the list. */
  list: v.string(),
  /** Who invites, as the mail names them. */
  by: v.string(),
  /** Why they are written to: where the list comes from, and what they agreed to. */
  source: v.string(),
  remindedAt: v.optional(Instant),
  /** When they asked not to be invited again, which is also to be reminded of nothing. */
  notAgain: v.optional(Instant),
  /** Name of the guest who gave up the seat for this one. */
  handedFrom: v.optional(v.string()),
  /** When the seat was given to somebody else, and whose invitation has it since; none where that person was asked already. */
  handedOn: v.optional(v.object({ at: Instant, registration: v.optional(v.string()) })),
});
export type Invitation = v.InferOutput<typeof Invitation>;

/**
 * Id of the registration by which a mailbox is invited to a place: asking twice is one invitation, however the address
 * is written and whatever was answered.
 */
export function invitedId(event: string, place: string, address: string): string {
  const text = `invited ${event} ${place} ${mailboxHash(address)}`;
  return createHash("sha256")
    .update(text)
    .digest("hex")
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5"); // a UUID of one's own making (RFC 9562, version 8)
}

/** Id of a list: a place and a source of consent make one, so that sending it again goes on with it. */
export const listId = (event: string, place: string, source: string): string =>
  createHash("sha256")
    .update(JSON.stringify([event, place, source]))
    .digest("hex")
    .slice(0, 12);
