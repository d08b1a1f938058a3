import type { Context, Hono } from "hono";
import { isPlainPath } from "./nothing-here.ts";

/** Longer addresses are nobody's sentence. */
const LONGEST_TARGET = 1_024;

/** What a sentence puts behind an address: punctuation, quotation marks, brackets, spaces, signs that do not show. */
const MARK = /[\p{P}\p{S}\p{Z}\p{Cf}]/u;

/**
 * Where an address leads that was pasted with what stood behind it in a text: `/en/releases/x).` to
 * `/en/releases/x`. Asked where nothing was found; it asks the application itself, so that an address counts as there
 * exactly when a reader gets something at it, and what is under embargo leads nowhere.
 *
 * @returns undefined where nothing stands at the address without the marks either
 */
export async function withoutPastedMarks(app: Hono, c: Context): Promise<string | undefined> {
  const { method, headers, url } = c.req.raw;
  if (method !== "GET" && method !== "HEAD") return undefined;
  const origin = /^[a-z]+:\/\/[^/]*/.exec(url)?.[0] ?? "";
  const target = url.slice(origin.length);
  const trimmed = trimmedTarget(target);
  if (trimmed === undefined || trimmed === target) return undefined;
  // HEAD notes and counts nothing
  const found = await app.fetch(new Request(origin + trimmed, { method: "HEAD", headers }));
  if (found.status === 301) return found.headers.get("Location") ?? undefined;
  return found.status < 400 ? trimmed : undefined;
}

function trimmedTarget(target: string): string | undefined {
  if (target.length > LONGEST_TARGET) return undefined;
  const [path = "", ...query] = target.split("?");
  const end = query.join("?");
  if (end !== "") {
    const kept = trimmedEnd(end);
    return kept === "" ? path : kept && `${path}?${kept}`;
  }
  const kept = trimmedEnd(path);
  return kept && isPlainPath(kept) ? kept : undefined;
}

/** @returns undefined for what is no text in UTF-8 */
function trimmedEnd(encoded: string): string | undefined {
  let kept = encoded;
  for (;;) {
    const last = /(?:%[0-9a-f]{2}){1,4}$/i.exec(kept.slice(-12))?.[0];
    const [mark, length] = last === undefined ? [kept.slice(-1), 1] : lastEscape(last);
    if (mark === undefined) return undefined;
    if (mark === "" || mark === "/" || !MARK.test(mark)) return kept;
    kept = kept.slice(0, -length);
  }
}

/** The last character of some escapes, and how long its own are. */
function lastEscape(escapes: string): [character: string | undefined, length: number] {
  for (let length = 3; length <= escapes.length; length += 3)
    try {
      return [decodeURIComponent(escapes.slice(-length)), length];
    } catch {} // the middle of a character
  return [undefined, 0];
}
