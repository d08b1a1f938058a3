import type { EventDocument, Session } from "../../../domain/documents/event.ts";
import { clockSpan, isSameDay, localIso, offset } from "../../format/dates.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { Day } from "../parts/times.tsx";

interface OnEvent {
  readonly document: EventDocument;
  readonly context: PageContext;
}

/** The programme: what happens when, who speaks, and in which languages. */
export function EventSessions({ document, context }: OnEvent) {
  const { sessions, start, zone } = document;
  if (sessions.length === 0) return null;
  return (
    <section class="block">
      <h2>{messagesOf(context.language).event.programme}</h2>
      <p class="soft">{offset(start, zone)}</p>
      <ol class="list">
        {sessions.map((session) => (
          <Part session={session} document={document} context={context} />
        ))}
      </ol>
    </section>
  );
}

function Part({
  session,
  document: { start, end, zone },
  context: { language },
}: OnEvent & { session: Session }) {
  const { event, publication, languageNames } = messagesOf(language);
  return (
    <li class="session">
      <p>
        {!isSameDay(start, end, zone) && (
          <>
            <Day at={session.start} zone={zone} language={language} />
            <br />
          </>
        )}
        <time datetime={localIso(session.start, zone)}>
          {clockSpan(session.start, session.end, zone, language)}
        </time>
      </p>
      <div>
        <h3>{session.title}</h3>
        {session.description !== undefined && <p>{session.description}</p>}
        {session.speakers.length > 0 && (
          <p>
            <span class="soft">{event.speakers}:</span>{" "}
            {session.speakers.map(({ name, role }) => (role ? `${name} (${role})` : name)).join("; ")}
          </p>
        )}
        {session.languages.length > 0 && (
          <p class="soft">
            {publication.languages}: {session.languages.map((each) => languageNames[each]).join(", ")}
          </p>
        )}
      </div>
    </li>
  );
}
