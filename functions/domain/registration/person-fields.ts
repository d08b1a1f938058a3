import * as v from "valibot";

/** What a place can ask of each person without words of the organiser's own, in the order of the form. */
export const PERSON_FIELDS = ["position", "organisation", "email"] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

/** The most things that an event asks of each person: with twenty of them a form stays below its number of fields. */
export const MOST_ASKED_OF_A_PERSON = 5;

/**
 * The same at all of its places together: whoever books each of them for twenty people has a registration that still is
 * one item of DynamoDB (400 kB).
 */
export const MOST_ASKED_AT_ALL_PLACES = 30;

const Demand = v.picklist(["required", "optional"]);

/** Which of them a place asks, and whether they have to be answered. */
export const PeopleAsked = v.object({
  position: v.optional(Demand),
  organisation: v.optional(Demand),
  email: v.optional(Demand),
});
export type PeopleAsked = v.InferOutput<typeof PeopleAsked>;
