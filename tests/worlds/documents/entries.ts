import type { EventDocument } from "../../../functions/domain/documents/event.ts";
import type { KitDocument } from "../../../functions/domain/documents/kit.ts";
import type { EventEntry, KitEntry, ReleaseEntry } from "../../../functions/domain/documents/listing.ts";
import type { ReleaseDocument } from "../../../functions/domain/documents/release.ts";

/** Listing entries of documents, as compiling makes them. */

type Publication = ReleaseDocument | EventDocument | KitDocument;

function entryParts(document: Publication) {
  const { id, entryId, path, language, title, summary, publishAt, updated, zone, image } = document;
  return { id, entryId, path, language, title, summary, publishAt, updated, zone, ...(image && { image }) };
}

export function releaseEntry(document: ReleaseDocument): ReleaseEntry {
  const { city, topics, corrections } = document;
  return { kind: "release", ...entryParts(document), city, topics, corrected: corrections.length > 0 };
}

export function eventEntry(document: EventDocument): EventEntry {
  const { city, status, start, end, venue, places, calendar, sample, series } = document;
  return {
    kind: "event",
    ...entryParts(document),
    city,
    status,
    start,
    end,
    modes: [...new Set(places.map((place) => place.mode))],
    calendar,
    ...(venue && { venue }),
    ...(sample !== undefined && { sample }),
    ...(series && { series }),
  };
}

export function kitEntry(document: KitDocument): KitEntry {
  const { assetCount, totalBytes, ownTimes } = document;
  return { kind: "kit", ...entryParts(document), assetCount, totalBytes, ...(ownTimes && { ownTimes }) };
}
