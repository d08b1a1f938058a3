import type { Context } from "hono";
import { Hono } from "hono/quick";
import { variant } from "valibot";
import { changesPath, publicationPath } from "../../domain/addresses.ts";
import { ChangesDocument } from "../../domain/documents/changes.ts";
import { NewsroomDocument } from "../../domain/documents/document.ts";
import { RedirectDocument } from "../../domain/documents/signpost.ts";
import { LANGUAGES, type Language } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { changesPage } from "../../rendering/pages/changes-page.tsx";
import { untranslatedPage } from "../../rendering/pages/untranslated-page.tsx";
import { changesKey } from "../../storage/keys.ts";
import { readVisible } from "../../storage/read-item.ts";
import type { ReadDependencies } from "../dependencies.ts";
import { addressGone } from "../gone.ts";
import { pageAnswer, refusalAnswer } from "../page-answer.ts";
import { furtherAddress, redirect } from "../redirect.ts";
import { visit } from "../visit.ts";

/** What may stand beside a release; a redirect that a former slug left tells nothing of the release that has it now. */
const Beside = variant("kind", [ChangesDocument, RedirectDocument]);

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
      const read = readVisible(Beside, beside, visited.now);
      const told = read?.value.kind === "changes" ? read.value.changes : [];
      return pageAnswer(c, visited, changesPage(visited.context, release.value, told), {
        changed: [release.changedAt, read?.changedAt],
      });
    }
    case "redirect":
      return redirect(c, furtherAddress(release.value.to, "release", changesPath));
    case "gone":
      throw addressGone();
    case "untranslated":
      return refusalAnswer(c, language, untranslatedPage(visited.context, release.value), 404);
    default:
      throw new Refusal("release-not-found", 404, "There is no such release.", "See the list of releases.");
  }
}
