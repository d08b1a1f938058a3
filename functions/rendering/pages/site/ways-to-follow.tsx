import { FEED_FORMATS, feedPath } from "../../../domain/addresses.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { subscriptionAddress } from "../event/event-actions.tsx";
import type { PageContext } from "../frame/page-context.ts";

/** Every way to follow the newsroom: its feeds, whole and by topic, its calendar, and the site's own ways. */
export function WaysToFollow({ context }: { context: PageContext }) {
  const { site, language } = context;
  const { front, frame } = messagesOf(language);
  return (
    <section class="follow">
      <h2 class="front-title">{front.follow}</h2>
      <p class="text">{front.followText}</p>
      <dl>
        <Feeds title={front.everything} context={context} />
        {site.topics.map((topic) => (
          <Feeds title={topic.title} topic={topic.id} context={context} />
        ))}
        <dt>{frame.calendar}</dt>
        <dd>
          <a href={subscriptionAddress(context)}>iCalendar</a>
          <span class="soft">{front.calendarText}</span>
        </dd>
      </dl>
    </section>
  );
}

function Feeds({
  title,
  topic,
  context: { language },
}: {
  title: string;
  topic?: string;
  context: PageContext;
}) {
  const { frame } = messagesOf(language);
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {FEED_FORMATS.map((format) => (
          <a href={feedPath(language, format, topic)} aria-label={`${title}: ${frame[format]}`}>
            {frame[format]}
          </a>
        ))}
      </dd>
    </>
  );
}
