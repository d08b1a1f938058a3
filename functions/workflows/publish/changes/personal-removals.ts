import { hashOf, publicationAt } from "../../../domain/addresses.ts";
import { documentAt } from "../../../domain/documents/at.ts";
import { NewsroomDocument } from "../../../domain/documents/document.ts";
import type { Asset } from "../../../domain/documents/kit.ts";
import type { PageDocument } from "../../../domain/documents/page.ts";
import type { Instant } from "../../../domain/instant.ts";
import { detailsGone } from "../../../domain/personal/personal-details.ts";
import { versionText } from "../../../rendering/forms/version-text.ts";
import { storedValue } from "../../../storage/dynamodb/stored-value.ts";
import { completeBody } from "../../../storage/newsroom/complete-body.ts";
import { mediaPartition, partKey } from "../../../storage/newsroom/keys.ts";
import type { Holding } from "../../../storage/newsroom/ledger.ts";
import { readMediaFile } from "../../../storage/newsroom/media-files.ts";
import type { NewsroomWriter } from "../../../storage/newsroom/newsroom-writer.ts";
import { isHeadAt } from "../../../storage/newsroom/parse-key.ts";
import type { ManifestDocument, ManifestUnit } from "../../manifest.ts";
import {
  type FormerDocument,
  type FormerPublication,
  formerDocument,
  isPublication,
  storedAt,
  storedParts,
  withAllAssets,
} from "../stored/former-document.ts";
import { documentItem } from "../stored/held-items.ts";
import { redactionsOf } from "./changes-for.ts";
import { lastTextOf } from "./history.ts";
import { wasPublic } from "./open-changes.ts";
import type { RemovedDetail } from "./removal-answer.ts";

export interface PersonalRemovals {
  readonly details: readonly RemovedDetail[];
  /** Whether a file of a kit was taken down: then nobody has to say that it is for safety. */
  readonly isForSafety: boolean;
}

interface Circumstances {
  readonly now: Instant;
  readonly before: (path: string) => Holding | undefined;
}

/**
 * What publishing a unit would take out of what readers can see of it, by language: personal details of which nothing
 * is left in the text, and pictures of people. Nothing of what was never public, of what is only rendered anew, and of
 * documents from which something was redacted. Reads what stands there, for what changes only.
 */
export async function personalRemovals(
  writer: NewsroomWriter,
  unit: ManifestUnit,
  circumstances: Circumstances,
): Promise<PersonalRemovals> {
  const details: RemovedDetail[] = [];
  let isForSafety = false;
  for (const document of unit.documents) {
    const removed = await removedFrom(writer, unit, document, circumstances);
    details.push(...removed.details);
    isForSafety ||= removed.isForSafety;
  }
  return { details, isForSafety };
}

const NOTHING: PersonalRemovals = { details: [], isForSafety: false };

/** Pages that people read: what the API and the lists hold follows from them. */
const isPage = (path: string): boolean => publicationAt(path)?.rest === "" || /^\/..\/[^/]+$/.test(path);

type Readable = FormerPublication | PageDocument;

const isReadable = (document: FormerDocument): document is Readable =>
  document.kind === "page" || isPublication(document);

async function removedFrom(
  writer: NewsroomWriter,
  unit: ManifestUnit,
  document: ManifestDocument,
  { now, before: heldAt }: Circumstances,
): Promise<PersonalRemovals> {
  const held = isPage(document.path) ? heldAt(document.path) : undefined;
  const head = held && documentItem(held.items);
  const next = document.items.find(({ key }) => isHeadAt(key, document.path));
  if (!held || !head || !next || next.publishAt > now) return NOTHING;
  if (head.hash === next.hash && head.publishAt <= now) return NOTHING;
  if (held.sources !== undefined && held.sources === document.sources) return NOTHING; // the compiler alone changed it
  const isPublic = wasPublic(held, now);
  const before = isPublic ? await shownBefore(writer, held.path, now) : undefined;
  if (isPublic && !before) return NOTHING;
  const stored = storedValue(NewsroomDocument, completeBody(next, document.parts), next.key);
  if (!isReadable(stored)) return NOTHING;
  const part = async (n: number, hash: string) =>
    document.parts.find(({ key }) => key.sk === partKey(stored.path, hash, n).sk)?.body;
  const will = documentAt(await allOf(stored, part), now);
  const was = before ?? (await shownOnce(writer, unit.id, stored));
  if (!was || redactionsIn(stored) > was.redactions) return NOTHING;
  const isForSafety = takedownsIn(stored) > was.takedowns;
  const { language } = stored;
  const gone = detailsGone(was.text, textOf(will), language, was.people);
  const pictures = picturesIn(will);
  const files = await withoutOriginal(
    writer,
    unit,
    [...was.pictures.values()].filter(({ path }) => !pictures.has(hashOf(path))),
  );
  const details: RemovedDetail[] = [
    ...gone.map(({ kind, text }) => ({ language, kind, text })),
    ...[...new Set(files)].map((text) => ({ language, kind: "picture" as const, text })),
  ];
  return { details, isForSafety };
}

