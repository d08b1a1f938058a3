/** Elements that stand within a line. */
const INLINE: readonly string[] = ["a", "code", "em", "img", "s", "strong"];

/**
 * HTML as made from Markdown, as text to paste: paragraphs apart by an empty line, list items on lines of their
 * own, the address of a link in brackets behind it, cells of a table apart by tabs.
 */
export function plainText(html: string): string {
  let text = "";
  const links: string[] = [];
  let betweenBlocks = true;
  const lists: { ordered: boolean; n: number }[] = [];
  for (const [, closing, name, attributes = "", words] of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)/g,
  )) {
    if (words !== undefined) {
      if (!betweenBlocks || words.trim() !== "") text += words.replaceAll(/\s+/g, " ");
      continue;
    }
    const opening = closing === "";
    betweenBlocks = !INLINE.includes(name ?? "");
    switch (name) {
      case "a": {
        const href = /href="([^"]*)"/.exec(attributes)?.[1] ?? "";
        if (opening) links.push(href);
        else {
          const target = links.pop() ?? "";
          if (target !== "" && !text.endsWith(target.replace(/^(mailto|tel):/, ""))) text += ` (${target})`;
        }
        break;
      }
      case "img":
        text += /alt="([^"]*)"/.exec(attributes)?.[1] ?? "";
        break;
      case "ul":
      case "ol":
        if (opening)
          lists.push({ ordered: name === "ol", n: Number(/start="(\d+)"/.exec(attributes)?.[1] ?? 1) });
        else lists.pop();
        text += lists.length > 0 ? "" : "\n\n";
        break;
      case "li": {
        if (!opening) break;
        const list = lists.at(-1);
        text += `\n${"  ".repeat(Math.max(0, lists.length - 1))}${list?.ordered ? `${list.n++}.` : "-"} `;
        break;
      }
      case "br":
        text += "\n";
        break;
      case "tr":
        text += opening ? "" : "\n";
        break;
      case "td":
      case "th":
        text += opening ? "" : "\t";
        break;
      case "p":
        text += lists.length > 0 ? "" : "\n\n";
        break;
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
      case "blockquote":
      case "pre":
      case "table":
      case "hr":
        text += "\n\n";
        break;
    }
  }
  return unescaped(text)
    .replaceAll(/[ \t]+\n/g, "\n")
    .replaceAll(/\n +(?![-\d ])/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function unescaped(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
