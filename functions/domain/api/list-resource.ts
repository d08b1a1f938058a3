import * as v from "valibot";
import { address, wholeNumber } from "./resource-parts.ts";

/** One page of a collection: `{href, count, links: {self, next, prev}, data}`. */
export function listResource<Item extends v.GenericSchema>(item: Item) {
  return v.object({
    href: address("This answer."),
    count: wholeNumber("How many items `data` holds."),
    links: v.object({
      self: address("This answer."),
      next: v.optional(address("The page after this one; absent on the last.")),
      prev: v.optional(address("The page before this one; absent on the first.")),
    }),
    data: v.array(item),
  });
}

/** A refusal (RFC 9457). */
export const ProblemResource = v.object({
  type: address("Where this kind of refusal is explained."),
  title: v.pipe(v.string(), v.description("What is wrong.")),
  status: wholeNumber("HTTP status."),
  detail: v.pipe(v.string(), v.description("What to do about it.")),
  instance: v.pipe(v.string(), v.description("The address that was asked for.")),
  code: v.pipe(v.string(), v.description("Stable name of the reason.")),
  field: v.optional(v.pipe(v.string(), v.description("The parameter at fault."))),
  allowed: v.optional(v.pipe(v.array(v.string()), v.description("The values that are valid in its stead."))),
});
