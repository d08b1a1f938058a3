import { createHash } from "node:crypto";

/** Something in a form that means nothing until one of several boxes is ticked. */
export interface HiddenPart {
  /** Id of the element that is hidden. */
  readonly id: string;
  /** Ids of the boxes, buttons and options of which one, chosen, lets it be seen. */
  readonly until: readonly string[];
}

/** The same of something that stands once in each of several rows. */
export interface HiddenInRows {
  /** Class of the elements that are hidden. */
  readonly of: string;
  /** Ids, as above; or values of which one has to be chosen under a class in the same row. */
  readonly until: readonly string[] | { readonly within: string; readonly values: readonly string[] };
}

/**
 * Style that hides what is not asked yet. It only ever hides: a browser that does not know `:has()` takes none of it, and
 * shows everything. Ids, classes and values hold nothing but letters, digits and hyphens.
 */
export function hiddenUntilChosen(hidden: readonly (HiddenPart | HiddenInRows)[]): string {
  if (hidden.length === 0) return "";
  return `@supports selector(:has(a)){${hidden.map(rule).join("")}}`;
}

function rule(part: HiddenPart | HiddenInRows): string {
  const what = "id" in part ? `#${part.id}` : `.${part.of}`;
  const { until } = part;
  if ("within" in until) {
    const chosen = until.values.map((each) => `.${until.within} [value="${each}"]:checked`).join(",");
    return `.row:not(:has(${chosen})) ${what}{display:none}`;
  }
  const chosen = until.map((each) => `#${each}:checked`).join(",");
  return `.form:not(:has(${chosen})) ${what}{display:none}`;
}

/** Source expression for the Content-Security-Policy. */
export const styleHash = (style: string): string =>
  `sha256-${createHash("sha256").update(style).digest("base64")}`;
