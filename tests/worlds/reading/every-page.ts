import type { ReleaseDocument } from "../../../functions/domain/documents/release.ts";
import type { Instant } from "../../../functions/domain/instant.ts";
import { LANGUAGES, type Language } from "../../../functions/domain/language.ts";
import type { Levels } from "../../../functions/domain/registration/seats.ts";
import { changesPage } from "../../../functions/rendering/pages/changes/changes-page.tsx";
import { earlyClosedPage } from "../../../functions/rendering/pages/early/early-closed-page.tsx";
import { earlyContentsPage } from "../../../functions/rendering/pages/early/early-contents-page.tsx";
import { earlyLandingPage } from "../../../functions/rendering/pages/early/early-landing-page.tsx";
import { eventPage } from "../../../functions/rendering/pages/event/event-page.tsx";
import type { PageContext } from "../../../functions/rendering/pages/frame/page-context.ts";
import { kitPage } from "../../../functions/rendering/pages/kit/kit-page.tsx";
import { eventListPage } from "../../../functions/rendering/pages/lists/event-list-page.tsx";
import { kitListPage } from "../../../functions/rendering/pages/lists/kit-list-page.tsx";
import { releaseListPage } from "../../../functions/rendering/pages/lists/release-list-page.tsx";
import { goneFilePage, gonePage } from "../../../functions/rendering/pages/problems/gone-page.tsx";
import { notFoundPage } from "../../../functions/rendering/pages/problems/not-found-page.tsx";
import { refusalPage } from "../../../functions/rendering/pages/problems/refusal-page.tsx";
import { untranslatedPage } from "../../../functions/rendering/pages/problems/untranslated-page.tsx";
import { releasePage } from "../../../functions/rendering/pages/release/release-page.tsx";
import { frontPage } from "../../../functions/rendering/pages/site/front-page.tsx";
import { organisationPage } from "../../../functions/rendering/pages/site/organisation-page.tsx";
import { everyChange, withdrawal } from "../content/changes.ts";
import {
  eventDocument,
  kitDocument,
  pageDocument,
  pastEventDocument,
  releaseDocument,
  siteDocument,
} from "../documents/documents.ts";
import { eventEntry, kitEntry, releaseEntry } from "../documents/entries.ts";
import { tellingAssets } from "../documents/kit-assets.ts";
import { reference, uuid } from "../documents/parts.ts";

/** After the World Day of 2020 and before that of 2027. */
export const BETWEEN: Instant = "2026-11-20T09:00:00Z";

/** A token of early access. */
const TOKEN = `${uuid(7)}.${"k".repeat(43)}`;

/** What a page is rendered with. */
export function pageContext(language: Language = "en", changes: Partial<PageContext> = {}): PageContext {
  return { site: siteDocument(language), language, now: BETWEEN, preview: false, ...changes };
}

/** Every kind of page in one language, with everything on it that it can carry; by name. */
export function everyPage(language: Language): Record<string, string> {
  const release = fullRelease(language);
  const event = eventDocument(language);
  const past = pastEventDocument(language);
  const kit = kitDocument(language, {
    assets: tellingAssets(language),
    takenDown: [{ id: "shelter", at: "2026-10-12T05:00:00Z" }],
  });
  const about = pageDocument(language);
  const entries = [releaseEntry(release), { ...releaseEntry(release), language: "kk" as const }];
  const [title = ""] = siteDocument(language).topics.flatMap((each) =>
    each.id === "protection" ? [each.title] : [],
  );
  const context = pageContext(language);
  const withdrawn = withdrawal(language);
  const translations = LANGUAGES.filter((each) => each !== language).map((each) =>
    reference(releaseDocument(each).title, releaseDocument(each).path, each),
  );
  return {
    front: frontPage(context, {
      releases: entries,
      nextEvent: eventEntry(event),
      newestKit: kitEntry(kit),
    }),
    "early access": earlyLandingPage(context, TOKEN),
    "early access, its contents": earlyContentsPage(context, {
      token: TOKEN,
      endsAt: event.start,
      entries: [
        { ...releaseEntry(release), address: release.path, standing: { state: "draft" } },
        {
          ...kitEntry(kitDocument("kk")),
          address: kit.path,
          standing: { state: "embargoed", liftsAt: event.start, zone: event.zone },
        },
      ],
    }),
    "early access, closed": earlyClosedPage(context),
    "release seen early": releasePage(
      { ...context, early: { banner: release.title, link: (address) => address } },
      release,
    ),
    "empty front": frontPage(context, { releases: [] }),
    releases: releaseListPage(context, {
      entries,
      filter: { year: 2020 },
      years: [2020, 2019],
      paging: { year: 2020, older: "2020-07-30T08:00:00Z_a" },
    }),
    topic: releaseListPage(context, {
      entries: [],
      topic: { id: "protection", title, description: release.summary },
      filter: { topic: "protection" },
      years: [],
      paging: { before: "2020-07-30T08:00:00Z_a", newer: { before: undefined } },
    }),
    release: releasePage(pageContext(language, { preview: true }), release),
    "withdrawn release": releasePage(context, { ...release, withdrawn }),
    "redacted release": releasePage(context, {
      ...release,
      corrections: [],
      redactedAt: ["2020-08-05T03:00:00Z", "2020-08-07T03:00:00Z"],
    }),
    changes: changesPage(context, release, everyChange(language)),
    "changes of a withdrawn release": changesPage(context, { ...release, withdrawn }, everyChange(language)),
    "no changes": changesPage(context, release, []),
    events: eventListPage(context, {
      upcoming: [eventEntry(event)],
      past: [eventEntry(past)],
      paging: { older: "2020-07-30T06:30:00Z_a" },
    }),
    event: eventPage(context, event),
    "event with seats left": eventPage({ ...context, now: REGISTERING }, event, LEVELS),
    "past event": eventPage(context, past),
    "cancelled event": eventPage(context, { ...event, status: "cancelled" }),
    "withdrawn event": eventPage(context, { ...event, withdrawn }),
    kits: kitListPage(context, { entries: [kitEntry(kit)], paging: {} }),
    kit: kitPage(context, kit, { page: 1, pages: 1 }),
    "page of a large kit": kitPage(context, kit, { page: 2, pages: 3 }),
    "withdrawn kit": kitPage(context, { ...kit, withdrawn }, { page: 1, pages: 1 }),
    organisation: organisationPage(context, about),
    "not found": notFoundPage(context),
    gone: gonePage(context),
    "gone file": goneFilePage(context),
    untranslated: untranslatedPage(context, {
      kind: "untranslated",
      path: release.path,
      language,
      publishAt: release.publishAt,
      translations,
    }),
    refusal: refusalPage(context, { status: 405, message: "It only answers GET.", help: "Open it." }),
  };
}

/** A day on which one can register for the event. */
const REGISTERING: Instant = "2027-06-01T00:00:00Z";
const LEVELS: Levels = new Map([
  ["press-hall", "waiting-list"],
  ["online", "few"],
]);

/** A release with a quotation beside its paraphrases, and with a figure that a newer one replaces. */
function fullRelease(language: Language): ReleaseDocument {
  const release = releaseDocument(language);
  const newer = { id: "newer", value: "82", release: reference("2021", `${release.path}-2021`, language) };
  return {
    ...release,
    figures: release.figures.map((figure, n) => (n === 0 ? { ...figure, supersededBy: newer } : figure)),
    statements: release.statements.map((each, n) => (n === 0 ? { ...each, kind: "quote" } : each)),
    corrections: [{ at: "2020-08-01T04:30:00Z", note: release.summary }, ...release.corrections],
  };
}
