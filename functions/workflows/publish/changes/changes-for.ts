import { documentAt } from "../../../domain/documents/at.ts";
import type { TextChange, TextRun } from "../../../domain/documents/changes.ts";
import type { NewsroomDocument } from "../../../domain/documents/document.ts";
import type { ReleaseDocument } from "../../../domain/documents/release.ts";
import type { Instant } from "../../../domain/instant.ts";
import { versionText } from "../../../rendering/forms/version-text.ts";
import type { FormerDocument, FormerPublication, UnreadDocument } from "../stored/former-document.ts";
import { textDifference } from "./text-difference.ts";

/** What stood at the address of a release, as far as readers could see it. */
export interface Former {
  readonly document: FormerDocument;
  /** Whether it could be seen when it was replaced. */
  readonly public: boolean;
  /** The text that readers saw last, if what stood there could not be seen. */
  readonly lastText: string | undefined;
  /** What was told of it so far, newest first. */
  readonly told: readonly TextChange[];
}

/**
 * What is told of a release from now on, when this version takes the place of the former one: what is new first, and
 * what was told before, its notes as they read now.
 *
 * @returns undefined when that is what was told already
 */
export function changesFor(
  former: Former,
  will: NewsroomDocument,
  now: Instant,
): ((at: Instant) => TextChange[]) | undefined {
  if (will.kind !== "release") return undefined; // other pages have no address for it
  const fresh = freshChanges(former, will, now);
  const told = former.told.map((change) => withPresentNote(change, will));
  if (fresh.length === 0 && told.every((change, i) => change.note === former.told[i]?.note)) return undefined;
  return (at) => [...fresh.map((change) => ({ at, ...change })), ...told];
}

type Fresh = Omit<TextChange, "at">;

function freshChanges(
  { document: was, public: seen, lastText }: Former,
  will: ReleaseDocument,
  now: Instant,
): Fresh[] {
  const last = will.corrections.at(-1);
  const returned = (paragraphs: TextRun[][]): Fresh[] => [{ kind: "return", ...noted(last), paragraphs }];
  if (!seen) return lastText === undefined ? [] : returned(textDifference(lastText, textAt(will, now)));
  if (was.kind === "gone" || was.kind === "redirect") return returned([]);
  if (was.kind !== "release" && was.kind !== "remnant") return []; // it was not there in this language
  if ((will.redactedAt?.length ?? 0) > redactionsOf(was)) return [{ kind: "safety", paragraphs: [] }];
  const paragraphs = was.kind === "remnant" ? [] : textDifference(textAt(was, now), textAt(will, now));
  if (will.withdrawn && !was.withdrawn) return [{ kind: "withdrawal", ...noted(will.withdrawn), paragraphs }];
  if (was.withdrawn && !will.withdrawn) return returned(paragraphs);
  const corrections = will.corrections
    .filter(({ at }) => !was.corrections.some((each) => each.at === at))
    .toReversed();
  if (corrections.length > 0)
    return corrections.map((correction, i) => ({
      kind: "correction",
      ...noted(correction),
      paragraphs: i === 0 ? paragraphs : [],
    }));
  return paragraphs.length > 0 ? [{ kind: "minor", paragraphs }] : [];
}

/** How often something was removed from a publication for safety. */
export function redactionsOf(document: FormerPublication | UnreadDocument): number {
  return document.kind === "remnant" ? document.redactions : (document.redactedAt?.length ?? 0);
}

interface Note {
  readonly at: Instant;
  readonly note: string;
}

function noted(note: Note | undefined): Pick<TextChange, "of" | "note"> {
  return note ? { of: note.at, note: note.note } : {};
}

/** A note that was put right is told as it is now. */
function withPresentNote(change: TextChange, { corrections, withdrawn }: ReleaseDocument): TextChange {
  const notes = [...corrections, ...(withdrawn ? [withdrawn] : [])];
  const present = change.of === undefined ? undefined : notes.find(({ at }) => at === change.of);
  return present ? { ...change, note: present.note } : change;
}

/** What can be read at `now`: a link or a file that lifts later is no part of it, and its lift no change. */
export function textAt(document: FormerPublication, now: Instant): string {
  return versionText(documentAt(document, now));
}
