import type { EventDocument } from "../../../domain/documents/event.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";

/** Where one can see what was said. */
export function EventRecording({
  document: { recording },
  context,
}: {
  document: EventDocument;
  context: PageContext;
}) {
  if (!recording) return null;
  const { event, languageNames } = messagesOf(context.language);
  return (
    <section class="note recording">
      <h2>{event.recording}</h2>
      <p>
        <a href={recording.url}>{recording.title}</a>
      </p>
      {recording.languages.length > 0 && (
        <p class="soft">{recording.languages.map((each) => languageNames[each]).join(", ")}</p>
      )}
    </section>
  );
}
