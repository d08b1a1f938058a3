import * as v from "valibot";
import { Language } from "../language.ts";
import { RETIRE_VERBS } from "../retire-verbs.ts";
import { address, instant, partial, RoleText, text } from "./resource-parts.ts";

/** What a list asked for changes tells of an item that has left: enough to find one's copy and to act on it. */
export const RemovedItem = v.pipe(
  v.object({
    uri: address("Identifier of the item in this language, as it was before it left."),
    id: text("UUID of the item."),
    language: v.pipe(Language, v.description("Language of the version that left.")),
    representationType: partial,
    type: v.pipe(v.picklist(["text", "event", "composite"]), v.description("What it was.")),
    pubStatus: v.pipe(v.literal("canceled"), v.description("Use nothing of it any more.")),
    versionCreated: instant("When it left."),
    leaving: v.pipe(
      v.picklist(RETIRE_VERBS),
      v.description(
        "`withdraw`: it can still be read, marked, at its address. `gone`: its address answers 410, so remove your copy. `redirect`: `links.page` leads to what stands there instead.",
      ),
    ),
    headlines: v.optional(v.pipe(v.array(RoleText), v.description("Of a withdrawn item only."))),
    note: v.optional(text("Why, for readers.")),
    links: v.pipe(
      v.object({
        self: address("Its address in the API; 410 unless it was withdrawn."),
        page: address("The page for readers, or what stands in its place."),
      }),
      v.description("Where it stood."),
    ),
  }),
  v.description("An item that has left. Only lists asked with `updatedSince` hold such."),
);
export type RemovedItem = v.InferOutput<typeof RemovedItem>;
