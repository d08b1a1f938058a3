import type { CountedDownload } from "../../domain/downloads/counted-download.ts";
import type { Instant } from "../../domain/instant.ts";
import { isLanguage, type Language } from "../../domain/language.ts";
import type { Key } from "../dynamodb/key.ts";
import {
  AVAILABILITY_PARTITION,
  announcedKey,
  FENCE_PARTITION,
  LEDGER_PARTITION,
  type ListName,
  leaseKey,
  listStateKeyOf,
  NOTICES_PARTITION,
  PENDING_PARTITION,
  REGISTRATION_EVENTS_PARTITION,
  SCHEDULED_CHANGES_PARTITION,
  SITEMAP_FILES_PARTITION,
  TAKEDOWNS_PARTITION,
} from "./keys.ts";

/** What a key of the Newsroom table says of its item: the kind, and what the key was made of. */
export type NewsroomKey =
  | { readonly kind: "document" | "changes"; readonly path: string }
  | { readonly kind: "part"; readonly path: string; readonly hash: string; readonly n: number }
  | { readonly kind: "form"; readonly path: string; readonly form: "md" | "txt" }
  | { readonly kind: "version"; readonly unit: string; readonly language: Language; readonly at: Instant }
  | {
      readonly kind: "scheduled-change" | "notice";
      readonly at: Instant;
      readonly unit: string;
      readonly path: string;
    }
  | { readonly kind: "media-file"; readonly unit: string; readonly objectKey: string }
  | DownloadCountKey
  | { readonly kind: "takedown"; readonly at: Instant; readonly kit: string; readonly asset: string }
  | { readonly kind: "hidden"; readonly id: string }
  | { readonly kind: "sitemap-file"; readonly name: string }
  | { readonly kind: "redacted" | "record"; readonly unit: string }
  | { readonly kind: "pending"; readonly at: Instant; readonly id: string }
  | { readonly kind: "registration-event" | "availability"; readonly event: string }
  | { readonly kind: "site"; readonly language: Language }
  | {
      readonly kind: "entry";
      readonly language: Language;
      readonly list: ListName;
      readonly at: Instant;
      readonly id: string;
    }
  | { readonly kind: "list-state"; readonly language: Language; readonly list: ListName }
  | { readonly kind: "sitemap-entry"; readonly name: string; readonly at: Instant; readonly id: string }
  | { readonly kind: "holding"; readonly unit: string; readonly path: string }
  | { readonly kind: "lease-lane"; readonly n: number }
  | { readonly kind: "announced" | "lease" };

/** Rendition and downloader as they are written there; whoever reads a count checks them. */
interface DownloadCountKey extends Pick<CountedDownload, "day" | "kit" | "file"> {
  readonly kind: "download-count";
  readonly shard: number;
  readonly rendition: string;
  readonly by: string;
}

export type NewsroomKeyOf<Kind extends NewsroomKey["kind"]> = Extract<NewsroomKey, { readonly kind: Kind }>;

/** Reads a key as `keys.ts` made it. @returns undefined for one that it makes none like */
export function parseNewsroomKey({ pk, sk }: Key): NewsroomKey | undefined {
  if (isAtPath({ pk, sk })) return atPath(pk, sk);
  const [family = "", ...of] = pk.split("#");
  return of.length === 0 ? inPartition(family, sk) : inPartitionOf(family, of, sk);
}

/** Whether it is that of something at a public address. */
export const isAtPath = ({ pk }: Key): boolean => pk.startsWith("/");

/** Whether a key is of one of these kinds. */
export function isKeyOf(key: Key, ...kinds: readonly NewsroomKey["kind"][]): boolean {
  const kind = parseNewsroomKey(key)?.kind;
  return kind !== undefined && kinds.includes(kind);
}

/** Whether it is that of what an address, or a language, has one of: a document, or the site. */
export const isHeadKey = (key: Key): boolean => isKeyOf(key, "document", "site");

/** The same for an item at a path. */
export const isHeadAt = (key: Key, path: string): boolean => key.pk === path && isKeyOf(key, "document");

/** What a partition holds that the ledger counts entries of: a list, or a sitemap file. */
export type CountedPartition =
  | { readonly kind: "list"; readonly language: Language; readonly list: ListName }
  | { readonly kind: "sitemap"; readonly name: string };

