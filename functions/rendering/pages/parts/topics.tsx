import { topicPath } from "../../../domain/addresses.ts";
import type { Topic } from "../../../domain/documents/parts.ts";
import type { Language } from "../../../domain/language.ts";
import { messagesOf } from "../../messages/messages-of.ts";

/** What a publication is about: each topic leads to its list. */
export function Topics({ topics, language }: { topics: readonly Topic[]; language: Language }) {
  if (topics.length === 0) return null;
  return (
    <ul class="kicker" aria-label={messagesOf(language).publication.topics}>
      {topics.map((topic) => (
        <li>
          <a href={topicPath(language, topic.id)}>{topic.title}</a>
        </li>
      ))}
    </ul>
  );
}
