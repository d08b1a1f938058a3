import { SEGMENTS } from "../../domain/addresses.ts";
import type { RemovedItem } from "../../domain/api/removed-item.ts";
import type { Tombstone } from "../../domain/documents/listing.ts";
import type { PublicationKind } from "../../domain/kinds.ts";
import { type ApiSite, itemAddress, textRole } from "./api-links.ts";

const NEWS_TYPES = { release: "text", event: "event", kit: "composite" } as const satisfies Record<
  PublicationKind,
  RemovedItem["type"]
>;

/** A publication that has left, in a list of changes. */
export function removedItem(site: ApiSite, kind: PublicationKind, tombstone: Tombstone): RemovedItem {
  const { id, entryId, language, path, verb, leftAt, title, note, to } = tombstone;
  return {
    uri: `urn:uuid:${entryId}`,
    id,
    language,
    representationType: "partial",
    type: NEWS_TYPES[kind],
    pubStatus: "canceled",
    versionCreated: leftAt,
    leaving: verb,
    ...(title !== undefined && { headlines: [textRole("main", title)] }),
    ...(note !== undefined && { note }),
    links: { self: itemAddress(site, SEGMENTS[kind], id, language), page: site.address + (to ?? path) },
  };
}
