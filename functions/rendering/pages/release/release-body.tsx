import { html, raw } from "hono/html";
import type { ReleaseDocument } from "../../../domain/documents/release.ts";
import { day, localIso } from "../../format/dates.ts";

const PARAGRAPH = "<p>";

/**
 * The text of a release. It begins with the dateline, city and day of dispatch, within its first paragraph as
 * agencies print it, or in a paragraph of its own where the text begins with something else.
 */
export function ReleaseBody({ document }: { document: ReleaseDocument }) {
  const { city, publishAt, zone, language, html: text } = document;
  const dateline = html`<span class="dateline"><b>${city}</b>, <time datetime="${localIso(publishAt, zone)}">${day(publishAt, zone, language)}</time> —</span> `;
  const opens = text.startsWith(PARAGRAPH);
  return (
    <div class="text">
      {raw(PARAGRAPH)}
      {dateline}
      {raw(opens ? text.slice(PARAGRAPH.length) : `</p>${text}`)}
    </div>
  );
}
