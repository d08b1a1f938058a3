import type { Context } from "hono";
import { Hono } from "hono/quick";
import * as v from "valibot";
import { formPath, publicationPath } from "../../domain/addresses.ts";
import { turningPoints } from "../../domain/documents/at.ts";
import { NewsroomDocument } from "../../domain/documents/document.ts";
import { RedirectDocument } from "../../domain/documents/signpost.ts";
import { latest } from "../../domain/instant.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { isVisible } from "../../domain/visibility.ts";
import { releaseResource } from "../../rendering/api/release-resource.ts";
import { readVisible } from "../../storage/read-item.ts";
import { answer } from "../answer.ts";
import type { ReadDependencies } from "../dependencies.ts";
import { type Visit, visit } from "../visit.ts";

const TEXT_TYPES = { md: "text/markdown; charset=utf-8", txt: "text/plain; charset=utf-8" } as const;

/** `/{lang}/releases/{slug}.json`, `.md` and `.txt`: the release in other forms. */
export function releaseFormRoute(dependencies: ReadDependencies): Hono {
  const app = new Hono();
  for (const language of LANGUAGES) {
    const route = publicationPath(language, "release", ":file{[a-z0-9-]+\\.(?:json|md|txt)}");
    app.get(route, async (c) => {
      const visited = await visit(dependencies, c, language);
      const [slug = "", form = ""] = (c.req.param("file") ?? "").split(".");
      const path = publicationPath(language, "release", slug);
      return form === "json"
        ? json(dependencies, c, visited, path)
        : text(dependencies, c, visited, path, form === "md" ? "md" : "txt");
    });
  }
  return app;
}

async function text(
  { reader }: ReadDependencies,
  c: Context,
  { now }: Visit,
  path: string,
  form: "md" | "txt",
) {
  const stored = await reader.form(path, form);
  if (!stored || !isVisible(stored, now)) throw noSuchRelease();
  const to = redirectTarget(stored.body);
  if (to !== undefined) return redirect(c, to);
  const lastModified = latest([stored.writtenAt, stored.publishAt]) ?? stored.writtenAt;
  return answer(c, {
    body: stored.body,
    contentType: TEXT_TYPES[form],
    lastModified,
    now,
    change: stored.until,
  });
}

async function json({ reader }: ReadDependencies, c: Context, { now, site }: Visit, path: string) {
  const read = readVisible(NewsroomDocument, await reader.document(path), now);
  if (read?.value.kind === "redirect") return redirect(c, formPath(read.value.to, "json"));
  if (read?.value.kind !== "release") throw noSuchRelease();
  const document = read.value;
  const { last, next } = turningPoints(document, now);
  return answer(c, {
    body: releaseResource(site.value, document, now),
    contentType: "application/json",
    lastModified: latest([site.changedAt, read.changedAt, last]) ?? read.changedAt,
    now,
    change: next,
    cors: true,
  });
}

/** Where a former address leads may change with the next publication, so the edge asks again each time. */
function redirect(c: Context, to: string): Response {
  return c.body(null, 301, { Location: to, "Cache-Control": "no-store" });
}

/** Where a form has gone whose release changed its slug: then the redirect stands in its place. */
function redirectTarget(body: string): string | undefined {
  return body.startsWith('{"kind":"redirect",') ? v.parse(RedirectDocument, JSON.parse(body)).to : undefined;
}

function noSuchRelease(): Refusal {
  return new Refusal("release-not-found", 404, "There is no such release.", "See the list of releases.");
}
