import { eventCalendarPath, publicationPath } from "../../../../domain/addresses.ts";
import { earliest } from "../../../../domain/instant.ts";
import type { Language } from "../../../../domain/language.ts";
import { eventWords, placeIn, type RegistrationEvent } from "../../../../domain/registration/event.ts";
import { moment } from "../../../format/dates.ts";
import { telephone } from "../../../format/telephone.ts";
import { messagesOf } from "../../../messages/messages-of.ts";
import { registrationMessagesOf } from "../../../messages/registration-messages-of.ts";
import type { PageContext } from "../../frame/page-context.ts";
import type { FormPageFacts } from "./form-page-facts.ts";

/** Why one cannot register now, and what to do instead. */
export function NothingOpen({ facts, context }: { facts: FormPageFacts; context: PageContext }) {
  const { language } = context;
  const { event } = facts;
  const { closed } = registrationMessagesOf(language);
  const path = publicationPath(eventWords(event, language).language, "event", event.slug);
  return (
    <div class="text">
      <p class="note">{reason(facts, context)}</p>
      <p class="actions">
        <a class="button" href={path}>
          {closed.toEvent}
        </a>{" "}
        {event.status !== "cancelled" && event.end > context.now && (
          <a class="button quiet" href={eventCalendarPath(path)}>
            {messagesOf(language).event.addToCalendar}
          </a>
        )}
      </p>
      <ContactLine event={event} language={language} />
    </div>
  );
}

/** Who answers questions about taking part. */
export function ContactLine({ event, language }: { event: RegistrationEvent; language: Language }) {
  const { contact } = eventWords(event, language);
  return (
    <p>
      {registrationMessagesOf(language).closed.ask(contact.name)}{" "}
      <a href={`mailto:${contact.email}`}>{contact.email}</a>,{" "}
      <a href={telephone(contact.phone)}>{contact.phone}</a>
    </p>
  );
}

function reason({ event, places }: FormPageFacts, { language, now }: PageContext): string {
  const { closed } = registrationMessagesOf(language);
  if (event.status === "cancelled") return closed.cancelled;
  if (event.end <= now) return closed.past;
  if (places.length === 0) return closed.invitation;
  const waiting = places.filter(({ standing }) => standing === "not-yet");
  const opens = earliest(waiting.map(({ id }) => placeIn(event, id)?.opens));
  return opens === undefined ? closed.closed : closed.notYet(moment(opens, event.zone, language));
}
