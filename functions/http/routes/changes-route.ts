import type { Context } from "hono";
import { Hono } from "hono/quick";
import { changesPath, publicationPath } from "../../domain/addresses.ts";
import { ChangesDocument } from "../../domain/documents/changes.ts";
import { NewsroomDocument } from "../../domain/documents/document.ts";
import { LANGUAGES, type Language } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { changesPage } from "../../rendering/pages/changes/changes-page.tsx";
import { untranslatedPage } from "../../rendering/pages/problems/untranslated-page.tsx";
import { readItem, readVisible } from "../../storage/dynamodb/read-item.ts";
import { changesKey } from "../../storage/newsroom/keys.ts";
import { goneRefusal } from "../answers/gone.ts";
import { pageAnswer, refusalAnswer } from "../answers/page-answer.ts";
import { furtherAddress, redirect } from "../answers/redirect.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { visit } from "../request/visit.ts";

/** `/{lang}/releases/{slug}/changes`: what changed in a release, for two reads. The release decides what there is. */
export function changesRoute(dependencies: ReadDependencies): Hono {
  const app = new Hono();
  for (const language of LANGUAGES) {
    const route = changesPath(publicationPath(language, "release", ":slug{[a-z0-9-]{1,80}}"));
    app.get(route, (c) =>
      changes(dependencies, c, language, publicationPath(language, "release", c.req.param("slug") ?? "")),
    );
  }
  return app;
}

async function changes(
  dependencies: ReadDependencies,
  c: Context,
  language: Language,
  path: string,
): Promise<Response> {
  const { reader } = dependencies;
  const [visited, stored, beside] = await Promise.all([
    visit(dependencies, c, language),
    reader.document(path),
    reader.item(changesKey(path)),
  ]);
  const release = readVisible(NewsroomDocument, stored, visited.now);
  switch (release?.value.kind) {
    case "release": {
      const told = beside ? readItem(ChangesDocument, beside).value.changes : [];
      return pageAnswer(c, visited, changesPage(visited.context, release.value, told), {
        changed: [release.changedAt, beside?.writtenAt],
      });
    }
    case "redirect":
      return redirect(c, furtherAddress(release.value.to, "release", changesPath));
    case "gone":
      throw goneRefusal();
    case "untranslated":
      return refusalAnswer(c, language, untranslatedPage(visited.context, release.value), 404);
    default:
      throw new Refusal("release-not-found", 404, "There is no such release.", "See the list of releases.");
  }
}
