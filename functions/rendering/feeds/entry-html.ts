import { html } from "hono/html";
import type { FeedEntry } from "../../domain/documents/listing.ts";
import { day } from "../format/dates.ts";
import { messagesOf } from "../messages/messages-of.ts";

/**
 * The whole text of an entry for a reader that knows nothing of the newsroom: the notes of its corrections first,
 * newest on top, and every address absolute.
 *
 * @param address scheme and host of the newsroom
 */
export function entryHtml(entry: FeedEntry, address: string): string {
  return corrections(entry) + absoluteAddresses(entry.html, address, entry.path);
}

function corrections({ corrections, language, zone }: FeedEntry): string {
  if (corrections.length === 0) return "";
  const heading = messagesOf(language).publication.changes;
  const notes = [...corrections]
    .reverse()
    .map(({ at, note }) => html`<li>${day(at, zone, language)}: ${note}</li>`);
  return html`<p><strong>${heading}</strong></p><ul>${notes}</ul>`.toString();
}

/**
 * HTML whose `href`, `src` and `poster` are absolute. The HTML was made when content was compiled: its attributes
 * stand in double quotes, and a quotation mark within text is a reference, so a pattern is enough to find them.
 *
 * @param path of the document, for links to a place within it
 */
export function absoluteAddresses(source: string, address: string, path: string): string {
  return source
    .replace(/(\s(?:href|src|poster)=")\/(?!\/)/g, (_, attribute: string) => `${attribute}${address}/`)
    .replace(/\s(?:srcset|sizes)="[^"]*"/g, "") // a reader takes the form that `src` names
    .replace(/(\shref=")#/g, (_, attribute: string) => `${attribute}${address}${path}#`);
}
