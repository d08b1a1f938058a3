import * as v from "valibot";
import { EventStatus } from "../documents/event.ts";
import { Language } from "../language.ts";
import { AVAILABILITIES } from "../registration/seats.ts";
import { FigureResource, StatementResource } from "./citable-resources.ts";
import {
  address,
  fullSchema,
  instant,
  partial,
  partialDate,
  RenditionResource,
  RoleText,
  summarySchema,
  text,
  wholeNumber,
} from "./resource-parts.ts";

export const ReleaseSummary = v.object({
  ...summarySchema,
  representationType: partial,
  type: v.pipe(v.literal("text"), v.description("What ninjs calls it.")),
  located: text("City of dispatch, as the dateline shows it."),
  subjects: fullSchema.subjects,
  corrected: v.pipe(v.boolean(), v.description("Whether a public correction was made.")),
});
export type ReleaseSummary = v.InferOutput<typeof ReleaseSummary>;

export const ReleaseResource = v.object({
  ...ReleaseSummary.entries,
  ...fullSchema,
  people: v.pipe(
    v.array(v.object({ name: v.string(), rel: v.literal("speaker") })),
    v.description("Whose words it carries."),
  ),
  figures: v.pipe(
    v.array(FigureResource),
    v.description("Its figures, as the collection tells them; none of a withdrawn release."),
  ),
  statements: v.pipe(
    v.array(StatementResource),
    v.description("What people said in it; none of a withdrawn release."),
  ),
});
export type ReleaseResource = v.InferOutput<typeof ReleaseResource>;

const Location = v.object({
  name: v.string(),
  rel: v.literal("venue"),
  contactInfo: v.array(
    v.object({
      type: v.literal("physical"),
      address: v.object({ lines: v.optional(v.array(v.string())), locality: v.string() }),
    }),
  ),
});

const Session = v.object({
  id: v.string(),
  title: v.string(),
  description: v.optional(v.string()),
  startDate: instant("When it begins."),
  endDate: instant("When it ends."),
  languages: v.pipe(v.array(Language), v.description("Languages spoken or interpreted.")),
  speakers: v.array(v.object({ name: v.string(), role: v.optional(v.string()) })),
});

const RegistrationPlace = v.object({
  id: v.string(),
  title: v.string(),
  note: v.optional(v.string()),
  sessions: v.pipe(v.array(v.string()), v.description("Ids of the sessions that it admits to.")),
  mode: v.picklist(["in-person", "online"]),
  audience: v.picklist(["press", "partner", "public", "invitation"]),
  capacity: wholeNumber("Seats."),
  approval: v.pipe(v.boolean(), v.description("Whether a press officer approves each registration.")),
  opens: instant("When registration opens."),
  closes: instant("When registration closes."),
  availability: v.optional(
    v.pipe(
      v.picklist(AVAILABILITIES),
      v.description(
        "How many seats are left, while one can register: as the form shows it, at most two minutes old. `waiting-list` means that all are taken.",
      ),
    ),
  ),
});

export const EventSummary = v.object({
  ...summarySchema,
  representationType: partial,
  type: v.pipe(v.literal("event"), v.description("What ninjs calls it.")),
  located: text("City."),
  status: v.pipe(EventStatus, v.description("Whether it will be held as announced.")),
  eventDetails: v.pipe(
    v.object({
      eventStatus: address("The status as a term of schema.org."),
      dates: v.object({ startDate: instant("When it begins."), endDate: instant("When it ends.") }),
      organiser: v.object({ name: v.string() }),
    }),
    v.description("Its times, its organiser, and its status as a term of schema.org."),
  ),
  places: v.pipe(v.array(Location), v.description("Where it is held: the ninjs word for locations.")),
  series: v.optional(
    v.pipe(
      v.object({ id: v.string(), title: v.string(), page: address("Leads to the current edition.") }),
      v.description("The series of which it is an edition."),
    ),
  ),
  sample: v.optional(text("Marks the event as an example.")),
});
export type EventSummary = v.InferOutput<typeof EventSummary>;

export const EventResource = v.object({
  ...EventSummary.entries,
  ...fullSchema,
  sessions: v.pipe(v.array(Session), v.description("Parts of the programme, in order.")),
  registration: v.pipe(
    v.object({ places: v.array(RegistrationPlace) }),
    v.description("What one can register for. Places by invitation are not listed."),
  ),
  recording: v.optional(
    v.pipe(
      v.object({ title: v.string(), href: address("Where it is shown."), languages: v.array(Language) }),
      v.description("Its recording, once that is out."),
    ),
  ),
});
export type EventResource = v.InferOutput<typeof EventResource>;