/** @returns undefined for any other partition */
export function parsePartition(pk: string): CountedPartition | undefined {
  const key = parseNewsroomKey({ pk, sk: "" });
  if (key?.kind === "entry") return { kind: "list", language: key.language, list: key.list };
  return key?.kind === "sitemap-entry" ? { kind: "sitemap", name: key.name } : undefined;
}

/** What a form adds to the address of its document: `.md`; nothing for anything else. */
export function formSuffix(key: Key): string {
  const parsed = parseNewsroomKey(key);
  return parsed?.kind === "form" ? `.${parsed.form}` : "";
}

/** What stands at a public path. */
function atPath(path: string, sk: string): NewsroomKey | undefined {
  const [kind, one = "", other = ""] = sk.split("#");
  switch (kind) {
    case "document":
    case "changes":
      return sk === kind ? { kind, path } : undefined;
    case "part":
      return { kind, path, hash: one, n: Number(other) };
    case "form":
      return one === "md" || one === "txt" ? { kind, path, form: one } : undefined;
    default:
      return undefined;
  }
}

/** What stands in a partition that there is one of. */
function inPartition(partition: string, sk: string): NewsroomKey | undefined {
  switch (partition) {
    case SCHEDULED_CHANGES_PARTITION: {
      const [at, unit, path] = cut(sk, 3);
      return { kind: "scheduled-change", at, unit, path };
    }
    case NOTICES_PARTITION: {
      const [at, unit, path] = cut(sk, 3);
      return { kind: "notice", at, unit, path };
    }
    case announcedKey.pk:
      return { kind: "announced" };
    case TAKEDOWNS_PARTITION: {
      const [at, kit, asset] = cut(sk, 3);
      return { kind: "takedown", at, kit, asset };
    }
    case FENCE_PARTITION: {
      const [kind, id] = cut(sk, 2);
      if (kind === "hidden") return { kind, id };
      return kind === "redacted" ? { kind, unit: id } : undefined;
    }
    case PENDING_PARTITION: {
      const [at, id] = cut(sk, 2);
      return { kind: "pending", at, id };
    }
    case REGISTRATION_EVENTS_PARTITION:
      return { kind: "registration-event", event: sk };
    case AVAILABILITY_PARTITION:
      return { kind: "availability", event: sk };
    case SITEMAP_FILES_PARTITION:
      return { kind: "sitemap-file", name: sk };
    case LEDGER_PARTITION:
      return { kind: "record", unit: sk };
    case leaseKey.pk: {
      const [, n] = sk.split("#");
      return n === undefined ? { kind: "lease" } : { kind: "lease-lane", n: Number(n) };
    }
    default:
      return undefined;
  }
}

/** What stands in a partition of its kind that has an owner: a unit, a language, a day, a file. */
function inPartitionOf(family: string, of: readonly string[], sk: string): NewsroomKey | undefined {
  const [owner = "", second = ""] = of;
  switch (family) {
    case "versions":
      return isLanguage(second) ? { kind: "version", unit: owner, language: second, at: sk } : undefined;
    case "media":
      return { kind: "media-file", unit: owner, objectKey: sk };
    case "downloads": {
      // a name of a file may hold what parts the others, so they are taken from both ends
      const [kit = "", ...rest] = sk.split("#");
      const [rendition = "", by = ""] = rest.slice(-2);
      const file = rest.slice(0, -2).join("#");
      return { kind: "download-count", day: owner, shard: Number(second), kit, file, rendition, by };
    }
    case "site":
      return isLanguage(owner) ? { kind: "site", language: owner } : undefined;
    case "list": {
      if (!isLanguage(owner)) return undefined;
      const list = second as ListName; // names of lists are made by `keys.ts` alone
      if (sk === listStateKeyOf("").sk) return { kind: "list-state", language: owner, list };
      const [at, id] = cut(sk, 2);
      return { kind: "entry", language: owner, list, at, id };
    }
    case "sitemap": {
      const [at, id] = cut(sk, 2);
      return { kind: "sitemap-entry", name: owner, at, id };
    }
    case "ledger":
      return { kind: "holding", unit: owner, path: sk };
    default:
      return undefined;
  }
}

/** The parts of a sort key: the last one holds all that is left. */
function cut(sk: string, n: 2): [string, string];
function cut(sk: string, n: 3): [string, string, string];
function cut(sk: string, n: number): string[] {
  const parts = sk.split("#");
  return [...Array.from({ length: n - 1 }, (_, i) => parts[i] ?? ""), parts.slice(n - 1).join("#")];
}
