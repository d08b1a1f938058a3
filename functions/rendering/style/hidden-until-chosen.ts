import { createHash } from "node:crypto";

/** Something in a form that means nothing until one of several boxes is ticked. */
export interface HiddenPart {
  /** Id of the element that is hidden. */
  readonly id: string;
  /** Ids of the boxes and buttons of which one, chosen, lets it be seen. */
  readonly until: readonly string[];
}

/**
 * Style that hides what is not asked yet. It only ever hides: a browser that does not know `:has()` takes none of it, and
 * shows everything. Ids hold nothing but letters, digits and hyphens.
 */
export function hiddenUntilChosen(hidden: readonly HiddenPart[]): string {
  if (hidden.length === 0) return "";
  const rules = hidden.map(({ id, until }) => {
    const chosen = until.map((each) => `#${each}:checked`).join(",");
    return `.form:not(:has(${chosen})) #${id}{display:none}`;
  });
  return `@supports selector(:has(a)){${rules.join("")}}`;
}

/** Source expression for the Content-Security-Policy. */
export const styleHash = (style: string): string =>
  `sha256-${createHash("sha256").update(style).digest("base64")}`;