interface ShownPicture {
  readonly path: string;
  /** As people know it: the name of its file, or the id of its asset. */
  readonly name: string;
}

/** Names of the pictures whose original is in the unit no more: a new caption or a newer tool makes other bytes of it. */
async function withoutOriginal(
  writer: NewsroomWriter,
  { id, media }: ManifestUnit,
  pictures: readonly ShownPicture[],
): Promise<string[]> {
  if (pictures.length === 0) return [];
  const present = new Set(media.flatMap(({ key, sources = [] }) => [hashOf(`/${key}`), ...sources]));
  const rows = (await writer.partition(mediaPartition(id))).map(readMediaFile);
  const known = new Map(rows.map((row) => [`/${row.key}`, row]));
  const sourcesOf = (path: string) => known.get(path)?.sources ?? [hashOf(path)]; // 0.1 published pictures as they were
  return pictures
    .filter(({ path }) => !sourcesOf(path).some((source) => present.has(source)))
    .map(({ path, name }) => known.get(path)?.madeOf ?? name);
}

/** What readers could see of a document. */
interface Shown {
  readonly text: string;
  /** Names of persons that its fields tell. */
  readonly people: readonly string[];
  /** Files that may show people, by their hash. */
  readonly pictures: ReadonlyMap<string, ShownPicture>;
  readonly redactions: number;
  readonly takedowns: number;
}

async function shownBefore(writer: NewsroomWriter, path: string, now: Instant): Promise<Shown | undefined> {
  const stored = await storedAt(writer, path);
  const document = stored && formerDocument(stored, () => {}); // what cannot be read is reported with its history
  if (document?.kind === "remnant") {
    const { title, text, redactions } = document;
    return { text: `${title}\n${text}`, people: [], pictures: new Map(), redactions, takedowns: 0 };
  }
  if (!document || !isReadable(document)) return undefined;
  const was = documentAt(await allOf(document, storedParts(writer, path)), now);
  return {
    text: textOf(was),
    people: peopleIn(was),
    pictures: picturesIn(was),
    redactions: redactionsIn(document),
    takedowns: takedownsIn(document),
  };
}

/** Of what comes back, what readers saw last: the difference from it is told. */
async function shownOnce(writer: NewsroomWriter, unit: string, will: Readable): Promise<Shown | undefined> {
  const text = isPublication(will) ? await lastTextOf(writer, unit, will) : undefined;
  if (text === undefined) return undefined;
  const [redactions, takedowns] = [redactionsIn(will), takedownsIn(will)];
  return { text, people: peopleIn(will), pictures: new Map(), redactions, takedowns };
}

const redactionsIn = (document: Readable): number => (document.kind === "page" ? 0 : redactionsOf(document));
const takedownsIn = (document: Readable): number =>
  document.kind === "kit" ? (document.takenDown?.length ?? 0) : 0;

async function allOf(
  document: Readable,
  part: (n: number, hash: string) => Promise<string | undefined>,
): Promise<Readable> {
  return document.kind === "page" ? document : withAllAssets(document, part);
}

/** The text of a release has its title in capitals, in which names are not to be told from other words. */
function textOf(document: Readable): string {
  const image = document.kind === "page" ? undefined : document.image;
  return [document.title, versionText(document), image?.alt, image?.credit].filter(Boolean).join("\n");
}

function peopleIn(document: Readable): string[] {
  const contacts = document.contacts.map(({ name }) => name);
  switch (document.kind) {
    case "release":
      return [...contacts, ...document.statements.map(({ speaker }) => speaker)];
    case "event":
      return [...contacts, ...document.sessions.flatMap(({ speakers }) => speakers.map(({ name }) => name))];
    case "kit":
      return [...contacts, ...document.assets.map(({ creator }) => creator)];
    case "page":
      return contacts;
  }
}

const SHOWN_PICTURE = /<img [^>]{0,2000}?src="(\/media\/[^"]{1,300})"/g;

/** Pictures of a page say nothing of who is in them, so any of them may show people; a kit's assets say. */
function picturesIn(document: Readable): Map<string, ShownPicture> {
  const paths = [...document.html.matchAll(SHOWN_PICTURE)].map(([, path = ""]) => path);
  if (document.kind !== "page" && document.image) paths.push(document.image.path);
  const photographs = paths.filter(isPhotographic).map((path) => ({ path, name: nameIn(path) }));
  const pictures = new Map(photographs.map((each) => [hashOf(each.path), each]));
  if (document.kind === "kit")
    for (const asset of document.assets.filter(mayShowPeople))
      for (const { name, path } of asset.renditions)
        if (name === "original") pictures.set(hashOf(path), { path, name: asset.id });
  return pictures;
}

function mayShowPeople({ people, kind }: Asset): boolean {
  return people ?? (kind === "photograph" || kind === "video"); // not said before 0.2
}

const isPhotographic = (path: string): boolean => !path.endsWith(".svg");
const nameIn = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
