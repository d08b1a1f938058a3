import { Hono } from "hono/quick";
import { listPath } from "../../domain/addresses.ts";
import { KitEntry } from "../../domain/documents/listing.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { kitListPage } from "../../rendering/pages/kit-list-page.tsx";
import type { ReadDependencies } from "../dependencies.ts";
import { kitInstants } from "../kit-instants.ts";
import { readListPage } from "../lists.ts";
import { pageAnswer } from "../page-answer.ts";
import { visit } from "../visit.ts";

/** `/{lang}/kits`: the media kits, newest first. */
export function kitListRoute(dependencies: ReadDependencies): Hono {
  const app = new Hono();
  for (const language of LANGUAGES) {
    const path = listPath(language, "kit");
    app.get(path, async (c) => {
      const visited = await visit(dependencies, c, language);
      const before = c.req.query("before");
      const page = await readListPage(
        dependencies.reader,
        KitEntry,
        { language, list: "kits", before },
        visited.now,
      );
      const html = kitListPage(visited.context, {
        entries: page.entries.map((entry) => entry.value),
        ...(page.older && { older: `${path}?before=${page.older}` }),
        ...(before && { newest: path }),
      });
      return pageAnswer(c, visited, html, kitInstants(page, visited.now));
    });
  }
  return app;
}
