import type { Problems } from "../../../domain/content/problem.ts";
import type { SiteSource } from "../../../domain/content/site-source.ts";
import { SITE_DOCUMENT_BYTES } from "../../../domain/documents/site.ts";
import { ALWAYS } from "../../../domain/instant.ts";
import { LANGUAGES } from "../../../domain/language.ts";
import { ownPath } from "../../../domain/own-address.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { bodyHash } from "../../../storage/newsroom/parts.ts";
import type { ContentCache } from "../../cache/content-cache.ts";
import type { CompileWork, Manifest, ManifestContent, UnitHandle } from "../../manifest.ts";
import { compileContextOf, namedBy, referencedUnit, stays, type Unit } from "../index/compile-context.ts";
import { type IndexedUnit, type NewsroomIndex, withFacts } from "../index/newsroom-index.ts";
import { unitSources } from "../index/unit-sources.ts";
import { loadUnit } from "../read/loaded-unit.ts";
import type { SplitContent } from "../references/held-units.ts";
import { redactionsIn } from "./compilation.ts";
import { compileSeries } from "./compile-series.ts";
import { compileSite, type SitePublication, siteDocument } from "./compile-site.ts";
import { compileUnit } from "./compile-unit.ts";
import { MediaObjects } from "./objects/media-objects.ts";
import { sitePictures } from "./pictures/unit-pictures.ts";

/** Where the newsroom will stand, and the code that shows it: they go into the documents of the site. */
export interface PublicSite {
  /** Scheme and host of the public address, without a slash at the end. */
  readonly address: string;
  /** Hash of the code that renders. */
  readonly rendering: string;
  /** Folder that holds originals under their SHA-256. */
  readonly originals?: string;
}

/** @param content of which every unit that is not held is without errors, and so is site.yaml */
export function manifestOf(
  { index, held }: SplitContent,
  site: SiteSource,
  publicSite: PublicSite,
  version: string,
  cache: ContentCache,
): Manifest {
  const handles = [
    ...index.units.map((unit) => unitHandle(unit, index, site, { version, cache, publicSite })),
    ...seriesHandles(index, site, version),
    siteHandle(index, site, publicSite, version, cache),
  ];
  return { units: handles.sort((a, b) => (a.id < b.id ? -1 : 1)), held };
}

function unitHandle(
  indexed: IndexedUnit,
  index: NewsroomIndex,
  site: SiteSource,
  { version, cache, publicSite }: { version: string; cache: ContentCache; publicSite: PublicSite },
): UnitHandle {
  const unit = required(indexed);
  const { originals, address } = publicSite;
  const own = { address, authority: site.authority };
  const leadsHome = indexed.record.uses.some(
    ({ to, id }) => to === "web-address" && ownPath(id, own) !== undefined,
  );
  const context = { ...compileContextOf(unit, site, index), ...(leadsHome && { own }) };
  const folder = indexed.folder.folder;
  return handle(
    { id: `${unit.kind}/${unit.facts.id}`, folder, names: namedBy(unit, index) },
    version,
    [unit.kind, unit.slug, indexed.contentHash, context],
    async (work) => {
      const loaded = await loadUnit(indexed.folder, cache, originals);
      if (loaded.contentHash !== indexed.contentHash)
        throw new Refusal(
          "content-invalid",
          409,
          `The folder ${folder} changed while it was being read.`,
          "Run the command again.",
        );
      try {
        const compiled = await compileUnit(loaded, context, { ...work, cache });
        const sources = unitSources(loaded, context);
        return {
          ...compiled,
          documents: compiled.documents.map((each) => ({ ...each, sources: sources(each.path) })),
        };
      } finally {
        cache.save(); // what was made of pictures is not made again, even if the next one fails
      }
    },
  );
}

