/**
 * Texts without some of their pictures. What belongs to a picture goes with it: its paragraph, if it stands alone in it,
 * and its caption, which is a line or a paragraph of nothing but emphasis right after it. A link to such a file leaves
 * its words.
 */

/** Whether a picture is to leave, by the address or the name that the text gives. */
export type IsRemoved = (target: string) => boolean;

const HTML_PARAGRAPH = /<p>((?:(?!<\/p>)[\s\S])*)<\/p>(\n?)/g;
const HTML_FIGURE = /<figure\b[^>]*>(?:(?!<\/figure>)[\s\S])*<\/figure>\n?/g;
const HTML_PICTURE = /<img\b[^>]*>/g;
/** The addresses of a picture: of all its forms, each before its width. */
const ADDRESSES = /\ssrc(?:set)?="([^"]*)"/g;
const HTML_LINK = /<a\b[^>]*?\bhref="([^"]*)"[^>]*>((?:(?!<\/a>)[\s\S])*)<\/a>/g;
const HTML_CAPTION = /^<p>(<em>(?:(?!<\/?em>)[\s\S])*<\/em>)<\/p>\n?/;

export function htmlWithoutPictures(html: string, leaves: IsRemoved): string {
  const figures = html.replaceAll(HTML_FIGURE, (figure) => (showsSome(figure, leaves) ? "" : figure));
  let left = "";
  let at = 0;
  for (const { 0: whole, 1: inner = "", index } of figures.matchAll(HTML_PARAGRAPH)) {
    if (index < at || !showsSome(inner, leaves)) continue;
    left += figures.slice(at, index);
    at = index + whole.length;
    const rest = pictureless(inner, leaves);
    const words = rest.replace(/^\s*<em>[^<]*<\/em>\s*$/, "").trim();
    if (words !== "") left += `<p>${rest.trim()}</p>${whole.endsWith("\n") ? "\n" : ""}`;
    else at += HTML_CAPTION.exec(figures.slice(at))?.[0].length ?? 0;
  }
  return pictureless(left + figures.slice(at), leaves);
}

/** Pictures within a line, the links around them, and links to such files. */
function pictureless(html: string, leaves: IsRemoved): string {
  return html
    .replaceAll(HTML_PICTURE, (picture) => (showsSome(picture, leaves) ? "" : picture))
    .replaceAll(HTML_LINK, (link, target: string, words: string) =>
      words.trim() === "" || leaves(target) ? words : link,
    );
}

/** Whether a text shows a picture that leaves, in any of its forms. */
const showsSome = (html: string, leaves: IsRemoved): boolean =>
  [...html.matchAll(HTML_PICTURE)].some(([picture]) =>
    [...picture.matchAll(ADDRESSES)].some(([, value = ""]) => value.split(/[\s,]+/).some(leaves)),
  );

const PICTURE = String.raw`!\[(?:\\.|[^\]\\])*\]\(\s*<?([^)\s>]+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)`;
const LINKED = String.raw`\[\s*${PICTURE}\s*\]\([^)]*\)`;
const CAPTION = /^(?:\r?\n)+(?:\*(?!\*)[^\n]*\*|_(?!_)[^\n]*_)[ \t]*(?=\r?\n|$)/;

export function markdownWithoutPictures(markdown: string, leaves: IsRemoved): string {
  let left = "";
  let at = 0;
  for (const { 0: whole, 1: linked, 2: plain, index } of markdown.matchAll(
    new RegExp(`${LINKED}|${PICTURE}`, "g"),
  )) {
    if (index < at || !leaves(linked ?? plain ?? "")) continue;
    const end = index + whole.length;
    left += markdown.slice(at, index);
    at = end;
    const isAlone = /(^|\n)[ \t]*$/.test(left) && /^[ \t]*(?:\r?\n|$)/.test(markdown.slice(end));
    if (!isAlone) continue;
    left = left.replace(/[ \t]+$/, "");
    at += /^[ \t]*/.exec(markdown.slice(at))?.[0].length ?? 0;
    at += CAPTION.exec(markdown.slice(at))?.[0].length ?? 0;
    at += /^(?:[ \t]*\r?\n)*/.exec(markdown.slice(at))?.[0].length ?? 0;
  }
  const link = /\[((?:\\.|[^\]\\])*)\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
  return (left + markdown.slice(at)).replaceAll(link, (whole, words: string, target: string) =>
    leaves(target) ? words : whole,
  );
}
