import { html, raw } from "hono/html";
import type { Language } from "../../../domain/language.ts";
import { day, localIso } from "../../format/dates.ts";
import type { BlockOf } from "../../outline/block.ts";

const PARAGRAPH = "<p>";

interface BodyProps {
  /** Safe HTML. */
  readonly html: string;
  readonly dateline: BlockOf<"dateline"> | undefined;
  readonly language: Language;
}

/**
 * The text of a release. It begins with the dateline, city and day of dispatch, within its first paragraph as
 * agencies print it, or in a paragraph of its own where the text begins with something else.
 */
export function ReleaseBody({ html: text, dateline, language }: BodyProps) {
  if (!dateline) return <div class="text">{raw(text)}</div>;
  const { city, at, zone } = dateline;
  const opens = text.startsWith(PARAGRAPH);
  return (
    <div class="text">
      {raw(PARAGRAPH)}
      {html`<span class="dateline"><b>${city}</b>, <time datetime="${localIso(at, zone)}">${day(at, zone, language)}</time> —</span> `}
      {raw(opens ? text.slice(PARAGRAPH.length) : `</p>${text}`)}
    </div>
  );
}
