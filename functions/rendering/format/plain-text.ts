/** Elements that stand within a line: words on both sides of their tags belong together. */
const INLINE: ReadonlySet<string> = new Set(["a", "code", "em", "img", "s", "strong", "sup"]);

const TAGS_AND_WORDS = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)/g;

/**
 * HTML as made from Markdown, as text to paste: blocks apart by an empty line, items of a list and what is in them on
 * lines of their own, the address of a link in brackets behind it, cells of a table apart by tabs. A footnote begins
 * with its number in brackets, as the text refers to it.
 */
export function plainText(html: string): string {
  const links: string[] = [];
  const lists: { ordered: boolean; n: number }[] = [];
  let text = "";
  /** Line breaks that come before the next words. */
  let breaks = 0;
  /** Whether the next words stand behind the sign of their item. */
  let isItemBegun = false;
  let betweenBlocks = true;
  let areFootnotes = false;
  /** Whether it is within the arrow that leads from a note back to the text. */
  let isBacklink = false;

  const apart = (n: number) => {
    breaks = Math.max(breaks, n);
  };
  const put = (words: string, depth = lists.length) => {
    if (breaks > 0 && !isItemBegun) text += `${"\n".repeat(breaks)}${"  ".repeat(depth)}`;
    breaks = 0;
    isItemBegun = false;
    text += words;
  };

  for (const [, closing, name = "", attributes = "", words] of html.matchAll(TAGS_AND_WORDS)) {
    if (words !== undefined) {
      if (isBacklink) continue;
      const line = words.replaceAll(/\s+/g, " ");
      const begins = breaks > 0 || isItemBegun || text === "";
      if (line !== " " || !betweenBlocks) put(begins ? line.trimStart() : line);
      continue;
    }
    const opens = closing === "";
    betweenBlocks = !INLINE.has(name);
    switch (name) {
      case "a": {
        const role = attributeIn(attributes, "role");
        isBacklink = role === "doc-backlink";
        if (opens) {
          const saysItself = role !== "" || attributeIn(attributes, "class") === "address";
          links.push(saysItself ? "" : attributeIn(attributes, "href"));
          break;
        }
        const target = links.pop() ?? "";
        if (target !== "" && !text.endsWith(target.replace(/^(mailto|tel):/, ""))) put(` (${target})`);
        break;
      }
      case "img":
        put(attributeIn(attributes, "alt"));
        break;
      case "ul":
      case "ol":
        if (opens) lists.push({ ordered: name === "ol", n: Number(attributeIn(attributes, "start") || 1) });
        else lists.pop();
        apart(lists.length > (opens ? 1 : 0) ? 1 : 2);
        break;
      case "li": {
        apart(1);
        if (!opens) break;
        const list = lists.at(-1);
        isItemBegun = false;
        put(markOf(list, areFootnotes && lists.length === 1), lists.length - 1);
        isItemBegun = true;
        break;
      }
      case "br":
        breaks = Math.min(breaks + 1, 2);
        break;
      case "tr":
      case "figcaption":
        apart(1);
        break;
      case "td":
      case "th":
        if (!opens) put("\t");
        break;
      case "p":
      case "figure":
        apart(lists.length > 0 ? 1 : 2);
        break;
      case "section":
        areFootnotes = opens;
        apart(2);
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
        apart(2);
        break;
    }
  }
  return unescaped(text)
    .replaceAll(/[ \t]+\n/g, "\n")
    .trim();
}

function markOf(list: { ordered: boolean; n: number } | undefined, isFootnote: boolean): string {
  if (!list?.ordered) return "- ";
  const n = list.n++;
  return isFootnote ? `[${n}] ` : `${n}. `;
}

const attributeIn = (attributes: string, name: keyof typeof ATTRIBUTES): string =>
  ATTRIBUTES[name].exec(attributes)?.[1] ?? "";

const ATTRIBUTES = {
  alt: /alt="([^"]*)"/,
  class: /class="([^"]*)"/,
  href: /href="([^"]*)"/,
  role: /role="([^"]*)"/,
  start: /start="(\d+)"/,
} as const;

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function unescaped(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
