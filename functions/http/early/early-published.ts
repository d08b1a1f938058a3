import type { Context } from "hono";
import { earlyPath } from "../../domain/addresses.ts";
import type { Language } from "../../domain/language.ts";
import { kitAt } from "./early-links.ts";
import { pageOf } from "./early-publication.ts";
import { type EarlyVisit, type OpenUnit, unitAt } from "./early-visit.ts";

/**
 * Where an address of early access leads once what stands there is public: to the same in public. Once all of the
 * grant is public every other address of it, the link itself among them, leads to the first publication that was
 * granted, in the language of the address where there is one.
 *
 * @returns a root-relative address; undefined as long as there is something that this link alone opens
 */
export function publishedAddress(
  c: Context,
  { visited: { language }, token }: EarlyVisit,
  units: readonly OpenUnit[],
): string | undefined {
  const rest = c.req.path.slice(earlyPath(language, token).length);
  const [unit, address] = standsAt(c, language, rest, units);
  if (unit?.state === "public") return address;
  const [first] = units;
  return first && units.every(({ state }) => state === "public") ? pageIn(first, language) : undefined;
}

/** The granted publication to which an address belongs, and that address in public. */
function standsAt(
  c: Context,
  language: Language,
  rest: string,
  units: readonly OpenUnit[],
): readonly [OpenUnit | undefined, string] {
  if (rest.startsWith("/media/")) return [unitAt(units, c.req.query("of") ?? ""), rest];
  if (rest.startsWith("/downloads/")) return [kitAt(units, rest), rest];
  const path = `/${language}${rest}`;
  const page = pageOf(c.req.query("page")) ?? 1;
  return [unitAt(units, path), page > 1 ? `${path}?page=${page}` : path];
}

function pageIn({ translations }: OpenUnit, language: Language): string | undefined {
  return (translations.find((each) => each.language === language) ?? translations[0])?.path;
}
