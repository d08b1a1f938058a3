import { createHash } from "node:crypto";
import { FRAME } from "./frame.ts";
import { KITS } from "./kits.ts";
import { LISTS } from "./lists.ts";
import { PRINT } from "./print.ts";
import { PUBLICATIONS } from "./publications.ts";
import { TEXT_STYLE } from "./text.ts";
import { TOKENS } from "./tokens.ts";

/**
 * The whole style of every page, as it stands in its one style element: a reader's first page needs one answer,
 * and no file can be missing.
 */
export const STYLE = compact([TOKENS, TEXT_STYLE, FRAME, PUBLICATIONS, LISTS, KITS, PRINT].join(""));

/** Source expression for the Content-Security-Policy: `style-src 'sha256-…'` allows this style and no other. */
export const STYLE_HASH = `sha256-${createHash("sha256").update(STYLE).digest("base64")}`;

/** Without the white space that only people need. */
function compact(css: string): string {
  return css
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,]) ?/g, "$1")
    .replace(/: /g, ":")
    .replace(/;}/g, "}")
    .trim();
}
