import {
  API_HOME_PATH,
  calendarPath,
  FEED_FORMATS,
  feedPath,
  frontPath,
  listPath,
  NEWS_SITEMAP_PATH,
  OPENAPI_PATH,
  publicationAt,
  ROBOTS_PATH,
  SECURITY_PATH,
  SITEMAP_PATH,
  topicPath,
} from "../../../domain/addresses.ts";
import type { Finding, Problems } from "../../../domain/content/problem.ts";
import { anchor } from "../../../domain/documents/anchor.ts";
import { earliest, type Instant, NEVER } from "../../../domain/instant.ts";
import type { PublicationKind, UnitKind } from "../../../domain/kinds.ts";
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from "../../../domain/language.ts";
import { hasLanguage, type IndexedUnit, type NewsroomIndex } from "../index/newsroom-index.ts";
import { suggestion } from "../read/suggestion.ts";
import type { ReferenceUse, UnitFacts } from "../read/unit-record.ts";
import { unitPath } from "../read/unit-record.ts";

/** Since when an address is public, as far as that is known, or why it leads nowhere. */
type Destination = { readonly publishAt?: Instant | undefined } | Finding;

const FOR_MACHINES = [
  SITEMAP_PATH,
  NEWS_SITEMAP_PATH,
  ROBOTS_PATH,
  SECURITY_PATH,
  API_HOME_PATH,
  OPENAPI_PATH,
];

/**
 * Checks a link of a text within the newsroom: it must lead to something, in its one true spelling, that is public
 * no later than the text. A page has no moment of its own, so what it links to must be public at `now`.
 */
export function checkAddress(
  use: ReferenceUse,
  from: IndexedUnit,
  index: NewsroomIndex,
  now: Instant,
  problems: Problems,
): void {
  const destination = destinationOf(use.id, index);
  if ("problem" in destination) {
    problems.error(use, destination);
    return;
  }
  const isPage = from.kind === "page";
  const own = isPage ? now : from.record.facts?.publishAt;
  const { publishAt } = destination;
  if (own === undefined || publishAt === undefined || publishAt <= own) return;
  problems.error(use, {
    problem: isPage
      ? `${use.id} is not public yet, and a page is public at once`
      : `${use.id} is published later than the text that links to it, at ${publishAt}`,
    expected: "a link to something that is public when the text is; `related` may name what comes later",
  });
}

