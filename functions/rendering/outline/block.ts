import type { Contact, Picture } from "../../domain/documents/parts.ts";
import type { Figure, Statement } from "../../domain/documents/release.ts";
import type { Instant } from "../../domain/instant.ts";

/**
 * A part of a document that every form shows as a whole, in the language of the document. Each form has one writer, which
 * knows blocks and no documents: what is to be read in a document is said once, in its outline.
 */
export type OutlineBlock = Content & {
  /** What stands above it, where it has a heading. */
  readonly heading?: string;
  /** Whose words they are; the document's own where nothing is said. */
  readonly words?: OutlineWords;
};

/**
 *     shared   of site.yaml, said at many publications: no version of a document keeps them
 *     around   what tells of the document and is no part of it: changes, a withdrawal, whom to ask
 *     beside   of the picture at the head, which texts and feeds show without its words, or not at all
 */
export type OutlineWords = "shared" | "around" | "beside";

type Content =
  | { readonly kind: "title" | "stand-first" | "line"; readonly text: string }
  /** Lines that belong together, such as a session and its speakers. */
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  | { readonly kind: "dateline"; readonly city: string; readonly at: Instant; readonly zone: string }
  /** Safe HTML; `markdown` is what it was made of, where that is at hand. */
  | { readonly kind: "text"; readonly html: string; readonly markdown?: string | undefined }
  | { readonly kind: "figures"; readonly figures: readonly Figure[]; readonly path: string }
  | { readonly kind: "statements"; readonly statements: readonly Statement[] }
  | { readonly kind: "terms"; readonly terms: readonly { readonly id: string; readonly title: string }[] }
  | { readonly kind: "list"; readonly lines: readonly string[] }
  | { readonly kind: "contacts"; readonly contacts: readonly Contact[] }
  | { readonly kind: "picture"; readonly picture: Picture }
  /** That it was withdrawn: since when, why, and what is asked of readers. */
  | { readonly kind: "mark"; readonly when: string; readonly note: string; readonly asked: string };

export type BlockOf<Kind extends OutlineBlock["kind"]> = Extract<OutlineBlock, { readonly kind: Kind }>;

const which =
  (...words: readonly (OutlineWords | undefined)[]) =>
  (blocks: readonly OutlineBlock[]): OutlineBlock[] =>
    blocks.filter((block) => words.includes(block.words));

/** What Markdown and plain text of a document say. */
export const forTexts = which(undefined, "shared", "around");
/** What an entry of a feed says, which has its title, its changes and its contacts elsewhere. */
export const forFeeds = which(undefined, "shared");
/** What the page of a document says in one column; changes and contacts have places of their own there. */
export const forPages = which(undefined, "shared", "beside");
/** What a version keeps, and what is compared with the next. */
export const forVersions = which(undefined, "beside");

/** Blocks that are there and say something: a table without rows needs no heading. */
export const withWords = (blocks: readonly (OutlineBlock | undefined)[]): OutlineBlock[] =>
  blocks
    .filter((block) => block !== undefined)
    .filter((block) => Object.values(block).every((part) => !Array.isArray(part) || part.length > 0));

export const pictureBlock = (picture: Picture | undefined): BlockOf<"picture"> | undefined =>
  picture && { kind: "picture", picture, words: "beside" };
