import type { DigitalSourceType } from "../../../domain/digital-source-type.ts";
import type { TextChange } from "../../../domain/documents/changes.ts";
import type { EventStatus, PublicPlace } from "../../../domain/documents/event.ts";
import type { Archive, Asset } from "../../../domain/documents/kit.ts";
import type { Statement } from "../../../domain/documents/release.ts";
import type { PublicationKind } from "../../../domain/kinds.ts";
import type { Language } from "../../../domain/language.ts";
import type { Availability } from "../../../domain/registration/seats.ts";
import type { Counted } from "./plural.ts";

/** Every word of Dateline's own on the pages that people see, in one language. */
export interface Messages {
  /** Language tag with region for Open Graph. */
  readonly locale: string;
  /** Names of the newsroom's languages, as they stand in a sentence or a list. */
  readonly languageNames: Record<Language, string>;
  readonly quoted: (text: string) => string;
  readonly frame: FrameMessages;
  readonly publication: PublicationMessages;
  readonly history: HistoryMessages;
  readonly release: ReleaseMessages;
  readonly event: EventMessages;
  readonly kit: KitMessages;
  readonly list: ListMessages;
  readonly front: FrontMessages;
  readonly early: EarlyMessages;
  readonly problem: ProblemMessages;
}

/** What stands around every page. */
export interface FrameMessages {
  readonly skip: string;
  readonly languages: string;
  /** Beside a language in which the document does not exist. */
  readonly notTranslated: string;
  readonly navigation: string;
  readonly pages: string;
  readonly releases: string;
  readonly events: string;
  readonly kits: string;
  readonly about: string;
  readonly preview: (moment: string) => string;
  readonly follow: string;
  readonly calendar: string;
  readonly api: string;
  readonly pressContact: string;
  readonly rss: string;
  readonly atom: string;
  readonly json: string;
}

/** What releases, events and kits share. */
export interface PublicationMessages {
  readonly topics: string;
  readonly published: string;
  readonly updated: string;
  readonly corrected: string;
  readonly changes: string;
  readonly changesBelow: string;
  readonly contacts: string;
  readonly languages: string;
  readonly kit: string;
  readonly event: string;
  readonly related: string;
  readonly details: string;
  /** Names the notes below a text, for those who hear the page. */
  readonly footnotes: string;
  readonly footnote: (number: string) => string;
  /** Names the link from a note to the words that it is about. */
  readonly backToText: (number: string) => string;
}

/** What has changed or left since it was published. */
export interface HistoryMessages {
  readonly withdrawn: string;
  /** What follows for readers, by what was withdrawn. */
  readonly withdrawnNotes: Record<PublicationKind, string>;
  /** In place of the caption of figures that one may cite. */
  readonly withdrawnFigures: string;
  /** In feeds, for a release whose address answers 410. */
  readonly gone: string;
  readonly goneText: string;
  /** Title of what tells subscribers of a file that was taken down, with its id. */
  readonly takenDown: (id: string) => string;
  readonly takenDownText: string;
  /** In feeds, for a release in whose place another address stands. */
  readonly moved: string;
  readonly movedText: (address: string) => string;
  /** All that is said where something was removed to protect a person. */
  readonly safety: string;
  /** Changes of any kind, as a heading. */
  readonly changes: string;
  readonly title: string;
  readonly description: string;
  /** Leads to the page on which they all stand. */
  readonly all: string;
  readonly back: string;
  readonly unchanged: string;
  readonly sameWords: string;
  readonly kinds: Record<TextChange["kind"], string>;
  /** Before words that were added or removed, for those who hear the page. */
  readonly added: string;
  readonly removed: string;
}

export interface ReleaseMessages {
  readonly figures: string;
  readonly figuresCaption: string;
  readonly value: string;
  readonly what: string;
  readonly source: string;
  readonly asOf: string;
  readonly cite: string;
  readonly linkToFigure: (value: string) => string;
  readonly linkToStatement: (speaker: string) => string;
  readonly superseded: string;
  readonly statements: string;
  /** Label above a statement that is not in the speaker's own words. */
  readonly statementKinds: Record<Statement["kind"], string | undefined>;
  readonly notes: string;
  readonly goals: string;
  readonly forms: string;
  readonly plainText: string;
}

