import { changesPath, formPath, SEGMENTS } from "../../domain/addresses.ts";
import type { InfoSource, RenditionResource, SubjectResource } from "../../domain/api/resource-parts.ts";
import type { EventDocument } from "../../domain/documents/event.ts";
import type { KitDocument } from "../../domain/documents/kit.ts";
import type { EventEntry, KitEntry, ReleaseEntry } from "../../domain/documents/listing.ts";
import type { Contact, Picture, Topic } from "../../domain/documents/parts.ts";
import type { Goal, ReleaseDocument } from "../../domain/documents/release.ts";
import type { PublicationKind } from "../../domain/kinds.ts";
import { changedOpenly } from "../messages/withdrawal.ts";
import { type ApiSite, association, htmlRole, itemAddress, textRole } from "./api-links.ts";

type FullDocument = ReleaseDocument | EventDocument | KitDocument;

/** What a list shows of any publication, and its own address as well. */
export function summaryFields(site: ApiSite, entry: FullDocument | ReleaseEntry | EventEntry | KitEntry) {
  const { id, kind, language, path } = entry;
  const withdrawn = "withdrawn" in entry ? entry.withdrawn : undefined;
  return {
    uri: `urn:uuid:${entry.entryId}`,
    id,
    language,
    headlines: [textRole("main", entry.title)],
    descriptions: [textRole("summary", entry.summary)],
    embargoedUntil: entry.publishAt,
    versionCreated: changedOpenly({ updated: entry.updated, withdrawn }),
    pubStatus: withdrawn ? ("canceled" as const) : ("usable" as const),
    zone: entry.zone,
    renditions: renditions(site, kind, path, entry.image),
    links: {
      self: itemAddress(site, SEGMENTS[kind], id, language),
      page: site.address + path,
      ...(kind === "release" && { changes: site.address + changesPath(path) }),
    },
  };
}

/** What every publication shows at its own address beyond that. */
export function fullFields(site: ApiSite, document: FullDocument) {
  const collection = SEGMENTS[document.kind];
  return {
    representationType: "full" as const,
    by: site.organisation,
    bodies: [htmlRole(site, "main", document.html, document.path)],
    subjects: subjects(document.topics),
    infoSources: document.contacts.map(infoSource),
    corrections: document.corrections.map(({ at, note }) => ({ at, note })),
    ...(document.withdrawn && { withdrawal: document.withdrawn }),
    ...(document.redactedAt && { redactions: document.redactedAt }),
    associations: document.related.map((each) => association(site, "related", each)),
    versions: document.translations.map(({ language, path }) => ({
      language,
      links: { self: itemAddress(site, collection, document.id, language), page: site.address + path },
    })),
  };
}

export function subjects(topics: readonly Topic[], goals: readonly Goal[] = []): SubjectResource[] {
  const subject =
    (rel: SubjectResource["rel"]) =>
    ({ id, title }: Topic): SubjectResource => ({ name: title, rel, literal: id });
  return [...topics.map(subject("topic")), ...goals.map(subject("goal"))];
}

function renditions(
  site: ApiSite,
  kind: PublicationKind,
  path: string,
  image: Picture | undefined,
): RenditionResource[] {
  const form = (name: string, at: string, contentType: string) => ({
    name,
    href: site.address + at,
    contentType,
  });
  return [
    form("web", path, "text/html"),
    ...(kind === "release"
      ? [
          form("markdown", formPath(path, "md"), "text/markdown"),
          form("text", formPath(path, "txt"), "text/plain"),
        ]
      : []),
    ...(image
      ? [
          {
            ...form("preview", image.path, image.mediaType),
            title: image.alt,
            ...(image.credit !== undefined && { credit: image.credit }),
            width: image.width,
            height: image.height,
            sizeInBytes: image.bytes,
          },
        ]
      : []),
  ];
}

function infoSource({ name, role, phone, email, hours, zone, languages }: Contact): InfoSource {
  return {
    name,
    ...(role !== undefined && { role }),
    contactInfo: [
      { type: "phone", value: phone },
      { type: "email", value: email },
    ],
    hours,
    zone,
    languages,
  };
}
