import { NewsroomDocument } from "../../../domain/documents/document.ts";
import { type Asset, AssetPage } from "../../../domain/documents/kit.ts";
import { SiteDocument } from "../../../domain/documents/site.ts";
import { htmlWithoutPictures, markdownWithoutPictures } from "../../../domain/documents/without-pictures.ts";
import { releaseText } from "../../../rendering/forms/release-forms.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import { storedValue } from "../../../storage/dynamodb/stored-value.ts";
import { completeBody } from "../../../storage/newsroom/complete-body.ts";
import { formSuffix, isKeyOf } from "../../../storage/newsroom/parse-key.ts";
import { documentItems, item } from "../../../storage/newsroom/parts.ts";
import type { ChangeEntry, ManifestDocument, ManifestUnit } from "../../manifest.ts";
import { documentHead } from "../stored/document-head.ts";
import { documentOfKit, entryWithTotals, kitWithAssets, type StoredKitTotals } from "../stored/kit-assets.ts";
import { changesWithout } from "./changes-without.ts";

/** Whether a file is to be shown no longer, by its public path `/media/…`. */
export type IsHidden = (path: string) => boolean;

const MEDIA_PATH = /\/media\/(?:\d+-\d*\/)?[0-9a-f]{64}\/[^"'\s()<>\\]+/g;

/**
 * A unit whose documents, forms and entries show some of its files no longer: the one place that knows where a file can
 * stand. Lists lose it, optional fields are left out, texts lose it with its caption and what is told of changes loses
 * that, too, a kit counts anew, and the address of a download answers 410. What shows none of them stays as it is, byte by byte; applied twice, nothing changes.
 *
 * @throws Error when what is left is no document any more
 */
export function withoutFiles<Unit extends ManifestUnit>(unit: Unit, hides: IsHidden): Unit {
  const isHidden: IsHidden = (path) => path.startsWith("/media/") && hides(path); // links lead elsewhere, too
  const kits = unit.documents.map((document) => kitWithout(document, isHidden));
  const totals = kits.find((kit) => kit !== undefined)?.totals;
  const documents = unit.documents.map((document, i) =>
    documentWithout(kits[i]?.document ?? document, isHidden, totals),
  );
  return {
    ...unit,
    documents,
    sitemap: unit.sitemap.map((entry) => ({ ...entry, body: bodyWithout(entry.body, isHidden) })),
    media: unit.media.filter(({ key }) => !isHidden(`/${key}`)),
    ...(unit.stored && { stored: { media: unit.stored.media.filter((key) => !isHidden(`/${key}`)) } }),
  };
}

function documentWithout(
  document: ManifestDocument,
  isHidden: IsHidden,
  totals: StoredKitTotals | undefined,
): ManifestDocument {
  const head = documentHead(document);
  const body = head && completeBody(head, document.parts);
  const next = body !== undefined && mentions(body, isHidden) ? bodyWithout(body, isHidden) : undefined;
  const counted = (each: string) => entryWithTotals(bodyWithout(each, isHidden), totals);
  const replaced = head && next !== undefined ? headWith(document, head, next) : undefined;
  const former = replaced && document.told && storedValue(NewsroomDocument, body ?? "", replaced.head.key);
  const shown = replaced && storedValue(NewsroomDocument, next ?? "", replaced.head.key);
  const itemOf = (each: NewsroomItem): NewsroomItem => {
    if (each === head) return replaced?.head ?? each;
    const form = formSuffix(each.key);
    if (form === ".md") return again(each, markdownWithoutPictures(each.body, isHidden));
    if (form === ".txt") return shown?.kind === "release" ? again(each, releaseText(shown)) : each;
    const after = again(each, counted(each.body));
    if (after !== each && isKeyOf(each.key, "site")) storedValue(SiteDocument, after.body, each.key);
    return after;
  };
  return {
    ...document,
    items: document.items.map(itemOf),
    parts: replaced?.parts ?? document.parts,
    ...(document.told && former && shown && { told: changesWithout(document.told, former, shown) }),
    changes: document.changes.map((each): ChangeEntry => ({ ...each, body: counted(each.body) })),
  };
}

/** Its parts are those of the new body; further pages of a kit stay, which are parts in their own right. */
function headWith({ path, parts }: ManifestDocument, head: NewsroomItem, body: string) {
  const made = documentItems(path, body, head.publishAt, head.until);
  return { head: made.head, parts: [...made.parts, ...parts.filter(isPageOfKit)] };
}

const isPageOfKit = ({ body }: NewsroomItem): boolean => body.startsWith("[");

/** A kit whose assets are fewer, or of which some have fewer files; undefined where it stays as it is. */
function kitWithout(
  document: ManifestDocument,
  isHidden: IsHidden,
): { document: ManifestDocument; totals: StoredKitTotals } | undefined {
  const head = documentHead(document);
  if (!head || !/^\/..\/kits\//.test(document.path)) return undefined;
  const further = document.parts.filter(isPageOfKit);
  const body = completeBody(head, document.parts);
  if (![body, ...further.map((each) => each.body)].some((each) => mentions(each, isHidden))) return undefined;
  const read = storedValue(NewsroomDocument, body, head.key);
  if (read.kind !== "kit") return undefined;
  const all = [read.assets, ...further.map((each) => storedValue(AssetPage, each.body, each.key))].flat();
  const assets = all.flatMap((asset): Asset[] => {
    const left = pruned(asset, isHidden);
    return left === GONE ? [] : [storedValue(AssetPage.item, JSON.stringify(left), head.key)];
  });
  const kit = kitWithAssets(read, assets);
  return { document: documentOfKit(document, head, kit), totals: kit };
}

const again = (each: NewsroomItem, body: string): NewsroomItem =>
  body === each.body ? each : item(each.key, body, each.publishAt, each.until);

function mentions(body: string, isHidden: IsHidden): boolean {
  return [...body.matchAll(MEDIA_PATH)].some(([path]) => isHidden(path));
}

/** What is to leave whatever holds it. */
const GONE = Symbol("gone");

function bodyWithout(body: string, isHidden: IsHidden): string {
  if (!mentions(body, isHidden)) return body;
  const read: unknown = JSON.parse(body);
  const left = pruned(read, isHidden);
  if (left === GONE) throw new Error("A document is no file.");
  return JSON.stringify(isEmptyDownload(left) ? goneInstead(left) : left);
}

function pruned(value: unknown, isHidden: IsHidden): unknown {
  if (typeof value === "string") return stringWithout(value, isHidden);
  if (Array.isArray(value))
    return value.map((each) => pruned(each, isHidden)).filter((each) => each !== GONE);
  if (!isRecord(value)) return value;
  if ([value.path, value.to].some((path) => typeof path === "string" && isHidden(path))) return GONE;
  const left = Object.entries(value)
    .map(([name, each]) => [name, pruned(each, isHidden)] as const)
    .filter(([, each]) => each !== GONE);
  const next = Object.fromEntries(left);
  return isAsset(value) && !hasOriginal(next.renditions) ? GONE : next;
}

/** A string that is the path of a file leaves; one that holds such a path is a text with pictures. */
function stringWithout(text: string, isHidden: IsHidden): string | typeof GONE {
  if (isHidden(text)) return GONE;
  return mentions(text, isHidden) ? htmlWithoutPictures(text, isHidden) : text;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isAsset = (value: Record<string, unknown>): boolean => "renditions" in value && "licence" in value;

/** Without its file at full quality there is nothing to offer of an asset. */
const hasOriginal = (renditions: unknown): boolean =>
  Array.isArray(renditions) && renditions.some((each) => isRecord(each) && each.name === "original");

const isEmptyDownload = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && value.kind === "download" && Array.isArray(value.targets) && value.targets.length === 0;

const goneInstead = ({ path, publishAt }: Record<string, unknown>) => ({ kind: "gone", path, publishAt });
