import { linkKind } from "../../../rendering/format/markdown.ts";
import { outlineMarkdown } from "../../../rendering/format/markdown-outline.ts";
import { suggestion } from "../read/suggestion.ts";
import { namedPicture } from "./inspect-files.ts";
import { inspectShownPicture } from "./inspect-pictures.ts";
import type { Inspection } from "./inspection.ts";

export interface MarkdownText {
  readonly text: string;
  readonly file: string;
  /** Line of the file on which the text begins. */
  readonly line: number;
  /** Of the ids of its headings. */
  readonly prefix: string;
  /** Ids on its page beside those of its headings. */
  readonly anchors: readonly string[];
}

/** Checks a body or the notes: no raw HTML, no h1, pictures that exist and are described, links that lead somewhere. */
export function inspectMarkdown(
  inspection: Inspection,
  { text, file, line, prefix, anchors }: MarkdownText,
): void {
  const { problems, uses } = inspection;
  const outline = outlineMarkdown(text, prefix);
  const at = (offset: number) => ({ file, line: line + offset - 1 });
  for (const html of outline.html)
    problems.error(at(html.line), {
      problem: `raw HTML ${short(html.text)}`,
      expected: "Markdown only",
    });
  for (const heading of outline.headings)
    if (heading.level === 1)
      problems.error(at(heading.line), {
        problem: "a heading of the first level, which is the title's",
        expected: "headings from ## on",
      });
  for (const picture of outline.pictures) {
    const spot = at(picture.line);
    if (picture.alt === "")
      problems.error(spot, {
        problem: `the picture ${picture.file} has no alternative text`,
        expected: `![what it shows](${picture.file})`,
      });
    if (/^[a-z]+:|^\//i.test(picture.file))
      problems.error(spot, {
        problem: `the picture ${picture.file} is not in this folder`,
        expected: "the name of a file beside this one",
      });
    else if (namedPicture(inspection, picture.file, spot))
      inspectShownPicture(inspection, picture.file, "text", spot);
  }
  const ids = [...outline.headings.map((heading) => heading.id), ...anchors];
  for (const link of outline.links) {
    const spot = at(link.line);
    const kind = linkKind(link.href);
    if (kind === "newsroom") uses.push({ to: "address", id: link.href, ...spot });
    if (kind === "outside") uses.push({ to: "web-address", id: link.href, ...spot });
    if (kind === "fragment") {
      const id = decoded(link.href.slice(1));
      if (!ids.includes(id))
        problems.error(spot, {
          problem: `there is nothing with the id ${JSON.stringify(id)} on this page`,
          expected: ids.length > 0 ? `one of ${ids.join(", ")}` : "a heading of this text",
          suggestion: suggestion(id, ids) ?? ids.find((each) => each === `${prefix}-${id}`),
        });
    }
    if (kind === "unknown")
      problems.error(spot, {
        problem: `the link ${short(link.href)} leads nowhere`,
        expected: "an address such as /en/releases/…, https://…, mailto:… or tel:…",
      });
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function short(text: string): string {
  const line = text.split("\n")[0] ?? "";
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