/** The unit to which a link within the newsroom leads, if it leads to one. */
export function unitAddressed(href: string, index: NewsroomIndex): IndexedUnit | undefined {
  const path = href.split(/[?#]/)[0] ?? "";
  const kit = /^\/downloads\/([^/]+)\//.exec(path)?.[1];
  if (kit !== undefined) return index.entry("kit", kit);
  const publication = publicationAt(path);
  if (publication) return index.entry(publication.kind, publication.slug);
  const [, slug = ""] = /^\/[a-z]{2}\/([a-z0-9-]+)/.exec(path) ?? [];
  return index.entry("page", slug);
}

function destinationOf(href: string, index: NewsroomIndex): Destination {
  const [address = "", fragment] = href.split("#");
  const path = address.split("?")[0] ?? "";
  const found = lookUp(path, fragment, index);
  if (found) return found;
  const spellings = [path.toLowerCase().replace(/(.)\/+$/, "$1"), `${path}/`, `/${DEFAULT_LANGUAGE}${path}`];
  const meant = spellings.find((each) => {
    const destination = lookUp(each, undefined, index);
    return destination && !("problem" in destination);
  });
  return {
    problem: `there is nothing at ${path}`,
    expected: "an address of this newsroom, exactly as readers see it",
    suggestion: meant ?? suggestion(path, addressesLike(path, index)),
  };
}

function lookUp(path: string, fragment: string | undefined, index: NewsroomIndex): Destination | undefined {
  if (FOR_MACHINES.includes(path)) return {};
  const file = /^\/downloads\/([^/]+)\/([^/]+)$/.exec(path);
  if (file) return download(file[1] ?? "", file[2] ?? "", index);
  const language = LANGUAGES.find((each) => path.startsWith(`/${each}/`));
  if (!language) return undefined;
  if (fixedPaths(language, index).includes(path)) return {};
  const rest = path.slice(language.length + 2);
  const series = /^series\/([^/]+)$/.exec(rest)?.[1];
  if (series !== undefined && index.siteIds("series").has(series))
    return { publishAt: earliest(index.editions(series).map((event) => publicFrom(event.facts))) ?? NEVER };
  const publication = publicationAt(path);
  if (!publication) return unitAt("page", rest, language, fragment, index);
  const { kind, slug, rest: form } = publication;
  if (!FORMS_AT[kind].includes(form)) return undefined;
  return unitAt(kind, slug, language, fragment, index);
}

/** What may follow the address of a publication. */
const FORMS_AT: Readonly<Record<PublicationKind, readonly string[]>> = {
  release: ["", ".json", ".md", ".txt"],
  event: ["", "/calendar.ics"],
  kit: [""],
};

function unitAt(
  kind: UnitKind,
  slug: string,
  language: Language,
  fragment: string | undefined,
  index: NewsroomIndex,
): Destination | undefined {
  const unit = index.entry(kind, slug);
  if (!unit) return undefined;
  if (!hasLanguage(unit, language))
    return {
      problem: `${unitPath(language, kind, slug)} is not translated`,
      expected: `a link to ${unit.record.languages.map((each) => unitPath(each, kind, slug)).join(" or ")}`,
    };
  const { facts } = unit.record;
  const left = facts && departure(facts, unitPath(language, kind, slug));
  if (left) return left;
  const cited = /^(figure|statement)-/.exec(fragment ?? "");
  if (facts && cited && kind === "release") {
    const anchors = [
      ...facts.figures.map(({ id }) => anchor("figure", id)),
      ...facts.statements.map((id) => anchor("statement", id)),
    ];
    if (fragment && !anchors.includes(fragment))
      return {
        problem: `${unitPath(language, kind, slug)} has no ${fragment}`,
        expected: `one of ${anchors.join(", ")}`,
        suggestion: suggestion(fragment, anchors),
      };
  }
  const asset = facts?.timedAssets?.find(({ id }) => anchor("asset", id) === fragment);
  return { publishAt: facts && publicFrom(facts, asset) };
}

/** @param part of the unit, when it comes later */
function publicFrom(
  { draft, publishAt }: UnitFacts,
  part: { readonly publishAt: Instant } | undefined = undefined,
): Instant {
  return draft ? NEVER : (part?.publishAt ?? publishAt);
}

/** A withdrawn page still stands and says so; what is gone or elsewhere is no place to send readers to. */
function departure({ leaving }: UnitFacts, path: string): Finding | undefined {
  if (leaving === undefined || leaving.verb === "withdraw") return undefined;
  return leaving.to === undefined
    ? { problem: `${path} is gone`, expected: "a link to something that readers can see" }
    : { problem: `${path} has moved to ${leaving.to}`, expected: `a link to ${leaving.to}` };
}

function download(slug: string, file: string, index: NewsroomIndex): Destination | undefined {
  const kit = index.entry("kit", slug);
  if (!kit) return undefined;
  const { facts } = kit.record;
  if (facts?.leaving)
    return { problem: `the kit ${slug} has left the newsroom`, expected: "a file of another kit" };
  if (facts && !facts.downloads.includes(file))
    return {
      problem: `the kit ${slug} has no file ${file}`,
      expected: `one of ${facts.downloads.slice(0, 12).join(", ")}`,
      suggestion: suggestion(file, facts.downloads),
    };
  const asset = facts?.timedAssets?.find((each) => each.download === file);
  return { publishAt: facts && publicFrom(facts, asset) };
}

function fixedPaths(language: Language, index: NewsroomIndex): string[] {
  const topics = [...index.siteIds("topics")];
  return [
    frontPath(language),
    listPath(language, "release"),
    listPath(language, "event"),
    listPath(language, "kit"),
    calendarPath(language),
    ...FEED_FORMATS.map((format) => feedPath(language, format)),
    ...topics.flatMap((topic) => [
      topicPath(language, topic),
      ...FEED_FORMATS.map((format) => feedPath(language, format, topic)),
    ]),
  ];
}

/** Addresses that begin as the path does, to suggest one. */
function addressesLike(path: string, index: NewsroomIndex): string[] {
  const language = LANGUAGES.find((each) => path.startsWith(`/${each}/`)) ?? DEFAULT_LANGUAGE;
  return [
    ...fixedPaths(language, index),
    ...index.units
      .filter((unit) => hasLanguage(unit, language))
      .map((unit) => unitPath(language, unit.kind, unit.slug)),
  ];
}
