import type { Context } from "hono";
import { publicationPath } from "../../domain/addresses.ts";
import { NewsroomDocument } from "../../domain/documents/document.ts";
import { VIEWER_HEADER } from "../../domain/edge-header.ts";
import { DEFAULT_LANGUAGE, type Language } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { placeStanding, type RegistrationEvent } from "../../domain/registration/event.ts";
import { availabilityOf } from "../../domain/registration/seats.ts";
import { isVisible } from "../../domain/visibility.ts";
import type { OfferedPlace } from "../../rendering/pages/registration/form/form-page-facts.ts";
import { readItem } from "../../storage/dynamodb/read-item.ts";
import { languageOf, type Visit, visit } from "../request/visit.ts";
import { invitedTo } from "./form-token.ts";
import type { RegistrationAppDependencies } from "./registration-dependencies.ts";

/** A request about registering for an event. */
export interface RegisteringVisit {
  readonly visited: Visit;
  readonly event: RegistrationEvent;
}

/**
 * The event that the address names, as public at the time of the request.
 *
 * @returns the slug to go to where the event has moved
 * @throws Refusal `event-not-found` for one that is not there, not public yet, or has no places
 */
export async function registeringVisit(
  dependencies: RegistrationAppDependencies,
  c: Context,
): Promise<RegisteringVisit | { readonly language: Language; readonly movedTo: string }> {
  const { reader, events } = dependencies;
  const visited = await visit(dependencies, c, languageOf(c.req.path) ?? DEFAULT_LANGUAGE);
  const { language, now } = visited;
  let path = publicationPath(language, "event", c.req.param("event") ?? "");
  for (let hops = 0; hops < 2; hops++) {
    const stored = await reader.document(path);
    if (!stored || !isVisible(stored, now)) throw notFound();
    const document = readItem(NewsroomDocument, stored).value;
    if (document.kind === "redirect") return { language, movedTo: document.to.split("/").at(-1) ?? "" };
    if (document.kind === "event") {
      const event = await events.event(document.id);
      if (!event || event.publishAt > now) throw notFound();
      return { visited, event };
    }
    const [other] = document.kind === "untranslated" ? document.translations : [];
    if (!other) throw notFound();
    path = other.path;
  }
  throw notFound();
}

/** The places that this reader may choose from: the listed ones, and the one of an invitation. */
export async function offeredPlaces(
  { registering, signer }: RegistrationAppDependencies,
  { event, visited: { now } }: RegisteringVisit,
  invitationText: string,
): Promise<OfferedPlace[]> {
  const invited = invitationText === "" ? undefined : await invitedTo(signer, event.id, invitationText);
  const shown = event.places.filter(({ id, audience }) => audience !== "invitation" || id === invited);
  const seats = await registering.registrations.seats(
    event.id,
    shown.map(({ id }) => id),
  );
  return shown.map((place) => {
    const row = seats.get(place.id);
    return {
      id: place.id,
      standing: row ? placeStanding(event, place, now) : "closed", // published before it had seats to give
      availability: row ? availabilityOf(row) : "waiting-list",
    };
  });
}

/** The address from which a request came, for limits; the edge tells it. */
export const networkAddress = (c: Context): string => c.req.header(VIEWER_HEADER) ?? "unknown";

function notFound(): Refusal {
  return new Refusal(
    "event-not-found",
    404,
    "There is no event for which one could register here.",
    "Look at the list of events.",
  );
}
