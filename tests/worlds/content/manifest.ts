import { createHash } from "node:crypto";
import { apiPath, formPath, publicationPath } from "../../../functions/domain/addresses.ts";
import { ALWAYS, type Instant } from "../../../functions/domain/instant.ts";
import { LANGUAGES, type Language } from "../../../functions/domain/language.ts";
import type { NewsroomItem } from "../../../functions/storage/dynamodb/item.ts";
import { documentKey, entryKey, formKey, siteKey } from "../../../functions/storage/newsroom/keys.ts";
import { item } from "../../../functions/storage/newsroom/parts.ts";
import type {
  Manifest,
  ManifestDocument,
  ManifestUnit,
  MediaObject,
  UnitHandle,
} from "../../../functions/workflows/manifest.ts";

/** Manifests made by hand, for tests of publishing: it looks at keys and hashes and never into a body. */

/** A release as far as publishing can tell one from another. */
export interface ReleaseUnit {
  readonly n: number;
  readonly slug?: string;
  readonly publishAt?: Instant;
  readonly title?: string;
  readonly topics?: readonly string[];
  readonly figures?: number;
  readonly languages?: readonly Language[];
  readonly media?: readonly MediaObject[];
  /** Bytes of a text, in place of a few words. */
  readonly weight?: number;
}

/** Ids spread over the ledger as UUIDs do. */
export const releaseId = (n: number): string => {
  const digits = createHash("sha256").update(String(n)).digest("hex");
  return `${digits.slice(0, 8)}-0000-4000-8000-${String(n).padStart(12, "0")}`;
};

/** The n-th release; without a time of its own it was published on the n-th day after the beginning of 2020. */
export function releaseUnit(release: ReleaseUnit): ManifestUnit {
  const { n, slug = `release-${n}`, publishAt = dayOf(n), languages = LANGUAGES, media = [] } = release;
  const id = releaseId(n);
  const documents = languages.map((language) =>
    releaseInLanguage(release, { id, slug, publishAt, language }),
  );
  const pointer = item(
    documentKey(apiPath("releases", id)),
    JSON.stringify({ kind: "pointer", slug }),
    publishAt,
  );
  return {
    id: `release/${id}`,
    folder: `releases/${slug}`,
    fingerprint: fingerprintOf(release),
    documents: [...documents, alone(pointer)],
    media,
    sitemap: [
      { id, kind: "release", year: Number(publishAt.slice(0, 4)), publishAt, body: JSON.stringify({ slug }) },
    ],
  };
}

interface InLanguage {
  readonly id: string;
  readonly slug: string;
  readonly publishAt: Instant;
  readonly language: Language;
}

function releaseInLanguage(
  { title = "A release", topics = ["shelters"], figures = 1, weight = 0 }: ReleaseUnit,
  { id, slug, publishAt, language }: InLanguage,
): ManifestDocument {
  const path = publicationPath(language, "release", slug);
  const body = (kind: string) => JSON.stringify({ kind, path, publishAt, title, text: "x".repeat(weight) });
  const entry = JSON.stringify({ kind: "release", path, publishAt, title });
  const figure = (n: number) => JSON.stringify({ kind: "figure", id: `${id}-${n}`, publishAt });
  const numbers = Array.from({ length: figures }, (_, i) => i + 1);
  return {
    path,
    items: [
      item(documentKey(path), body("release"), publishAt),
      item(formKey(path, "md"), `# ${title}\n`, publishAt),
      item(formKey(path, "txt"), `${title}\n`, publishAt),
      item(entryKey(language, "releases", publishAt, id), entry, publishAt),
      item(entryKey(language, "feed", publishAt, id), body("feed-entry"), publishAt),
      ...topics.flatMap((topic) => [
        item(entryKey(language, `topic:${topic}`, publishAt, id), entry, publishAt),
        item(entryKey(language, `feed:${topic}`, publishAt, id), body("feed-entry"), publishAt),
      ]),
      ...numbers.map((n) =>
        item(entryKey(language, "figures", publishAt, `${id}-${n}`), figure(n), publishAt),
      ),
    ],
    parts: [],
    changes: [
      { language, list: "changes:releases", id, publishAt, body: entry },
      ...numbers.map((n) => ({
        language,
        list: "changes:figures" as const,
        id: `${id}-${n}`,
        publishAt,
        body: figure(n),
      })),
    ],
    alsoAt: [formPath(path, "json"), formPath(path, "md"), formPath(path, "txt")],
  };
}

/** The site itself, which has no publications: only its name. */
export function siteUnit(name = "Newsroom"): ManifestUnit {
  return {
    id: "site",
    folder: "site.yaml",
    fingerprint: fingerprintOf({ site: name }),
    documents: LANGUAGES.map((language) => ({
      ...alone(item(siteKey(language), JSON.stringify({ kind: "site", language, name }), ALWAYS)),
      path: `/${language}/`,
    })),
    media: [],
    sitemap: [{ id: "front", kind: "page", year: 1970, publishAt: ALWAYS, body: "{}" }],
  };
}

export function manifestOf(...units: readonly ManifestUnit[]): Manifest {
  return { units: units.map(handleOf) };
}

/** Units that are made only when they are compiled, so that many of them take no memory. */
export function manifestOfMany(count: number, release: (n: number) => ReleaseUnit): Manifest {
  const units: UnitHandle[] = [];
  for (let n = 1; n <= count; n++) {
    const { id, folder, fingerprint } = releaseUnit({ ...release(n), weight: 0 });
    units.push({
      id,
      folder,
      fingerprint,
      compile: async () => ({ ...releaseUnit(release(n)), fingerprint }),
    });
  }
  return { units };
}

export function handleOf(unit: ManifestUnit): UnitHandle {
  const { id, folder, fingerprint } = unit;
  return { id, folder, fingerprint, compile: async () => unit };
}

/** The first day of 2020, and n days. */
export function dayOf(n: number): Instant {
  return `${new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10)}T05:00:00Z`;
}

function alone(head: NewsroomItem): ManifestDocument {
  return { path: head.key.pk, items: [head], parts: [], changes: [], alsoAt: [] };
}

function fingerprintOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}
