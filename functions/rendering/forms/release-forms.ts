import { withLastingPictures } from "../../domain/documents/pictures-at.ts";
import type { ReleaseDocument } from "../../domain/documents/release.ts";
import { forFeeds, forTexts } from "../outline/block.ts";
import { blocksAsFeedHtml } from "../outline/feed-writer.tsx";
import { blockAsMarkdown, blocksAsMarkdown } from "../outline/markdown-writer.ts";
import { type ReleaseMarkdown, releaseOutline, withdrawalMark } from "../outline/release-outline.ts";
import { blocksAsText } from "../outline/text-writer.ts";

/**
 * The forms of a release beside its page. They are made when content is compiled, so they hold only what is true from
 * the lift on. Links within the newsroom are root-relative in them; `wholeAddresses` and `entryHtml` make them whole.
 */

export const releaseMarkdown = (document: ReleaseDocument, markdown: ReleaseMarkdown): string =>
  blocksAsMarkdown(forTexts(releaseOutline(document, markdown)), document.language);

/** It stays as it is, so it has no words of pictures that come or go by the clock. */
export const releaseText = (document: ReleaseDocument): string =>
  blocksAsText(forTexts(releaseOutline(withLastingPictures(document))), document.language);

/** As feeds carry it: without its title, which stands beside it, and its corrections, which come on top. */
export const feedHtml = (document: ReleaseDocument): string =>
  blocksAsFeedHtml(forFeeds(releaseOutline(document)), document.language);

/** The Markdown of a release that has been withdrawn since: with its mark, where it has none. */
export function withdrawnMarkdown(document: ReleaseDocument, markdown: string): string {
  const mark = withdrawalMark(document);
  if (!mark || markdown.startsWith("> **")) return markdown;
  return [...blockAsMarkdown(mark, document.language), markdown].join("\n\n");
}
