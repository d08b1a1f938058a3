/** Embedded fonts come from nowhere else; pictures do so only where an `image` element shows them. */
const WITHIN =
  /^(?:#|data:(?:font\/|application\/(?:x-)?font|application\/vnd\.ms-(?:fontobject|opentype)))/i;

/** Words that lead out of a style sheet, whatever else they may mean. */
const LEADS_OUT =
  /@import|@namespace|url\s*\(|image\s*\(|image-set\s*\(|src\s*\(|expression\s*\(|-moz-binding|behavior\s*:|javascript:/i;

/**
 * A style sheet, or a value in one, that refers to nothing outside of the drawing. Escapes are resolved first where
 * something could hide behind them.
 */
export function cleanCss(css: string): string {
  let cleaned = css;
  for (let round = 0; round < ROUNDS; round++) {
    const next = cleanedOnce(cleaned);
    if (next === cleaned) return cleaned;
    cleaned = next; // what was cut in two may have become whole
  }
  return "";
}

const ROUNDS = 8;

function cleanedOnce(css: string): string {
  if (!LEADS_OUT.test(css) && !css.includes("\\")) return css;
  const plain = unescaped(css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ""));
  if (!LEADS_OUT.test(plain)) return css;
  return plain
    .replace(/@(?:import|namespace)\b[^;]*(?:;|$)/gi, "")
    .replace(/url\s*\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*))\s*\)?/gi, (all, double, single, bare) =>
      WITHIN.test(String(double ?? single ?? bare).trim()) ? all : "none",
    )
    .replace(/(?:-webkit-)?(?:image-set|image|cross-fade|src|expression)\s*\([^;}]*/gi, "none")
    .replace(/(?:-moz-binding|behavior)\s*:[^;}]*/gi, "")
    .replace(/javascript:/gi, "");
}

/** CSS Syntax 3, 4.3.7. */
function unescaped(css: string): string {
  return css
    .replace(/\\([0-9a-f]{1,6})[ \t\n\f\r]?/gi, (_, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
    })
    .replace(/\\(?:\r\n|[\n\f\r])/g, "")
    .replace(/\\(.)/g, "$1");
}
