import * as v from "valibot";

/**
 * Which answers change when a document does: by the clock (a lift, an end) or by a publication. The announcing
 * function takes notices as they fall due and tells caches and subscribers.
 */
export const Notice = v.object({
  kind: v.literal("notice"),
  /** Path of the document. */
  path: v.string(),
  /** Addresses whose answers change, `?*` standing for every query. */
  addresses: v.array(v.string()),
  /** Whether caches were told to forget the addresses; the hub was not. */
  forgotten: v.optional(v.literal(true)),
  /** Whether only the compiler made the answers others: caches are told, and no subscriber. */
  quiet: v.optional(v.literal(true)),
});
export type Notice = v.InferOutput<typeof Notice>;
