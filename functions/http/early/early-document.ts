import { NewsroomDocument } from "../../domain/documents/document.ts";
import { kitPages } from "../../domain/documents/kit.ts";
import { kitTotalsAt } from "../../domain/documents/kit-times.ts";
import { earlyInstant, type PublicationDocument, shownEarly } from "../../domain/early/shown-early.ts";
import type { Instant } from "../../domain/instant.ts";
import { readItem } from "../../storage/dynamodb/read-item.ts";
import type { NewsroomReader } from "../../storage/newsroom/newsroom-reader.ts";
import { withAssetsOfPage } from "../lists/kit-assets.ts";

/** A publication as it will be at its lift, and as of when that is. */
export interface EarlyDocument {
  readonly document: PublicationDocument;
  readonly at: Instant;
  /** Pages of a kit; 1 for anything else. */
  readonly pages: number;
}

/**
 * Reads a publication that was granted.
 *
 * @param granted ids of all publications that were granted, whose mention it may show
 * @returns undefined when it is not there, in this language or on this page
 */
export async function earlyDocument(
  reader: NewsroomReader,
  path: string,
  { page, granted, now }: { page: number; granted: ReadonlySet<string>; now: Instant },
): Promise<EarlyDocument | undefined> {
  const stored = await reader.document(path);
  const document = stored && readItem(NewsroomDocument, stored).value;
  switch (document?.kind) {
    case "release":
    case "event":
      return page === 1
        ? { document: shownEarly(document, granted, now), at: earlyInstant(document, now), pages: 1 }
        : undefined;
    case "kit": {
      const at = earlyInstant(document, now);
      const kit = await withAssetsOfPage(reader, document, page, at);
      const pages = kitPages(kitTotalsAt(document, at).assetCount);
      return kit && { document: shownEarly(kit, granted, now), at, pages };
    }
    default:
      return undefined;
  }
}

/** Whether a publication, as shown, has this file among its pictures, clips and captions. */
export function showsMedia({ document }: EarlyDocument, mediaPath: string): boolean {
  return JSON.stringify(document).includes(mediaPath);
}
