import { topicPath } from "../../domain/addresses.ts";
import { TopicDocument } from "../../domain/documents/topic.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { type Read, readVisible } from "../../storage/dynamodb/read-item.ts";
import type { NewsroomReader } from "../../storage/newsroom/newsroom-reader.ts";

/** @throws Refusal `address-not-found` for a topic that the newsroom does not have */
export async function readTopic(
  reader: NewsroomReader,
  language: Language,
  id: string,
  now: Instant,
): Promise<Read<TopicDocument>> {
  const topic = readVisible(TopicDocument, await reader.document(topicPath(language, id)), now);
  if (topic) return topic;
  throw new Refusal(
    "address-not-found",
    404,
    "There is no such topic.",
    "Choose one from the list of releases.",
  );
}
