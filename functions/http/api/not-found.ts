import { API_COLLECTIONS, apiPath } from "../../domain/addresses.ts";
import type { PublicationKind } from "../../domain/kinds.ts";
import type { Language } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";

type ItemKind = PublicationKind | "figure" | "statement";

/** The same for what never was and for what has not lifted. */
export function notFound(kind: ItemKind): Refusal {
  return new Refusal(
    `${kind}-not-found`,
    404,
    `There is no such ${kind}.`,
    `${apiPath(`${kind}s`)} lists those that there are.`,
  );
}

/** @param translations the languages in which it does exist */
export function notInLanguage(
  kind: ItemKind,
  translations: readonly { readonly language: Language }[],
): Refusal {
  const allowed = translations.map((each) => each.language);
  return new Refusal(
    `${kind}-not-found`,
    404,
    `This ${kind} does not exist in that language.`,
    `Ask for it in ${allowed.join(" or ")}.`,
    { field: "language", allowed },
  );
}

export function itemGone(): Refusal {
  return new Refusal(
    "address-gone",
    410,
    "What stood here is no longer published.",
    "Remove your copy of it.",
  );
}

export function noSuchAddress(): Refusal {
  return new Refusal(
    "address-not-found",
    404,
    "The API has no such address.",
    "/api/ explains those that it has.",
    {
      allowed: API_COLLECTIONS.map((collection) => apiPath(collection)),
    },
  );
}
