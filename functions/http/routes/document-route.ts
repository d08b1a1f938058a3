import type { Context } from "hono";
import { Hono } from "hono/quick";
import { documentAt, type ShownDocument, scheduledChanges } from "../../domain/documents/at.ts";
import { NewsroomDocument } from "../../domain/documents/document.ts";
import { kitPages } from "../../domain/documents/kit.ts";
import { currentEdition } from "../../domain/documents/signpost.ts";
import type { Instant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { Levels } from "../../domain/registration/seats.ts";
import { documentPage } from "../../rendering/pages/document-page.ts";
import { untranslatedPage } from "../../rendering/pages/problems/untranslated-page.tsx";
import { readVisible } from "../../storage/dynamodb/read-item.ts";
import { goneRefusal } from "../answers/gone.ts";
import { isPlainPath, nothingHere } from "../answers/nothing-here.ts";
import { pageAnswer, refusalAnswer } from "../answers/page-answer.ts";
import { redirect } from "../answers/redirect.ts";
import { eventLevels } from "../lists/event-levels.ts";
import { withAssetsOfPage } from "../lists/kit-assets.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { languageOf, preferredLanguage, type Visit, visit } from "../request/visit.ts";

/**
 * Every other address: its path is the key of what stands there. One read tells whether that is a page, a
 * redirect, something gone, or nothing.
 */
export function documentRoute(dependencies: ReadDependencies): Hono {
  return new Hono().get("*", async (c) => {
    const language = languageOf(c.req.path) ?? preferredLanguage(c.req.header("Accept-Language"));
    const [visited, stored] = await Promise.all([
      visit(dependencies, c, language),
      isPlainPath(c.req.path) ? dependencies.reader.document(c.req.path) : undefined,
    ]);
    const read = readVisible(NewsroomDocument, stored, visited.now);
    if (!read) throw nothingHere();
    const document = read.value;
    switch (document.kind) {
      case "redirect":
        return redirect(c, document.to);
      case "series": {
        const edition = currentEdition(document, visited.now);
        if (!edition) throw nothingHere();
        return redirect(c, edition.path, 302);
      }
      case "gone":
        throw goneRefusal();
      case "untranslated":
        return refusalAnswer(c, language, untranslatedPage(visited.context, document), 404);
      case "release":
      case "page":
        return shown(c, visited, document, [read.changedAt]);
      case "event": {
        const { levels, since } = await eventLevels(dependencies.reader, document, visited.now);
        return shown(c, visited, document, [read.changedAt, ...since], levels);
      }
      case "kit": {
        const kit = await withAssetsOfPage(dependencies.reader, document, pageOf(c), visited.now);
        if (!kit) throw noSuchPage();
        return shown(c, visited, kit, [read.changedAt]);
      }
      default:
        throw nothingHere(); // records of the API have no page of their own, and downloads another function
    }
  });
}

function shown(
  c: Context,
  visited: Visit,
  document: ShownDocument,
  changed: readonly Instant[],
  levels?: Levels,
): Response {
  const { last, next } = scheduledChanges(document, visited.now);
  const at = documentAt(document, visited.now);
  const position = at.kind === "kit" ? { page: pageOf(c), pages: kitPages(at.assetCount) } : undefined;
  const html = documentPage(visited.context, at, { levels, position });
  return pageAnswer(c, visited, html, { changed: [...changed, last], change: next });
}

function pageOf(c: Context): number {
  const value = c.req.query("page") ?? "1";
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  throw noSuchPage();
}

function noSuchPage(): Refusal {
  return new Refusal(
    "query-invalid",
    404,
    "There is no such page of this kit.",
    "Start again from its first page.",
    { field: "page" },
  );
}
