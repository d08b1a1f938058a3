import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { apiPath, SEGMENTS } from "../../domain/addresses.ts";
import { PointerDocument } from "../../domain/documents/signpost.ts";
import { type Grant, type GrantedUnit, stateOf } from "../../domain/early/grant.ts";
import { isGenuine, readEarlyToken } from "../../domain/early/token.ts";
import { type Instant, NEVER } from "../../domain/instant.ts";
import { DEFAULT_LANGUAGE } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { isVisible } from "../../domain/visibility.ts";
import { readItem } from "../../storage/dynamodb/read-item.ts";
import { languageOf, type Visit, visit } from "../request/visit.ts";
import type { EarlyDependencies } from "./early-dependencies.ts";

export const COOKIE = "early";

/** A request with a link that the press office made and did not take back. */
export interface EarlyVisit {
  readonly visited: Visit;
  readonly token: string;
  readonly grant: Grant;
  /** Whether its time is over: it opens nothing, and leads to what is public by now. */
  readonly expired: boolean;
  /** Whether the button was pressed: the cookie is there and belongs to this grant. */
  readonly opened: boolean;
}

/** A publication that was granted, as it stands now. */
export interface OpenUnit {
  readonly unit: GrantedUnit;
  /** Where it stands in each language. */
  readonly translations: PointerDocument["translations"];
  readonly state: "draft" | "embargoed" | "public";
  /** Its lift, or its planned one. */
  readonly publishAt: Instant;
  /** Its lift as far as logs are concerned: NEVER for a draft. */
  readonly liftsAt: Instant;
}

/**
 * Reads the grant behind the token of the address. Every token costs the same reads, whether it is genuine or not.
 * @throws Refusal `early-closed` alike for a token that is unknown, tampered with or revoked
 */
export async function earlyVisit(dependencies: EarlyDependencies, c: Context): Promise<EarlyVisit> {
  const { access, signer } = dependencies;
  const text = c.req.path.split("/")[3] ?? "";
  const visited = await visit(dependencies, c, languageOf(c.req.path) ?? DEFAULT_LANGUAGE);
  const token = readEarlyToken(text);
  if (!token) throw closed();
  const cookie = getCookie(c, COOKIE) ?? "";
  const [isOurs, opened, grant] = await Promise.all([
    isGenuine(signer, token),
    signer.verifies("early access cookie", token.grantId, cookie),
    access.grant(token.grantId, visited.now),
  ]);
  const state = grant && stateOf(grant, visited.now);
  if (!isOurs || !grant || state === "revoked") throw closed();
  return { visited, token: text, grant, opened, expired: state === "expired" };
}

/** Those of the granted publications that are there; what left for good is not. */
export async function openUnits(
  { reader }: EarlyDependencies,
  { grant, visited: { now } }: EarlyVisit,
): Promise<OpenUnit[]> {
  const found = await Promise.all(
    grant.units.map(async (unit): Promise<OpenUnit[]> => {
      const stored = await reader.document(apiPath(SEGMENTS[unit.kind], unit.id));
      if (!stored || JSON.parse(stored.body).kind !== "pointer") return [];
      const { translations, publishAt } = readItem(PointerDocument, stored).value;
      const isDraft = stored.publishAt === NEVER;
      const state = isDraft ? "draft" : isVisible(stored, now) ? "public" : "embargoed";
      return [{ unit, translations, state, publishAt, liftsAt: isDraft ? NEVER : publishAt }];
    }),
  );
  return found.flat();
}

/** The granted publication that stands at a public path, if it is one. */
export function unitAt(units: readonly OpenUnit[], path: string): OpenUnit | undefined {
  return units.find(({ translations }) => translations.some((each) => each.path === path));
}

export function closed(): Refusal {
  return new Refusal("early-closed", 404, "This link opens nothing.", "Ask the press office for a new one.");
}
