import * as v from "valibot";
import { Instant } from "../instant.ts";
import { Language } from "../language.ts";
import { Translation } from "./parts.ts";

/** What stands above the list of a topic, at `/{lang}/topics/{topic}`. A topic is public at any time. */
export const TopicDocument = v.object({
  kind: v.literal("topic"),
  id: v.string(),
  path: v.string(),
  language: Language,
  title: v.string(),
  description: v.string(),
  translations: v.array(Translation),
  publishAt: Instant,
});
export type TopicDocument = v.InferOutput<typeof TopicDocument>;
