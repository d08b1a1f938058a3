import type { Context } from "hono";
import { Hono } from "hono/quick";
import { variant } from "valibot";
import { formPath, publicationPath } from "../../domain/addresses.ts";
import { scheduledChanges } from "../../domain/documents/at.ts";
import { NewsroomDocument } from "../../domain/documents/document.ts";
import { isPictureShown, pictureInstants } from "../../domain/documents/picture-times.ts";
import { GoneDocument, RedirectDocument } from "../../domain/documents/signpost.ts";
import { markdownWithoutPictures } from "../../domain/documents/without-pictures.ts";
import { earliest, latestOf } from "../../domain/instant.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { isVisible } from "../../domain/visibility.ts";
import { releaseResource } from "../../rendering/api/release-resource.ts";
import { wholeAddresses } from "../../rendering/forms/whole-addresses.ts";
import { readItem, readVisible } from "../../storage/dynamodb/read-item.ts";
import { bodyKind } from "../../storage/newsroom/body-kind.ts";
import { answer } from "../answers/answer.ts";
import { goneRefusal } from "../answers/gone.ts";
import { furtherAddress, redirect } from "../answers/redirect.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { type Visit, visit } from "../request/visit.ts";

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
  { now, site }: Visit,
  path: string,
  form: "md" | "txt",
) {
  const stored = await reader.form(path, form);
  if (!stored || !isVisible(stored, now)) throw noSuchRelease();
  if (isSignpost(stored.body)) {
    const signpost = readItem(Signpost, stored).value;
    if (signpost.kind === "gone") throw goneRefusal();
    return redirect(c, signpost.to);
  }
  const instants = pictureInstants(stored.body);
  const shown = markdownWithoutPictures(stored.body, (target) => !isPictureShown(target, now));
  return answer(c, {
    body: wholeAddresses(form, form === "md" ? shown : stored.body, { address: site.value.address, path }),
    contentType: TEXT_TYPES[form],
    lastModified: latestOf(
      site.changedAt,
      stored.writtenAt,
      stored.publishAt,
      ...instants.filter((instant) => instant <= now),
    ),
    now,
    change: earliest([stored.until, ...instants.filter((instant) => instant > now)]),
  });
}

async function json({ reader }: ReadDependencies, c: Context, { now, site }: Visit, path: string) {
  const read = readVisible(NewsroomDocument, await reader.document(path), now);
  if (read?.value.kind === "redirect") {
    return redirect(
      c,
      furtherAddress(read.value.to, "release", (path) => formPath(path, "json")),
    );
  }
  if (read?.value.kind === "gone") throw goneRefusal();
  if (read?.value.kind !== "release") throw noSuchRelease();
  const document = read.value;
  const { last, next } = scheduledChanges(document, now);
  return answer(c, {
    body: releaseResource(site.value, document, now),
    contentType: "application/json",
    lastModified: latestOf(site.changedAt, read.changedAt, last),
    now,
    change: next,
    cors: true,
  });
}

/** What stands in the place of a form whose release has another address now, or none. */
const Signpost = variant("kind", [RedirectDocument, GoneDocument]);

/** Markdown and text never begin like this: they begin with a title or with what marks a withdrawal. */
const isSignpost = (body: string): boolean => bodyKind(body) !== undefined;

function noSuchRelease(): Refusal {
  return new Refusal("release-not-found", 404, "There is no such release.", "See the list of releases.");
}
