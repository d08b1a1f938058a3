import * as v from "valibot";
import { Language } from "../language.ts";

/**
 * Parts of what the API answers with. Names are those of IPTC ninjs 3.1 (https://iptc.org/std/ninjs/) where it has
 * one; a name of our own stands where it has none. Fields may be added later, none changes its meaning.
 */

export const text = (description: string) => v.pipe(v.string(), v.description(description));
export const instant = (description: string) =>
  v.pipe(v.string(), v.isoTimestamp(), v.description(description));
export const address = (description: string) => v.pipe(v.string(), v.url(), v.description(description));
export const wholeNumber = (description: string) =>
  v.pipe(v.number(), v.integer(), v.description(description));
export const partialDate = (description: string) =>
  v.pipe(v.string(), v.regex(/^\d{4}(-\d\d(-\d\d)?)?$/), v.description(description));

/** ninjs gives headlines, descriptions and bodies as lists of values, each with its role. */
export const RoleText = v.object({
  role: v.optional(v.string()),
  contentType: v.optional(v.picklist(["text/plain", "text/html"])),
  value: v.string(),
});
export type RoleText = v.InferOutput<typeof RoleText>;

export const RenditionResource = v.object({
  name: v.string(),
  title: v.optional(text("What a picture shows, for those who cannot see it.")),
  credit: v.optional(text("Whom to name with a picture.")),
  href: address("Where the bytes are."),
  contentType: v.optional(text("Media type.")),
  width: v.optional(wholeNumber("Pixels.")),
  height: v.optional(wholeNumber("Pixels.")),
  duration: v.optional(v.pipe(v.number(), v.description("Seconds, of a video or a recording."))),
  sizeInBytes: v.optional(wholeNumber("Bytes.")),
  sha256: v.optional(text("SHA-256 of the bytes, hexadecimal.")),
});
export type RenditionResource = v.InferOutput<typeof RenditionResource>;

const ContactInfo = v.object({ type: v.picklist(["phone", "email"]), value: v.string() });

/** A press contact. */
export const InfoSource = v.object({
  name: v.string(),
  role: v.optional(v.string()),
  contactInfo: v.array(ContactInfo),
  hours: text("When somebody answers, in words, on the clock of `zone`."),
  zone: text("Time zone of the IANA database."),
  languages: v.array(Language),
});
export type InfoSource = v.InferOutput<typeof InfoSource>;

export const SubjectResource = v.object({
  name: v.string(),
  rel: v.pipe(
    v.picklist(["topic", "goal"]),
    v.description("A topic of the newsroom, or a target of the Sustainable Development Goals."),
  ),
  literal: text("Its id: the value of `?topic=`, or the number of the target."),
});
export type SubjectResource = v.InferOutput<typeof SubjectResource>;

export const ItemLinks = v.pipe(
  v.object({
    self: address("This item in the API, in this language."),
    page: address("The page for readers."),
    calendar: v.optional(address("The event as iCalendar.")),
    changes: v.optional(address("The page that shows what changed in the release, word by word.")),
    next: v.optional(address("The next page of a kit's assets.")),
    prev: v.optional(address("The page of a kit's assets before.")),
  }),
  v.description("Where it stands, in the API and for readers."),
);
export type ItemLinks = v.InferOutput<typeof ItemLinks>;

/** Where something stands. */
export const Links = v.pipe(
  v.object({
    self: address("In the API, in this language."),
    page: address("On the page for readers."),
  }),
  v.description("Where it stands, in the API and for readers."),
);

/** Another item that belongs to this one. It is named only once it is public itself. */
export const Association = v.pipe(
  v.object({
    name: text("Its title."),
    rel: v.picklist(["related", "kit", "event", "release"]),
    uri: address("Its identifier in all languages together, `urn:uuid:` and its id."),
    language: v.pipe(Language, v.description("Language of the title and of what stands behind the links.")),
    links: Links,
  }),
  v.description("Another item that belongs to it."),
);
export type Association = v.InferOutput<typeof Association>;

export const VersionResource = v.object({
  language: Language,
  links: Links,
});

export const CorrectionNote = v.object({
  at: instant("When it was corrected."),
  note: text("What was corrected."),
});

export const WithdrawalNote = v.pipe(
  v.object({ at: instant("When it was withdrawn."), note: text("Why.") }),
  v.description("Of a withdrawn item: it stays to be read and no longer stands."),
);

/** What every release, event and kit carries, in a list and by itself. */
export const summarySchema = {
  uri: address("Identifier of this item in this language, the same as in feeds; never changes."),
  id: text("UUID of the item, the same in every language; its address is built from it."),
  language: v.pipe(
    Language,
    v.description("Language of the words. In a list it may be another one than was asked for."),
  ),
  headlines: v.pipe(v.array(RoleText), v.description("The headline, as role `main`.")),
  descriptions: v.pipe(v.array(RoleText), v.description("The stand-first, as role `summary`.")),
  embargoedUntil: instant("When it was published: until then it exists nowhere in this API."),
  versionCreated: instant("When it was last publicly corrected, or withdrawn, or else published."),
  pubStatus: v.pipe(
    v.picklist(["usable", "withheld", "canceled"]),
    v.description("`usable` for all that stands, `canceled` for what was withdrawn: use nothing of it."),
  ),
  zone: text("Time zone in which its times are told, of the IANA database."),
  renditions: v.pipe(
    v.array(RenditionResource),
    v.description("Other forms of it, and its picture: `web`, `markdown`, `text`, `preview`."),
  ),
  links: ItemLinks,
};
export const partial = v.pipe(v.literal("partial"), v.description("A list shows only this much of it."));

/** What they carry beyond that at their own address. */
export const fullSchema = {
  representationType: v.pipe(v.literal("full"), v.description("All of it; a list shows it `partial`.")),
  by: text("Who publishes it."),
  bodies: v.pipe(
    v.array(RoleText),
    v.description("The text as HTML: `main`, and for a release `notes` to editors. Its links are absolute."),
  ),
  subjects: v.pipe(v.array(SubjectResource), v.description("Topics, and targets of the 2030 Agenda.")),
  infoSources: v.pipe(v.array(InfoSource), v.description("Press contacts.")),
  corrections: v.pipe(v.array(CorrectionNote), v.description("Public corrections, oldest first.")),
  withdrawal: v.optional(WithdrawalNote),
  redactions: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.isoTimestamp())),
      v.description("When something was removed from it for safety, oldest first: remove former copies."),
    ),
  ),
  associations: v.pipe(
    v.array(Association),
    v.description("What belongs to it: related releases, its kit, its event."),
  ),
  versions: v.pipe(v.array(VersionResource), v.description("It in every language in which it exists.")),
};
