import * as v from "valibot";
import type { Detail } from "../../domain/detail.ts";
import { RegistrationEvent } from "../../domain/registration/event.ts";
import type { NewsroomItem } from "../../storage/dynamodb/item.ts";
import { bodyKind } from "../../storage/newsroom/body-kind.ts";
import { completeBody } from "../../storage/newsroom/complete-body.ts";
import { partKey } from "../../storage/newsroom/keys.ts";
import { isHeadAt, isKeyOf, parseNewsroomKey } from "../../storage/newsroom/parse-key.ts";
import { bodyHash, documentItems, item } from "../../storage/newsroom/parts.ts";
import type { ManifestDocument } from "../manifest.ts";
import type { StoredUnit } from "../publish/stored/stored-unit.ts";
import { wordsStandIn } from "./stored-words.ts";

/**
 * A published unit with the words taken out of every text that it shows: pages, forms, lists, feeds, API, sitemaps.
 * Addresses, ids and names of files stay as they are, so that everything goes on working; they follow with the content.
 * No former version is kept of it, and no difference is shown.
 */
export function redactedUnit(unit: StoredUnit, detail: Detail, replacement: string): StoredUnit {
  const without = (text: string) => outsideAddresses(text, (words) => detail.removedFrom(words, replacement));
  return {
    ...unit,
    documents: unit.documents.map((document) => redactedDocument(document, without)),
    sitemap: unit.sitemap.map((entry) => ({ ...entry, body: redactedBody(entry.body, without) })),
    untold: true,
  };
}

type Without = (text: string) => string;

/** Where nothing changes it keeps the hash of its sources; else the next publication of content is an edit. */
function redactedDocument(document: ManifestDocument, without: Without): ManifestDocument {
  const parted = document.parts.filter(({ body }) => !body.startsWith("["));
  const pages = redactedPages(document, without);
  const again = (each: NewsroomItem): NewsroomItem[] => {
    const isHead = isHeadAt(each.key, document.path);
    const before = isHead ? completeBody(each, parted) : each.body;
    const after = pages.renamed(redactedBody(before, without));
    if (after === before) return [each];
    if (!isHead) return [item(each.key, after, each.publishAt, each.until)];
    const { head, parts } = documentItems(document.path, after, each.publishAt, each.until);
    return [head, ...parts];
  };
  const all = document.items.flatMap(again);
  const items = all.filter(({ key }) => !isKeyOf(key, "part"));
  const parts = all.filter(({ key }) => isKeyOf(key, "part"));
  const kept = items.some(({ body }) => bodyKind(body) === "parted") && parts.length === 0 ? parted : parts;
  const changes = document.changes.map((entry) => ({ ...entry, body: redactedBody(entry.body, without) }));
  const redacted = { ...document, items, parts: [...kept, ...pages.parts], changes };
  if (JSON.stringify(redacted) === JSON.stringify(document)) return document;
  const { sources: _, ...edited } = redacted;
  return edited;
}

/** The pages of a kit beyond the first are named by the hash of them all. */
function redactedPages(
  { parts, path }: ManifestDocument,
  without: Without,
): { readonly parts: readonly NewsroomItem[]; renamed(body: string): string } {
  const pages = parts.filter(({ body }) => body.startsWith("["));
  const bodies = pages.map(({ body }) => redactedBody(body, without));
  const partOf = ({ key }: NewsroomItem) => {
    const parsed = parseNewsroomKey(key);
    return parsed?.kind === "part" ? parsed : { hash: "", n: 0 };
  };
  const former = pages[0] ? partOf(pages[0]).hash : "";
  if (bodies.every((body, i) => body === pages[i]?.body)) return { parts: pages, renamed: (body) => body };
  const hash = bodyHash(bodies.join("\n"));
  return {
    parts: pages.map((page, i) =>
      item(partKey(path, hash, partOf(page).n), bodies[i] ?? "[]", page.publishAt, page.until),
    ),
    renamed: (body) => body.replace(`"hash":"${former}"`, `"hash":"${hash}"`),
  };
}

/** What is in these is no text for readers, or is needed to find something. */
const STRUCTURE = new Set(
  "id entryId kind path to href url sourceUrl slug hash download file poster language mediaType joining".split(
    " ",
  ),
);

/** A body with its texts changed: those of JSON one by one, a form as a whole. */
function redactedBody(body: string, without: Without): string {
  if (!/^[[{]/.test(body)) return without(body);
  const changed = (value: unknown, field: string): unknown => {
    if (typeof value === "string") return STRUCTURE.has(field) ? value : without(value);
    if (Array.isArray(value)) return value.map((each) => changed(each, field));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, changed(each, name)]));
  };
  const value: unknown = JSON.parse(body);
  const after = changed(value, "");
  if (JSON.stringify(after) === JSON.stringify(value)) return body;
  // From here on no mail shows those who registered what stood there before.
  const isRegistrationEvent = v.is(RegistrationEvent, after);
  return JSON.stringify(isRegistrationEvent ? { ...after, redacted: true } : after);
}

/** Attributes that name something, targets of links in Markdown, addresses. */
const ADDRESSES =
  /\b(?:href|src|srcset|id|for|action|poster)="[^"]*"|(?<=\]\()[^()\s]*(?=\))|https?:\/\/[^\s<>"]+|(?<![\p{L}\p{N}])\/(?:[a-z]{2}|media|downloads|api)\/[^\s<>")]*/giu;

function outsideAddresses(text: string, change: (text: string) => string): string {
  const kept: string[] = [];
  const masked = text.replace(ADDRESSES, (address) => `\uE000${kept.push(address) - 1}\uE001`);
  return change(masked).replace(/\uE000(\d+)\uE001/g, (_, i: string) => kept[Number(i)] ?? "");
}

/** Whether the words stand in a page, a feed or an answer of the API, apart from addresses and ids in it. */
export function standInTexts(answer: string, detail: Detail): boolean {
  return wordsStandIn(answer.replace(ADDRESSES, " ").replace(IDS, " "), detail);
}

/** Ids and slugs, as no text writes a name. */
const IDS = /(?<![\p{L}\p{N}])[a-z0-9]+(?:-[a-z0-9]+)+(?![\p{L}\p{N}])/gu;
