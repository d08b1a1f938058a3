import type { Context } from "hono";
import { parseAccept } from "hono/utils/accept";
import { SiteDocument } from "../../domain/documents/site.ts";
import { type Instant, toInstant } from "../../domain/instant.ts";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { PageContext } from "../../rendering/pages/frame/page-context.ts";
import { type Read, readShown } from "../../storage/dynamodb/read-item.ts";
import type { ReadDependencies } from "./dependencies.ts";

/** One request, as far as every page needs to know it. */
export interface Visit {
  readonly now: Instant;
  readonly language: Language;
  readonly site: Read<SiteDocument>;
  readonly context: PageContext;
}

/**
 * Reads the site around a page, for half a read unit.
 * @throws Refusal `newsroom-empty` as long as nothing was ever published
 */
export async function visit(
  { reader, clock, preview, publishing }: ReadDependencies,
  c: Context,
  language: Language,
): Promise<Visit> {
  const now = toInstant(clock());
  const stored = await reader.site(language);
  if (!stored) {
    throw new Refusal(
      "newsroom-empty",
      503,
      "Nothing has been published yet.",
      "Publish the content with `npm run publish`.",
    );
  }
  const site = readShown(SiteDocument, stored, now);
  const visited = {
    now,
    language,
    site,
    context: { site: site.value, language, now, preview, publishing: publishing?.() },
  };
  visits.set(c.req, visited);
  return visited;
}

/** The visit of this very request, when it has been read. */
export function knownVisit(c: Context): Visit | undefined {
  return visits.get(c.req);
}

const visits = new WeakMap<Context["req"], Visit>();

/** The language that an address names in its first segment, if it names one. */
export function languageOf(path: string): Language | undefined {
  const first = path.split("/", 2)[1] ?? "";
  return isLanguage(first) ? first : undefined;
}

/**
 * The reader's language where the address names none, by Accept-Language (RFC 9110, section 12.5.4): that with the
 * highest weight, the earlier one among equals, never one of weight nothing.
 */
export function preferredLanguage(header: string | undefined): Language {
  const accepted = parseAccept(header ?? "").filter(({ q }) => q > 0);
  const named = accepted.map(({ type }) => type.toLowerCase().split("-")[0] ?? "");
  return named.find(isLanguage) ?? DEFAULT_LANGUAGE;
}
