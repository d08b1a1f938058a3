import * as v from "valibot";
import { apiPath, SEGMENTS } from "../../../domain/addresses.ts";
import { Tombstone } from "../../../domain/documents/listing.ts";
import { type Instant, latestOf } from "../../../domain/instant.ts";
import { PUBLICATION_KINDS } from "../../../domain/kinds.ts";
import { isLanguage, type Language, type LocalisedText } from "../../../domain/language.ts";
import type { RetireVerb } from "../../../domain/retire-verbs.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import { bodyKind } from "../../../storage/newsroom/body-kind.ts";
import { entryKeyIn } from "../../../storage/newsroom/keys.ts";
import { formSuffix } from "../../../storage/newsroom/parse-key.ts";
import { item } from "../../../storage/newsroom/parts.ts";
import type { ChangeEntry, ManifestDocument, MediaObject } from "../../manifest.ts";
import type { ReferencedUnit } from "../index/compile-context.ts";
import { type Compiled, referenceTo } from "./compilation.ts";
import { cancelledRegistration, isRegistrationItem } from "./compile-registration-event.ts";

/** How and where to a publication left. */
export interface Retirement {
  readonly verb: RetireVerb;
  readonly at: Instant;
  /** Why, for readers. */
  readonly note?: Partial<LocalisedText> | undefined;
  /** Where a redirect leads. */
  readonly successor: ReferencedUnit | undefined;
}

/**
 * What a publication comes to that has left. Whatever the verb, no list and no sitemap names it any more, its figures
 * and statements are no longer to be cited, its files no longer to be had, and feeds and lists ordered by change tell
 * that it left.
 *
 * | | withdraw | gone | redirect |
 * |---|---|---|---|
 * | pages and forms | stay, marked | 410 | 301 |
 * | address in the API | stays, `canceled` | 410 | 410 |
 * | figures, statements, files | 410 | 410 | 410 |
 * | registration of an event | cancelled | cancelled | cancelled |
 */
export function retiredOutput(compiled: Compiled, departure: Retirement): Compiled {
  return {
    documents: compiled.documents.map((document) => leftBehind(document, departure)),
    media: departure.verb === "withdraw" ? compiled.media.filter(isShown) : [],
    sitemap: [],
    ...(compiled.places && { places: compiled.places }),
  };
}

/** A withdrawn publication goes on showing its pictures, and offers no file any more. */
const isShown = ({ disposition }: MediaObject): boolean => disposition === "inline";

/** What stands at an address: the page of a language, the publication in the API, or something of its content. */
type Place = Language | "pointer" | "content";

function leftBehind(document: ManifestDocument, departure: Retirement): ManifestDocument {
  const place = placeOf(document.path);
  const standing = document.items.filter((each) => each.key.pk === document.path);
  const inFeeds = document.items.filter((each) => /^list#..#feed(:|$)/.test(each.key.pk));
  const notices = inFeeds.filter(isTakedown); // whoever holds a copy must go on seeing these
  const entries = inFeeds.filter((each) => !isTakedown(each));
  const whole = departure.verb === "withdraw" && place !== "content";
  return {
    ...document,
    items: [
      ...(whole ? standing : standing.map((each) => signpost(each, place, departure))),
      ...entries.map((each) => tombstoneItem(each, departure)),
      ...notices,
      ...document.items.filter(isRegistrationItem).map(cancelledRegistration),
    ],
    parts: whole ? document.parts : [],
    changes: place === "content" ? [] : document.changes.map((each) => tombstoneChange(each, departure)),
  };
}

const isTakedown = ({ body }: NewsroomItem): boolean => bodyKind(body) === "takedown";

function placeOf(path: string): Place {
  const [, first = ""] = path.split("/");
  if (isLanguage(first)) return first;
  const isPointer = PUBLICATION_KINDS.some((kind) => path.startsWith(`${apiPath(SEGMENTS[kind])}/`));
  return isPointer ? "pointer" : "content";
}

/** What takes the place of a document or of one of its forms. */
function signpost(
  { key, publishAt }: NewsroomItem,
  place: Place,
  { verb, successor }: Retirement,
): NewsroomItem {
  const form = formSuffix(key);
  const path = `${key.pk}${form}`;
  if (verb !== "redirect" || !successor || !isLanguage(place))
    return item(key, JSON.stringify({ kind: "gone", path, publishAt }), publishAt);
  const from = latestOf(publishAt, successor.publishAt);
  const to = `${referenceTo(successor, place).path}${successor.kind === "release" ? form : ""}`;
  return item(key, JSON.stringify({ kind: "redirect", path, publishAt: from, to }), from);
}

/** What a tombstone takes from the entry that it replaces, which may be a tombstone: what was withdrawn can be gone. */
const Replaced = v.object({
  id: v.string(),
  entryId: v.string(),
  path: v.string(),
  language: Tombstone.entries.language,
  /** Not in the tombstone of what was gone. */
  title: v.optional(v.string()),
  publishAt: Tombstone.entries.publishAt,
  zone: v.string(),
});

function tombstoneOf(body: string, { verb, at: leftAt, note, successor }: Retirement): Tombstone {
  const replaced = v.parse(Replaced, JSON.parse(body));
  const { id, entryId, language, path, title } = replaced;
  return {
    kind: "tombstone",
    id,
    entryId,
    language,
    path,
    verb,
    leftAt,
    publishAt: latestOf(leftAt, replaced.publishAt, successor?.publishAt),
    zone: replaced.zone,
    ...(verb === "withdraw" && title !== undefined && { title }),
    ...(verb !== "redirect" && note?.[language] !== undefined && { note: note[language] }),
    ...(successor && { to: referenceTo(successor, language).path }),
  };
}

/** In a feed it stands where a release of the moment of leaving would, so that readers who poll see it. */
function tombstoneItem({ key, body }: NewsroomItem, departure: Retirement): NewsroomItem {
  const tombstone = tombstoneOf(body, departure);
  const { id, publishAt } = tombstone;
  return item(entryKeyIn(key.pk, publishAt, id), JSON.stringify(tombstone), publishAt);
}

function tombstoneChange(change: ChangeEntry, departure: Retirement): ChangeEntry {
  const tombstone = tombstoneOf(change.body, departure);
  return { ...change, publishAt: tombstone.publishAt, body: JSON.stringify(tombstone) };
}