function seriesHandles(index: NewsroomIndex, site: SiteSource, version: string): UnitHandle[] {
  return (site.series ?? []).map(({ id }) => {
    const all = index.editions(id);
    const events = all.filter(stays);
    const editions = events.flatMap((event) => {
      const { edition } = event.facts;
      return edition ? [{ event: referencedUnit(event), start: edition.start, end: edition.end }] : [];
    });
    editions.sort((a, b) => (a.start < b.start ? -1 : 1));
    const names = new Set(all.map(({ facts }) => `event/${facts.id}`));
    return handle({ id: `series/${id}`, folder: "site.yaml", names }, version, [id, editions], async () =>
      compileSeries(id, editions),
    );
  });
}

function siteHandle(
  index: NewsroomIndex,
  site: SiteSource,
  publicSite: PublicSite,
  version: string,
  cache: ContentCache,
): UnitHandle {
  const { facts, pages, address, rendering } = siteWithoutPictures(index, site, publicSite);
  const image = site.image && index.site.media.get(site.image.file);
  const compiler = `${version} ${rendering}`;
  const names = new Set(
    site.navigation.flatMap((slug) => {
      const page = index.unit("page", slug);
      return page ? [`page/${page.facts.id}`] : [];
    }),
  );
  const named = { id: "site", folder: "site.yaml", names };
  return handle(named, compiler, [facts, pages, address, image], async (work) => {
    const media = new MediaObjects(index.site);
    const pictures = await sitePictures(index.site, facts, media, cache, work);
    const publication = { facts, pages, address, rendering, media, pictures };
    return { ...compileSite(publication), redactions: redactionsIn(facts, facts.zone) };
  });
}

function siteWithoutPictures(
  index: NewsroomIndex,
  site: SiteSource,
  publicSite: PublicSite,
): SitePublication {
  const pages = site.navigation.flatMap((slug) => {
    const page = index.unit("page", slug);
    return page && stays(page) ? [referencedUnit(page)] : [];
  });
  const media = new MediaObjects(index.site);
  const pictures = { prepared: new Map(), media, zone: site.zone, licences: site.licences };
  return { facts: site, media, pictures, pages, ...publicSite };
}

/** What a document says of a picture beside the words for it: addresses, measures, names of fields. */
const PICTURE_BYTES = 400;

/** What every page carries is read with every request, so it must stay small. */
export function checkSiteSize(
  index: NewsroomIndex,
  site: SiteSource,
  publicSite: PublicSite,
  problems: Problems,
): void {
  const publication = siteWithoutPictures(index, site, publicSite);
  for (const language of LANGUAGES) {
    const picture = site.image ? PICTURE_BYTES + Buffer.byteLength(site.image.alt[language]) : 0;
    const bytes = picture + Buffer.byteLength(JSON.stringify(siteDocument(publication, language)));
    if (bytes > SITE_DOCUMENT_BYTES)
      problems.error(
        { file: "site.yaml", line: 1 },
        {
          problem: `what every page carries of this file has ${bytes} bytes in ${language}`,
          expected: `at most ${SITE_DOCUMENT_BYTES}: shorter titles of topics and pages, a shorter notice, fewer entries under navigation and follow`,
        },
      );
  }
}

/** As of the first moment at which anything is public. */
const FIRST: CompileWork = { now: ALWAYS };

/**
 * @param compiler names the code that compiles
 * @param inputs everything else that goes into the unit; of a document without a hash of its own, these are its sources
 */
function handle(
  { id, folder, names }: Pick<UnitHandle, "id" | "folder" | "names">,
  compiler: string,
  inputs: readonly unknown[],
  compile: (work: CompileWork) => Promise<ManifestContent>,
): UnitHandle {
  const fingerprint = bodyHash(JSON.stringify([compiler, ...inputs]));
  const sources = bodyHash(JSON.stringify(inputs));
  return {
    id,
    folder,
    names,
    fingerprint,
    compile: async (work = FIRST) => {
      const content = await compile(work);
      const documents = content.documents.map((each) => ({ sources, ...each }));
      return { id, folder, fingerprint, ...content, documents };
    },
  };
}

function required(indexed: IndexedUnit): Unit {
  const unit = withFacts(indexed);
  if (!unit) throw new Error(`${indexed.folder.folder} was found right but has no facts`);
  return unit;
}
