import type { MediaWindow } from "../domain/addresses.ts";
import type { Instant } from "../domain/instant.ts";
import type { Language } from "../domain/language.ts";
import type { RetireVerb } from "../domain/retire-verbs.ts";
import type { Chunks } from "../storage/buckets/file-chunks.ts";
import type { NewsroomItem } from "../storage/dynamodb/item.ts";
import type { ListName, SitemapKind } from "../storage/newsroom/keys.ts";
import type { HeldUnit } from "./held-unit.ts";
import type { PublicBytes } from "./media/public-bytes.ts";

/**
 * The manifest: what the content files say that the newsroom should hold. It is a sequence of units, compiled one
 * at a time so that memory stays constant, and deterministic: the same files give the same bytes.
 */
export interface Manifest {
  /** In the order of ids. */
  readonly units: readonly UnitHandle[];
  /** Units that cannot be published as they are: what is stored of them stays, but for what they take back. */
  readonly held?: readonly HeldUnit[];
  /** Set where site.yaml has errors: then nothing new is published, and nothing is missing. */
  readonly isSiteFaulty?: boolean;
}

/** One publication, page, or the site itself: what stands in one folder of `content/`. */
export interface UnitHandle {
  /** `release/{uuid}`, `event/{uuid}`, `kit/{uuid}`, `page/{uuid}`, `series/{id}` or `site`. */
  readonly id: string;
  /** Folder or file within the content directory, for messages: `releases/world-day-2020`. */
  readonly folder: string;
  /** Hash of everything that goes into the unit: its files, what it takes from others, the compiler. Equal means: nothing to do. */
  readonly fingerprint: string;
  /** Ids of other units of which it shows something. */
  readonly names?: ReadonlySet<string>;
  /** @param work without it, the unit is compiled as of its first moment in public */
  compile(work?: CompileWork): Promise<ManifestUnit>;
}

/** What compiling depends on besides the content, and whom it tells how it goes. */
export interface CompileWork {
  /** Archives are made for this instant and for after the next change of the kit. */
  readonly now: Instant;
  /** Without archives, a kit that must change at once is out in seconds. */
  readonly withoutArchives?: boolean;
  readonly report?: (event: CompileEvent) => void;
  /** Whether a file, by its SHA-256, is hidden: then no archive holds it. */
  readonly isHidden?: (sha256: string) => boolean;
  /** Ends the making of files after those in hand. */
  readonly signal?: AbortSignal | undefined;
}

/** A file of a folder that was read; a file of a kit that was made, or taken from what was made before. */
export interface CompileEvent {
  readonly kind: "read" | "prepared";
  readonly folder: string;
  /** The file, or the archive. */
  readonly name: string;
  readonly done: number;
  readonly of: number;
}

export interface ManifestUnit extends ManifestContent {
  readonly id: string;
  readonly folder: string;
  readonly fingerprint: string;
}

/** What compiling a unit comes to. */
export interface ManifestContent {
  /** What changes together: each is written in one transaction of at most 100 items. */
  readonly documents: readonly ManifestDocument[];
  /** Uploaded before any document is written. */
  readonly media: readonly MediaObject[];
  /** One for a publication or a page, several for the site itself (front page, lists, topics), none for a series. */
  readonly sitemap: readonly ManifestSitemapEntry[];
  /** When it was last corrected in the open. */
  readonly correctedAt?: Instant;
  /** How and when it left the newsroom, if it did. */
  readonly left?: Retired;
  /** Of a kit: when each asset may be had. Whatever was stored of others, or for longer, is to be removed at once. */
  readonly assetWindows?: ReadonlyMap<string, MediaWindow>;
  /** Of an event: the seats of each place for which one registers. */
  readonly places?: readonly PlaceCapacity[];
  /** From then on the unit is to be compiled anew although its content is the same: its archives do not reach further. */
  readonly renewAt?: Instant;
  /** When something was removed from it for safety, as its file notes. */
  readonly redactions?: readonly Instant[];
  /** Set where the unit is made of what is stored, and not of content: nothing is uploaded. */
  readonly stored?: {
    /** Object keys that stay in the bucket. */
    readonly media: readonly string[];
  };
  /** Whether it changes for someone's safety: then no former version is kept, and no difference is shown. */
  readonly untold?: boolean;
}

export interface PlaceCapacity {
  /** Id of the event. */
  readonly event: string;
  readonly place: string;
  readonly capacity: number;
}

export interface Retired {
  readonly verb: RetireVerb;
  readonly at: Instant;
}

/** A SitemapEntry. The publisher assigns it to a sitemap file, once and for good. */
export interface ManifestSitemapEntry {
  /** Unique within its kind and the same for good: a UUID, or `front`, `releases`, `events`, `kits`, `topic-{id}`. */
  readonly id: string;
  readonly kind: SitemapKind;
  /** Of publishAt, in UTC; 1970 for what has always been public. */
  readonly year: number;
  readonly publishAt: Instant;
  readonly body: string;
}

/** A document in one language, with its forms and its listing entries. */
export interface ManifestDocument {
  /** Public path, for messages and for invalidation. */
  readonly path: string;
  /** Head item, forms and listing entries. A head that has parts names them by their hash. */
  readonly items: readonly NewsroomItem[];
  /** Parts of a large document, written before the transaction under their content hash. */
  readonly parts: readonly NewsroomItem[];
  /** Entries in lists ordered by change: their key holds the instant at which the document last changed, which only the publisher knows. */
  readonly changes: readonly ChangeEntry[];
  /** What is told of its changes, where it is made of what is stored; else what was told so far stays. */
  readonly told?: NewsroomItem;
  /**
   * Hash of the content that it is made of, apart from the compiler. Where it stays, whatever else changes is rendering
   * and no edit; without it, every change counts as one.
   */
  readonly sources?: string;
  /** Other addresses whose answers change with it: forms, calendar, API. Lists and feeds follow from the items' partitions. */
  readonly alsoAt: readonly string[];
}

export interface ChangeEntry {
  readonly language: Language;
  readonly list: Extract<ListName, `changes:${string}`>;
  readonly id: string;
  readonly publishAt: Instant;
  readonly body: string;
}

/** Bytes for the media bucket, named by their SHA-256. */
export interface MediaObject extends PublicBytes {
  /** Object key: the public path without its leading slash. */
  readonly key: string;
  /** File that holds the bytes; where there is a stream, what to call it in messages. */
  readonly file: string;
  /** Makes the bytes while they are read; may be asked several times. */
  readonly stream?: () => Chunks;
  readonly bytes: number;
  readonly mediaType: string;
  /** `attachment; filename*=...` for files of kits, `inline` for pictures of pages. */
  readonly disposition: string;
  /** Ids of the assets of a kit that it shows or holds. */
  readonly assets?: readonly string[];
  /** SHA-256 of the content files and originals of which the bytes were made, where they are others. */
  readonly sources?: readonly string[];
  /** The file of the content that it was made of, within the folder of its unit, where its own name is another. */
  readonly madeOf?: string;
  /** Set for what is downloaded and shows nobody: when another file replaces it, it may stay for a while. */
  readonly mayStay?: true;
}