export interface EventMessages {
  readonly statuses: Record<EventStatus, string | undefined>;
  readonly statusNotes: Record<EventStatus, string | undefined>;
  readonly running: string;
  readonly past: string;
  readonly modes: Record<PublicPlace["mode"], string>;
  readonly series: string;
  readonly addToCalendar: string;
  readonly subscribe: string;
  readonly programme: string;
  readonly speakers: string;
  readonly places: string;
  readonly audience: string;
  readonly audiences: Record<PublicPlace["audience"], string>;
  readonly takePart: string;
  readonly sessions: string;
  readonly capacity: string;
  readonly seats: Counted;
  readonly approval: string;
  readonly registration: string;
  readonly opensAt: (moment: string) => string;
  readonly openUntil: (moment: string) => string;
  readonly closedSince: (moment: string) => string;
  readonly notOpen: string;
  /** How many seats are left, here and on the form. */
  readonly availability: Record<Availability, string>;
  /** On the button to the form. */
  readonly register: string;
  readonly recording: string;
}

export interface KitMessages {
  readonly files: Counted;
  readonly filesTitle: string;
  readonly kinds: Record<Asset["kind"], string>;
  readonly archives: Record<Archive["name"], string>;
  /** On a button, with the format of the file. */
  readonly download: (format: string) => string;
  /** The same where there are several of a picture. */
  readonly original: (format: string) => string;
  readonly web: (format: string) => string;
  readonly howToCredit: string;
  /** The same where no licence asks for it. */
  readonly creditWelcome: string;
  readonly source: string;
  readonly copyright: string;
  readonly created: string;
  readonly place: string;
  readonly origin: string;
  readonly origins: Record<DigitalSourceType, string>;
  /** On a picture that does not show what a camera saw at one time and place. */
  readonly marks: Record<PictureMark, string>;
  readonly alterations: string;
  readonly instructions: string;
  readonly licence: string;
  /** Of a picture that has no licence. */
  readonly rightsReserved: string;
  readonly terms: string;
  /** What is told once, above the files. */
  readonly forAll: string;
  readonly type: string;
  readonly transcript: string;
  readonly takenDown: Counted;
  readonly deleteCopies: string;
  readonly language: string;
  readonly linkToFile: (headline: string) => string;
  readonly pages: string;
  readonly page: (page: number, pages: number) => string;
}

export type PictureMark = "generated" | "edited" | "composite";

export interface ListMessages {
  readonly releasesDescription: string;
  readonly eventsDescription: string;
  readonly kitsDescription: string;
  readonly filter: string;
  readonly topic: string;
  readonly allTopics: string;
  readonly year: string;
  readonly allYears: string;
  readonly show: string;
  /** What the list is narrowed to, as a sentence; at least one of the two is given. */
  readonly filtered: (topic: string | undefined, year: number | undefined) => string;
  readonly showAll: string;
  readonly nothing: string;
  readonly noEvents: string;
  readonly upcoming: string;
  readonly past: string;
  readonly paging: string;
  readonly newest: string;
  readonly older: string;
  readonly olderEvents: string;
  readonly sample: string;
}

export interface FrontMessages {
  readonly newest: string;
  readonly allReleases: string;
  readonly nextEvent: string;
  readonly allEvents: string;
  readonly newestKit: string;
  readonly allKits: string;
  readonly follow: string;
  readonly followText: string;
  readonly everything: string;
  readonly calendarText: string;
}

/** Early access, for whoever was sent a link. */
export interface EarlyMessages {
  readonly title: string;
  readonly landing: string;
  readonly landingTerms: string;
  readonly log: string;
  readonly open: string;
  readonly contents: string;
  readonly endsAt: (moment: string) => string;
  readonly embargoed: (moment: string) => string;
  readonly draft: string;
  readonly public: string;
  readonly nothing: string;
  readonly kinds: Record<PublicationKind, string>;
  /** The same for a link that never was, one whose time is over and one that was taken back. */
  readonly closed: string;
  readonly closedText: string;
}

/** Pages that say that something is not there. */
export interface ProblemMessages {
  readonly notFound: string;
  readonly notFoundText: string;
  readonly gone: string;
  readonly goneText: string;
  /** The same of a file of a kit. */
  readonly goneFile: string;
  readonly goneFileText: string;
  readonly untranslated: string;
  readonly untranslatedText: string;
  readonly tryThese: string;
  readonly front: string;
  /** Titles by HTTP status; any other takes `refused`. */
  readonly titles: Readonly<Record<number, string>>;
  readonly refused: string;
  readonly refusedText: string;
}
