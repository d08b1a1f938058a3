import type { ShownDocument } from "../../domain/documents/at.ts";
import type { Levels } from "../../domain/registration/seats.ts";
import { eventPage } from "./event/event-page.tsx";
import type { PageContext } from "./frame/page-context.ts";
import { kitPage } from "./kit/kit-page.tsx";
import type { KitPosition } from "./kit/kit-pages.tsx";
import { releasePage } from "./release/release-page.tsx";
import { organisationPage } from "./site/organisation-page.tsx";

/** What a page of one kind shows besides its document. */
export interface ShownBeside {
  /** How many seats are left at the places of an event. */
  readonly levels?: Levels | undefined;
  /** Which page of a kit it is. */
  readonly position?: KitPosition | undefined;
}

/** The page of a document of any kind, as it is to be seen at the time of the context. */
export function documentPage(
  context: PageContext,
  document: ShownDocument,
  { levels, position = { page: 1, pages: 1 } }: ShownBeside = {},
): string {
  switch (document.kind) {
    case "release":
      return releasePage(context, document);
    case "event":
      return eventPage(context, document, levels);
    case "kit":
      return kitPage(context, document, position);
    case "page":
      return organisationPage(context, document);
  }
}
