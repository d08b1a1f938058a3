import { publicationPath } from "../../domain/addresses.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";
import { eventWords, placeIn, type RegistrationEvent } from "../../domain/registration/event.ts";
import { venueInWords } from "../format/venue-in-words.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { timeValue } from "./content-line.ts";

/** An entry as a calendar on the web is asked to make it; all of it is public. */
export interface OutsideEntry {
  readonly title: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly details: string;
  readonly location: string;
}

/** A link to another's calendar, under the name by which people know it. */
export interface CalendarLink {
  readonly name: string;
  readonly href: string;
}

/**
 * Links that open an entry in Google Calendar and Outlook, for whoever has no program for the file. They are plain links
 * with times in UTC: nothing is loaded from there, and whoever presses none is not seen there. An address holds the whole
 * entry and stays in logs and histories, so nothing goes into it that not everybody may know.
 */
export function otherCalendars({ title, start, end, details, location }: OutsideEntry): CalendarLink[] {
  const google = new URLSearchParams({
    action: "TEMPLATE",
    text: title,
    dates: `${timeValue(start)}/${timeValue(end)}`,
    details,
    location,
  });
  const outlook = (host: string) =>
    `https://${host}/calendar/0/deeplink/compose?${spacesAsPercent(
      new URLSearchParams({
        path: "/calendar/action/compose",
        rru: "addevent",
        subject: title,
        startdt: start,
        enddt: end,
        body: details,
        location,
      }),
    )}`;
  return [
    {
      name: "Google Calendar",
      href: `https://calendar.google.com/calendar/render?${spacesAsPercent(google)}`,
    },
    { name: "Outlook.com", href: outlook("outlook.live.com") },
    { name: "Microsoft 365", href: outlook("outlook.office.com") },
  ];
}

/** Outlook shows the plus signs of a form's encoding as they are. */
const spacesAsPercent = (parameters: URLSearchParams): string => parameters.toString().replaceAll("+", "%20");

/** The same for what somebody has booked: the event as its public page has it, and nothing of who comes or joins where. */
export function otherCalendarsOf(facts: {
  readonly event: RegistrationEvent;
  readonly place: string;
  readonly language: Language;
  readonly site: Pick<SiteDocument, "address">;
}): CalendarLink[] {
  const { event, language, site } = facts;
  const words = eventWords(event, language);
  const place = placeIn(event, facts.place);
  const title = words.places[facts.place]?.title ?? facts.place;
  return otherCalendars({
    title: `${words.title} (${title})`,
    start: place?.begins ?? event.start,
    end: place?.ends ?? event.end,
    details: `${site.address}${publicationPath(words.language, "event", event.slug)}`,
    location: place?.mode === "online" ? messagesOf(words.language).event.modes.online : venueInWords(words),
  });
}
