import { Hono } from "hono/quick";
import { listPath } from "../../domain/addresses.ts";
import { KitEntry } from "../../domain/documents/listing.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { kitListPage } from "../../rendering/pages/lists/kit-list-page.tsx";
import { pageAnswer } from "../answers/page-answer.ts";
import { kitInstants } from "../lists/kit-instants.ts";
import { pagingOf, readListPage } from "../lists/lists.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { visit } from "../request/visit.ts";

/** `/{lang}/kits`: the media kits, newest first. */
export function kitListRoute(dependencies: ReadDependencies): Hono {
  const app = new Hono();
  for (const language of LANGUAGES) {
    app.get(listPath(language, "kit"), async (c) => {
      const visited = await visit(dependencies, c, language);
      const before = c.req.query("before") || undefined;
      const page = await readListPage(
        dependencies.reader,
        KitEntry,
        { language, list: "kits", before },
        visited.now,
      );
      const html = kitListPage(visited.context, {
        entries: page.entries.map((entry) => entry.value),
        paging: pagingOf(page, { before }),
      });
      return pageAnswer(c, visited, html, kitInstants(page, visited.now));
    });
  }
  return app;
}
