import { documentAt } from "../documents/at.ts";
import type { EventDocument } from "../documents/event.ts";
import type { KitDocument } from "../documents/kit.ts";
import type { Reference } from "../documents/parts.ts";
import type { ReleaseDocument } from "../documents/release.ts";
import { ALWAYS, type Instant, latestOf } from "../instant.ts";
import { isVisible } from "../visibility.ts";

export type PublicationDocument = ReleaseDocument | EventDocument | KitDocument;

/** The instant as of which a publication is shown early: its lift, or the present once that is later. */
export function earlyInstant({ publishAt }: { publishAt: Instant }, now: Instant): Instant {
  return latestOf(publishAt, now);
}

/**
 * A publication as it will be at its lift, for someone who was granted it: of what it refers to, only what is public
 * at the true `now`, or was granted as well. That others lift at the same time is none of this person's business.
 */
function shownEarly<Document extends PublicationDocument>(
  document: Document,
  granted: ReadonlySet<string>,
  now: Instant,
): Document;
function shownEarly(
  document: PublicationDocument,
  granted: ReadonlySet<string>,
  now: Instant,
): PublicationDocument {
  const at = earlyInstant(document, now);
  const shown = (reference: Reference): Reference[] => {
    if (granted.has(reference.id)) return [{ ...reference, publishAt: ALWAYS }];
    return isVisible(reference, now) ? [reference] : [];
  };
  const related = document.related.flatMap(shown);
  switch (document.kind) {
    case "release": {
      const { kit, event, ...rest } = document;
      const [itsKit] = kit ? shown(kit) : [];
      const [itsEvent] = event ? shown(event) : [];
      const figures = rest.figures.map(({ supersededBy, ...figure }) => {
        const [release] = supersededBy ? shown(supersededBy.release) : [];
        return supersededBy && release ? { ...figure, supersededBy: { ...supersededBy, release } } : figure;
      });
      const own = { ...(itsKit && { kit: itsKit }), ...(itsEvent && { event: itsEvent }) };
      return documentAt({ ...rest, related, figures, ...own }, at);
    }
    case "event": {
      const { kit, ...rest } = document;
      const [itsKit] = kit ? shown(kit) : [];
      return documentAt({ ...rest, related, ...(itsKit && { kit: itsKit }) }, at);
    }
    case "kit":
      return documentAt({ ...document, related }, at);
  }
}

export { shownEarly };
