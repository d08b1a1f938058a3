import type { Context } from "hono";
import { is } from "valibot";
import { apiPath, SEGMENTS } from "../../domain/addresses.ts";
import { ITEM_QUERIES, type ItemQuery, readQuery, refused } from "../../domain/api/query.ts";
import { Id } from "../../domain/content/names.ts";
import { scheduledChanges } from "../../domain/documents/at.ts";
import { NewsroomDocument } from "../../domain/documents/document.ts";
import type { EventDocument } from "../../domain/documents/event.ts";
import { type KitDocument, kitPages } from "../../domain/documents/kit.ts";
import { kitTotalsAt } from "../../domain/documents/kit-times.ts";
import type { ReleaseDocument } from "../../domain/documents/release.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { type Instant, latestOf } from "../../domain/instant.ts";
import type { PublicationKind } from "../../domain/kinds.ts";
import type { Levels } from "../../domain/registration/seats.ts";
import { eventResource } from "../../rendering/api/event-resource.ts";
import { kitResource } from "../../rendering/api/kit-resource.ts";
import { releaseResource } from "../../rendering/api/release-resource.ts";
import { readVisible } from "../../storage/dynamodb/read-item.ts";
import type { NewsroomReader } from "../../storage/newsroom/newsroom-reader.ts";
import { answer } from "../answers/answer.ts";
import { eventLevels } from "../lists/event-levels.ts";
import { withAssetsOfPage } from "../lists/kit-assets.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { visit } from "../request/visit.ts";
import { itemGone, notFound, notInLanguage } from "./not-found.ts";

/**
 * `/api/v1/releases/{id}`, and the same of events and kits: the pointer tells where the document stands in the
 * asked language, for one more read than its page costs.
 */
export function publicationRoute(dependencies: ReadDependencies, kind: PublicationKind) {
  const collection = SEGMENTS[kind];
  return async (c: Context): Promise<Response> => {
    const { language, page = 1 }: ItemQuery = readQuery(ITEM_QUERIES[collection], new URL(c.req.url).search);
    const id = c.req.param("id") ?? "";
    if (!is(Id, id)) throw notFound(kind);
    const { reader } = dependencies;
    const [{ site, now }, stored] = await Promise.all([
      visit(dependencies, c, language),
      reader.document(apiPath(collection, id)),
    ]);
    const pointer = readVisible(NewsroomDocument, stored, now)?.value;
    if (pointer?.kind === "gone") throw itemGone();
    if (pointer?.kind !== "pointer") throw notFound(kind);
    const translation = pointer.translations.find((each) => each.language === language);
    if (!translation) throw notInLanguage(kind, pointer.translations);
    const read = readVisible(NewsroomDocument, await reader.document(translation.path), now);
    if (read?.value.kind === "gone") throw itemGone();
    if (!read || read.value.kind !== kind) throw notFound(kind);
    const document = read.value.kind === "kit" ? await withAssets(reader, read.value, page, now) : read.value;
    const { levels, since } = await eventLevels(reader, document, now);
    const { last, next } = scheduledChanges(document, now);
    return answer(c, {
      body: resource(site.value, document, { page, now, levels }),
      contentType: "application/json",
      lastModified: latestOf(site.changedAt, read.changedAt, last, ...since),
      now,
      change: next,
      cors: true,
    });
  };
}

function resource(
  site: SiteDocument,
  document: ReleaseDocument | EventDocument | KitDocument,
  { page, now, levels }: { readonly page: number; readonly now: Instant; readonly levels: Levels },
): string {
  switch (document.kind) {
    case "release":
      return releaseResource(site, document, now);
    case "event":
      return eventResource(site, document, now, levels);
    case "kit":
      return kitResource(site, document, page, now);
  }
}

async function withAssets(
  reader: NewsroomReader,
  kit: KitDocument,
  page: number,
  now: Instant,
): Promise<KitDocument> {
  const whole = await withAssetsOfPage(reader, kit, page, now);
  if (whole) return whole;
  throw refused(
    "page",
    `This kit has no page ${page}.`,
    `Use a whole number from 1 to ${kitPages(kitTotalsAt(kit, now).assetCount)}.`,
  );
}
