import { escapedHtml } from "../../format/escaped-html.ts";
import type { HeadFacts } from "./head.tsx";
import type { EarlyFrame } from "./page-context.ts";

/** The head of such a page: no address of its own, nothing for search engines and previews, no structured data. */
export function earlyFacts({ title, description, languages }: HeadFacts): HeadFacts {
  return { title, description, languages: languages.filter(({ exists }) => exists) };
}

const ANCHOR = /<a\b([^>]*?) href="(\/[^"]*)"([^>]*)>(.*?)<\/a>/gs;
const SOURCE = / (src|poster)="(\/[^"]*)"/g;

/** The page with every link and picture leading where early access leads; the words of a link to nowhere stay. */
export function withEarlyLinks(html: string, { link }: EarlyFrame): string {
  return html
    .replace(ANCHOR, (_, before: string, address: string, after: string, words: string) => {
      const to = link(plain(address));
      return to === undefined ? words : `<a${before} href="${escapedHtml(to)}"${after}>${words}</a>`;
    })
    .replace(SOURCE, (_, name: string, address: string) => {
      const to = link(plain(address));
      return to === undefined ? "" : ` ${name}="${escapedHtml(to)}"`;
    });
}

/** The address that an attribute holds. */
function plain(attribute: string): string {
  return attribute.replaceAll("&amp;", "&");
}
