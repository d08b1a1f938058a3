import { earliest, type Instant, latest } from "../instant.ts";
import { isVisible, type Timed } from "../visibility.ts";
import type { EventDocument } from "./event.ts";
import type { KitDocument } from "./kit.ts";
import { kitTotalsAt, scheduledKitChanges } from "./kit-times.ts";
import type { PageDocument } from "./page.ts";
import { pictureInstants } from "./picture-times.ts";
import { withPicturesAt } from "./pictures-at.ts";
import type { Figure, ReleaseDocument } from "./release.ts";

/** A document that has a page of its own. */
export type ShownDocument = ReleaseDocument | EventDocument | KitDocument | PageDocument;

/**
 * The document as it is to be shown at `now`: without links to what has not lifted, without a recording or an
 * asset that is not out yet or no longer. Pages, forms and the API show nothing but this.
 */
function documentAt<Document extends ShownDocument>(document: Document, now: Instant): Document;
function documentAt(stored: ShownDocument, now: Instant): ShownDocument {
  const visible = (timed: Timed) => isVisible(timed, now);
  const document = withPicturesAt(stored, now);
  switch (document.kind) {
    case "release": {
      const { kit, event, ...rest } = document;
      return {
        ...rest,
        related: rest.related.filter(visible),
        figures: rest.figures.map((figure) => figureAt(figure, now)),
        ...(kit && visible(kit) && { kit }),
        ...(event && visible(event) && { event }),
      };
    }
    case "event": {
      const { kit, recording, ...rest } = document;
      return {
        ...rest,
        related: rest.related.filter(visible),
        ...(kit && visible(kit) && { kit }),
        ...(recording && visible(recording) && { recording }),
      };
    }
    case "kit": {
      const { ownTimes: _, ...rest } = document;
      return {
        ...rest,
        ...kitTotalsAt(document, now),
        related: rest.related.filter(visible),
        assets: rest.assets.filter(visible),
        archives: rest.archives.filter(visible),
      };
    }
    case "page":
      return document;
  }
}

export { documentAt };

/** A figure without the newer one that replaces it, as long as that is not out. */
export function figureAt({ supersededBy, ...figure }: Figure, now: Instant): Figure {
  return { ...figure, ...(supersededBy && isVisible(supersededBy.release, now) && { supersededBy }) };
}

/** When the document last came to look as it does at `now`, of itself, and when it will next look otherwise. */
export function scheduledChanges(
  document: ShownDocument,
  now: Instant,
): { last: Instant | undefined; next: Instant | undefined } {
  const instants = instantsOf(document);
  return {
    last: latest(instants.filter((instant) => instant <= now)),
    next: earliest(instants.filter((instant) => instant > now)),
  };
}

/** Every instant at which the document, its own lift aside, changes by the clock alone. */
function instantsOf(document: ShownDocument): Instant[] {
  return [...ownInstants(document), ...picturesOf(document).flatMap(pictureInstants)];
}

/** Where pictures of a document stand. */
function picturesOf(document: ShownDocument): string[] {
  const image = document.kind === "page" ? undefined : document.image;
  const notes = document.kind === "release" ? document.notes : undefined;
  return [document.html, ...(image ? [image.path] : []), ...(notes === undefined ? [] : [notes])];
}

function ownInstants(document: ShownDocument): Instant[] {
  switch (document.kind) {
    case "release":
      return timesOf([
        ...document.related,
        document.kit,
        document.event,
        ...document.figures.map((figure) => figure.supersededBy?.release),
      ]);
    case "event":
      return [
        ...timesOf([...document.related, document.kit, document.recording]),
        document.start,
        document.end,
        ...document.places.flatMap((place) => [place.opens, place.closes]),
      ];
    case "kit":
      return [
        ...timesOf([...document.related, ...document.assets, ...document.archives]),
        ...scheduledKitChanges(document),
      ];
    case "page":
      return [];
  }
}

function timesOf(items: readonly (Timed | undefined)[]): Instant[] {
  return items.flatMap((item) => (item ? [item.publishAt, ...(item.until ? [item.until] : [])] : []));
}
