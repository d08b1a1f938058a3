import { randomInt } from "node:crypto";
import * as v from "valibot";
import { Instant } from "../instant.ts";

/** The most people that one booking seats. */
export const LARGEST_BOOKING = 20;
export const LONGEST_NAME = 120;

/** The most people that a booking at a place may name: more than it has seats would wait in vain, and others behind it. */
export const largestAt = ({ capacity }: { readonly capacity: number }): number =>
  Math.max(1, Math.min(LARGEST_BOOKING, capacity));

/** Someone who takes a seat. */
export const Participant = v.object({
  /** Code of the pass at the door, ten characters of PASS_ALPHABET. It opens nothing but the door. */
  pass: v.string(),
  name: v.string(),
  /** What the badge shows where it is not the name: nobody has to be called by the name in their papers. */
  badge: v.optional(v.string()),
  /** What they were asked at this place, by question; nothing where nothing was answered. */
  answers: v.optional(v.record(v.string(), v.string())),
  checkedInAt: v.optional(Instant),
  /** Who admitted them, as the desk names its operators. */
  checkedInBy: v.optional(v.string()),
  /** A link that opens this seat alone: which of their links it is, and what its secret is compared with while it opens. */
  guest: v.optional(
    v.object({
      nth: v.number(),
      hash: v.optional(v.string()),
      /** How often its holders have said what the badge shall show. */
      said: v.optional(v.number()),
    }),
  ),
  /** When somebody with that link said that they do not come. The seat stays the contact's, to give to somebody else. */
  notComing: v.optional(Instant),
});
export type Participant = v.InferOutput<typeof Participant>;

/** A participant as typed, before a pass is made. */
export type NamedParticipant = Pick<Participant, "name" | "badge" | "answers">;

/** Somebody with these answers and no others. */
export function withAnswers<Person extends NamedParticipant>(
  { answers: _, ...rest }: Person,
  answers: Readonly<Record<string, string>>,
): Omit<Person, "answers"> & { answers?: Record<string, string> } {
  return { ...rest, ...(Object.keys(answers).length > 0 && { answers: { ...answers } }) };
}

/** Digits and letters that nobody reads as one another (Crockford's base 32). */
export const PASS_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const PASS_LENGTH = 10;

export function newPass(): string {
  return Array.from({ length: PASS_LENGTH }, () => PASS_ALPHABET[randomInt(PASS_ALPHABET.length)]).join("");
}

/**
 * Passes for people who have none; those who had one under the same name keep it, and their answers where none are named.
 */
export function withPasses(
  people: readonly NamedParticipant[],
  former: readonly Participant[] = [],
  makePass: () => string = newPass,
): Participant[] {
  const unclaimed = [...former];
  return people.map(({ name, badge, answers: said }) => {
    const at = unclaimed.findIndex((each) => each.name === name);
    const [known] = at < 0 ? [] : unclaimed.splice(at, 1);
    const answers = said ?? known?.answers ?? {};
    return {
      pass: known?.pass ?? makePass(),
      name,
      ...(badge !== undefined && badge !== name && { badge }),
      ...(Object.keys(answers).length > 0 && { answers }),
      ...(known?.checkedInAt && { checkedInAt: known.checkedInAt }),
      ...(known?.checkedInBy !== undefined && { checkedInBy: known.checkedInBy }),
      ...(known?.guest && { guest: known.guest }),
      ...(known?.notComing && { notComing: known.notComing }),
    };
  });
}
