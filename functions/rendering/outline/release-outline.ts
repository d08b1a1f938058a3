import { dateInWords } from "../../domain/date-in-words.ts";
import type { ReleaseDocument } from "../../domain/documents/release.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";
import { localIso } from "../format/dates.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { type BlockOf, type OutlineBlock, pictureBlock, withWords } from "./block.ts";

/** The Markdown that texts of a release were made of. */
export interface ReleaseMarkdown {
  readonly body?: string | undefined;
  readonly notes?: string | undefined;
}

/**
 * What can be read in a release, in the order of every form: its page, Markdown, text, the feeds and what versions keep.
 * It holds only what is true from the lift on: no related items and no newer figures, which have instants of their own.
 */
export function releaseOutline(document: ReleaseDocument, markdown: ReleaseMarkdown = {}): OutlineBlock[] {
  const { title, summary, city, publishAt, zone, path, language, html, notes, image } = document;
  const { release, publication } = messagesOf(language);
  const blocks: (OutlineBlock | undefined)[] = [
    withdrawalMark(document),
    { kind: "title", text: title },
    { kind: "stand-first", text: summary },
    pictureBlock(image),
    { kind: "dateline", city, at: publishAt, zone },
    { kind: "text", html, markdown: markdown.body },
    { kind: "figures", heading: release.figures, figures: document.figures, path },
    { kind: "statements", heading: release.statements, statements: document.statements },
    { kind: "terms", heading: release.goals, terms: document.goals, words: "shared" },
    notes === undefined
      ? undefined
      : { kind: "text", heading: release.notes, html: notes, markdown: markdown.notes },
    { kind: "list", heading: changesHeading(document), lines: changesOf(document), words: "around" },
    { kind: "contacts", heading: publication.contacts, contacts: document.contacts, words: "around" },
  ];
  return withWords(blocks);
}

/** What a withdrawn release begins with: its mark with the day, why, and what not to do with it. */
export function withdrawalMark({ withdrawn, zone, language }: ReleaseDocument): BlockOf<"mark"> | undefined {
  if (!withdrawn) return undefined;
  const { history } = messagesOf(language);
  return {
    kind: "mark",
    when: `${history.withdrawn}, ${dayInWords(withdrawn.at, zone, language)}`,
    note: withdrawn.note,
    asked: history.withdrawnNotes.release,
    words: "around",
  };
}

/** Corrections with their notes, and when something was removed for safety, oldest first. */
function changesOf({ corrections, redactedAt = [], zone, language }: ReleaseDocument): string[] {
  const { safety } = messagesOf(language).history;
  return [...corrections, ...redactedAt.map((at) => ({ at, note: safety }))]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ at, note }) => `${dayInWords(at, zone, language)}: ${note}`);
}

function changesHeading({ language, redactedAt }: ReleaseDocument): string {
  const { history, publication } = messagesOf(language);
  return redactedAt ? history.changes : publication.changes;
}

export function dayInWords(at: Instant, zone: string, language: Language): string {
  return dateInWords(localIso(at, zone).slice(0, 10), language);
}
