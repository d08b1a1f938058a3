import { registerPath, registerPlacePath } from "../../../domain/addresses.ts";
import type { EventDocument, PublicPlace } from "../../../domain/documents/event.ts";
import { isOpenAt, openPlaces } from "../../../domain/documents/open-places.ts";
import type { Availability, Levels } from "../../../domain/registration/seats.ts";
import { moment } from "../../format/dates.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";

interface OnEvent {
  readonly document: EventDocument;
  /** How many seats are left, by place. */
  readonly levels: Levels;
  readonly context: PageContext;
}

/** The ways to take part: for whom, how many seats, how many are left, and whether one can register now. */
export function EventPlaces({ document, levels, context }: OnEvent) {
  if (document.places.length === 0) return null;
  const { language, now, early } = context;
  const { event } = messagesOf(language);
  const { places, slug } = document;
  const isOpen = openPlaces(document, now).length > 0;
  return (
    <section class="block">
      <h2>{event.places}</h2>
      {isOpen && !early && (
        <p class="actions">
          <a class="button" href={registerPath(language, slug)}>
            {event.register}
          </a>
        </p>
      )}
      <ul class="list places">
        {places.map((place) => (
          <PlaceCard place={place} document={document} levels={levels} context={context} />
        ))}
      </ul>
    </section>
  );
}

function PlaceCard({ place, document, levels, context }: OnEvent & { place: PublicPlace }) {
  const { event } = messagesOf(context.language);
  const level = levels.get(place.id);
  const admitted = document.sessions.filter((session) => place.sessions.includes(session.id));
  const rows: [string, string][] = [
    [event.takePart, event.modes[place.mode]],
    [event.audience, event.audiences[place.audience]],
    [event.capacity, event.seats(place.capacity)],
    [event.registration, registration(place, document, context)],
    // Where a place admits to everything, naming every part again would tell nothing.
    ...(admitted.length < document.sessions.length
      ? [[event.sessions, admitted.map((session) => session.title).join("; ")] satisfies [string, string]]
      : []),
  ];
  return (
    <li class="place">
      <h3>{place.title}</h3>
      {level !== undefined && (
        <p>
          <Level level={level} words={event.availability[level]} />
        </p>
      )}
      {place.note !== undefined && <p>{place.note}</p>}
      <dl class="facts">
        {rows.map(([term, value]) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {place.approval && <p class="soft">{event.approval}</p>}
      {document.places.length > 1 && isOpenAt(place, document, context.now) && !context.early && (
        <p class="actions">
          <a class="button quiet" href={registerPlacePath(context.language, document.slug, place.id)}>
            {event.register}
            <span class="hidden">: {place.title}</span>
          </a>
        </p>
      )}
    </li>
  );
}

/** Few seats are what one should not overlook. */
function Level({ level, words }: { level: Availability; words: string }) {
  return level === "few" ? <strong class="tag">{words}</strong> : <span class="tag">{words}</span>;
}

/** Whether one can register at the time of the request, in a sentence with the moment that matters next. */
function registration(
  place: PublicPlace,
  { status, zone }: EventDocument,
  { language, now }: PageContext,
): string {
  const { event } = messagesOf(language);
  if (status === "cancelled") return event.notOpen;
  if (now < place.opens) return event.opensAt(moment(place.opens, zone, language));
  if (now < place.closes) return event.openUntil(moment(place.closes, zone, language));
  return event.closedSince(moment(place.closes, zone, language));
}