export const AssetResource = v.object({
  uri: address("Identifier: its anchor on the page of the kit."),
  id: text("Name of it in the kit; never changes."),
  type: v.picklist(["picture", "text", "graphic", "video", "audio"]),
  language: v.optional(v.pipe(Language, v.description("Language of its words, if it has words."))),
  headlines: v.array(RoleText),
  descriptions: v.pipe(
    v.array(RoleText),
    v.description("By role: `caption`, `alt`, `transcript`, `alterations`."),
  ),
  by: text("Who made it."),
  creditLine: text("How to credit it."),
  infoSources: v.pipe(v.array(v.object({ name: v.string() })), v.description("Who provides it.")),
  copyrightHolder: v.optional(
    text("Whose it is: the copyright notice without sign and year. Left out in the public domain."),
  ),
  copyrightNotice: text("The copyright notice."),
  created: partialDate("Year, month or day on which it was made."),
  located: v.optional(text("Where it was made, as the page tells it.")),
  places: v.optional(
    v.pipe(
      v.array(v.object({ name: v.string(), rel: v.literal("country"), literal: v.string() })),
      v.description("The country in which it was made; `literal` is its code of ISO 3166-1."),
    ),
  ),
  digitalSourceType: v.optional(
    v.pipe(
      v.object({ name: v.string(), uri: v.pipe(v.string(), v.url()) }),
      v.description("How it came into being: a term of IPTC NewsCodes, in words and as its address."),
    ),
  ),
  edNote: v.optional(text("What whoever publishes it must know.")),
  usageTerms: text("What one may do with it, in words."),
  licence: v.object({
    id: v.string(),
    name: v.string(),
    href: v.optional(address("The licence itself.")),
    permits: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description(
          "What a public licence permits, as Creative Commons names it (https://creativecommons.org/ns): `Reproduction`, `Distribution`, `DerivativeWorks`.",
        ),
      ),
    ),
    requires: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description("What it requires: `Attribution`, `Notice`, `ShareAlike`; of CC0 nothing."),
      ),
    ),
    prohibits: v.optional(v.pipe(v.array(v.string()), v.description("What it prohibits: `CommercialUse`."))),
  }),
  renditions: v.pipe(
    v.array(RenditionResource),
    v.description(
      "The file itself, `original`; of a picture also `web-jpeg` and `web-webp`, at most 1600 pixels long; of a picture or a video a `thumbnail`; of a video its `poster` and `captions-{language}`.",
    ),
  ),
});
export type AssetResource = v.InferOutput<typeof AssetResource>;

export const ArchiveResource = v.object({
  name: v.pipe(
    v.picklist(["kit", "photographs"]),
    v.description("`kit`: every file. `photographs`: those alone."),
  ),
  href: address("Where it is downloaded."),
  contentType: v.literal("application/zip"),
  sizeInBytes: wholeNumber("Bytes."),
  sha256: text("SHA-256 of the bytes, hexadecimal."),
  fileCount: wholeNumber("Files of the kit in it."),
});
export type ArchiveResource = v.InferOutput<typeof ArchiveResource>;

export const KitSummary = v.object({
  ...summarySchema,
  representationType: partial,
  type: v.pipe(v.literal("composite"), v.description("What ninjs calls it.")),
  assetCount: wholeNumber("Files in the whole kit."),
  totalBytes: wholeNumber("Bytes of the whole kit."),
});
export type KitSummary = v.InferOutput<typeof KitSummary>;

export const KitResource = v.object({
  ...KitSummary.entries,
  ...fullSchema,
  assets: v.pipe(
    v.array(AssetResource),
    v.description("One page of them, 48 at most: `links.next` leads on. None of a withdrawn kit."),
  ),
  archives: v.pipe(
    v.array(ArchiveResource),
    v.description("ZIPs of it; after each change of the kit they are others. None of a withdrawn kit."),
  ),
  takenDown: v.pipe(
    v.array(v.object({ id: text("Id that the asset had."), removedAt: instant("When it was taken down.") })),
    v.description("Assets that were taken down: delete every copy."),
  ),
});
export type KitResource = v.InferOutput<typeof KitResource>;
