import { hashOf } from "../../domain/addresses.ts";
import type { ArchiveResource, KitResource, KitSummary } from "../../domain/api/publication-resources.ts";
import { documentAt } from "../../domain/documents/at.ts";
import { type Archive, type KitDocument, kitPages } from "../../domain/documents/kit.ts";
import { kitTotalsAt } from "../../domain/documents/kit-times.ts";
import type { KitEntry } from "../../domain/documents/listing.ts";
import type { Instant } from "../../domain/instant.ts";
import type { ApiSite } from "./api-links.ts";
import { assetResource } from "./asset-resource.ts";
import { fullFields, summaryFields } from "./publication-fields.ts";

/** A kit in a list. */
export function kitSummary(site: ApiSite, entry: KitEntry, now: Instant): KitSummary {
  return {
    ...summaryFields(site, entry),
    representationType: "partial",
    type: "composite",
    ...kitTotalsAt(entry, now),
  };
}

/**
 * A kit in full, as JSON, with one page of its assets.
 * @param page the page that `document.assets` holds, from 1 on
 */
export function kitResource(site: ApiSite, stored: KitDocument, page: number, now: Instant): string {
  const document = documentAt(stored, now);
  const { assetCount, totalBytes, assets, archives, takenDown = [] } = document;
  const fields = summaryFields(site, document);
  const at = (n: number) => (n === 1 ? fields.links.self : `${fields.links.self}&page=${n}`);
  const resource: KitResource = {
    ...fields,
    ...fullFields(site, document),
    type: "composite",
    assetCount,
    totalBytes,
    assets: (document.withdrawn ? [] : assets).map((asset) => assetResource(site, document, asset)),
    archives: (document.withdrawn ? [] : archives).map((archive) => archiveResource(site, archive)),
    takenDown: takenDown.map(({ id, at }) => ({ id, removedAt: at })),
    links: {
      ...fields.links,
      self: at(page),
      ...(page < kitPages(assetCount) && { next: at(page + 1) }),
      ...(page > 1 && { prev: at(page - 1) }),
    },
  };
  return JSON.stringify(resource);
}

function archiveResource({ address }: ApiSite, archive: Archive): ArchiveResource {
  const { name, download, path, bytes, fileCount } = archive;
  return {
    name,
    href: address + download,
    contentType: "application/zip",
    sizeInBytes: bytes,
    sha256: hashOf(path),
    fileCount,
  };
}
