import type { ReleaseDocument } from "../../../domain/documents/release.ts";
import type { BlockOf, OutlineBlock } from "../../outline/block.ts";
import type { PageContext } from "../frame/page-context.ts";
import { HeadPicture } from "../parts/head-picture.tsx";
import { ReleaseBody } from "./release-body.tsx";
import { ReleaseFigures } from "./release-figures.tsx";
import { ReleaseGoals } from "./release-goals.tsx";
import { ReleaseNotes } from "./release-notes.tsx";
import { ReleaseStatements } from "./release-statements.tsx";

interface OnPage {
  readonly blocks: readonly OutlineBlock[];
  readonly document: ReleaseDocument;
  readonly context: PageContext;
}

/** Blocks of an outline that stand at the head of the page. */
export function HeadBlocks({ blocks }: Pick<OnPage, "blocks">) {
  return (
    <>
      {blocks.map((block) => {
        if (block.kind === "title") return <h1>{block.text}</h1>;
        if (block.kind === "stand-first") return <p class="stand-first">{block.text}</p>;
        return block.kind === "line" ? <p>{block.text}</p> : null;
      })}
    </>
  );
}

/** The others, in their order. */
export function BodyBlocks({ blocks, document, context }: OnPage) {
  const dateline = blocks.find((block) => block.kind === "dateline");
  return (
    <>
      {blocks.map((block) => (
        <BodyBlock block={block} dateline={dateline} document={document} context={context} />
      ))}
    </>
  );
}

type OfBlock = Omit<OnPage, "blocks"> & {
  readonly block: OutlineBlock;
  readonly dateline: BlockOf<"dateline"> | undefined;
};

function BodyBlock({ block, dateline, document, context }: OfBlock) {
  switch (block.kind) {
    case "picture":
      return <HeadPicture picture={block.picture} />;
    case "text":
      return block.heading === undefined ? (
        <ReleaseBody html={block.html} dateline={dateline} language={context.language} />
      ) : (
        <ReleaseNotes heading={block.heading} html={block.html} />
      );
    case "figures":
      return <ReleaseFigures document={document} context={context} />;
    case "statements":
      return <ReleaseStatements document={document} context={context} />;
    case "terms":
      return <ReleaseGoals block={block} />;
    case "list":
    case "lines":
      return (
        <section class="block">
          {block.heading !== undefined && <h2>{block.heading}</h2>}
          <ul class="list">
            {block.lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      );
    // at the head of the page, in its text, or beside it
    case "contacts":
    case "dateline":
    case "line":
    case "mark":
    case "stand-first":
    case "title":
      return null;
  }
}
