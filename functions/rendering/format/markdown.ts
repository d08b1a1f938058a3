import type { Env, MarkdownIt, Renderer, StateCore, Token } from "markdown-it";
import { ownPath } from "../../domain/own-address.ts";
import { attributeText } from "./escaped-html.ts";
import { type FootnoteWords, renderFootnotes } from "./footnotes.ts";
import { attribute, dialect, headingId, wordsIn } from "./markdown-dialect.ts";

/** A picture of a text, as it will stand in the media bucket. */
export interface MarkdownPicture {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** All its forms with their widths, as the attribute of that name wants them. */
  readonly srcset?: string;
  /** Whom to credit, and on what terms. */
  readonly note?: string;
}

export interface MarkdownSettings {
  /** Begins every id of a heading or a footnote, so that it meets none of the page's own: `text`, `notes`. */
  readonly idPrefix: string;
  /** By the name under which the text refers to them. */
  readonly pictures: ReadonlyMap<string, MarkdownPicture>;
  /** Where the newsroom is: links to it that were written with its host become links within it. */
  readonly own?: Parameters<typeof ownPath>[1] | undefined;
  readonly words: FootnoteWords;
}

type LinkKind = "newsroom" | "fragment" | "outside" | "unknown";

/** Where a link leads: to a root-relative address, within its page, to another site, or nowhere we know. */
export function linkKind(href: string): LinkKind {
  if (href.startsWith("#")) return "fragment";
  if (href.startsWith("/") && !href.startsWith("//")) return "newsroom";
  return /^(https?:\/\/|mailto:|tel:)./i.test(href) ? "outside" : "unknown";
}

/**
 * Markdown as safe HTML: raw HTML is shown as the text it is, a link of an unknown scheme loses its address. A picture
 * that is not among the settings' is not there, and neither is its caption: a paragraph of nothing but emphasis after it.
 */
export function renderMarkdown(text: string, settings: MarkdownSettings): string {
  const run: Run = { settings, ids: new Set() };
  return RENDERING.render(text, { ...run }).trimEnd();
}

const RENDERING = renderer();

function renderer(): MarkdownIt {
  const markdown = dialect({ html: false });
  markdown.core.ruler.push("figures", withFigures);
  const { rules } = markdown.renderer;
  rules.link_open = (tokens, i, _options, env, self) => {
    const token = tokens[i];
    if (!token) return "";
    const own = isRun(env) ? env.settings.own : undefined;
    const inside = own && ownPath(attribute(token, "href"), own);
    if (inside !== undefined) token.attrSet("href", inside);
    const kind = linkKind(attribute(token, "href"));
    if (kind === "unknown") token.attrs = (token.attrs ?? []).filter(([name]) => name !== "href");
    if (kind === "outside") token.attrSet("rel", "external");
    return openTag(self, token);
  };
  rules.image = (tokens, i, _options, env) => {
    const token = tokens[i];
    if (!token) return "";
    const alt = attributeText(wordsIn(token).trim());
    const picture = isRun(env) && env.settings.pictures.get(attribute(token, "src"));
    if (!picture) return "";
    const { path, width, height, srcset } = picture;
    const forms = srcset === undefined ? "" : ` srcset="${attributeText(srcset)}" sizes="${TEXT_WIDTH}"`;
    return `<img src="${attributeText(path)}"${forms} width="${width}" height="${height}" alt="${alt}" loading="lazy">`;
  };
  rules.heading_open = (tokens, i, _options, env, self) => {
    const token = tokens[i];
    if (!token || !isRun(env)) return "";
    token.attrSet("id", headingId(tokens[i + 1], env.settings.idPrefix, env.ids));
    return openTag(self, token);
  };
  rules.th_open = cell;
  rules.td_open = cell;
  renderFootnotes(markdown, (env) => (isRun(env) ? env.settings : undefined));
  return markdown;
}

/** How wide a picture in a text is shown. */
const TEXT_WIDTH = "(min-width: 46rem) 44rem, 100vw";

/**
 * A picture that is a paragraph of its own becomes a figure with its caption, the emphasised paragraph after it, and its
 * note; one that is not to be shown leaves with its caption. Nothing is done to a text of which no pictures are known.
 */
function withFigures({ tokens, env, Token }: StateCore): void {
  if (!isRun(env)) return;
  const { pictures } = env.settings;
  for (let i = 0; i < tokens.length; i++) {
    const image = pictureAlone(tokens, i);
    if (!image) continue;
    const hasCaption = isCaption(tokens, i + 3);
    const length = hasCaption ? 6 : 3;
    const picture = pictures.get(attribute(image, "src"));
    if (!picture) {
      tokens.splice(i, length);
      i -= 1;
      continue;
    }
    if (!hasCaption && picture.note === undefined) continue;
    const [open, inline, close] = tokens.slice(i, i + 3);
    if (!open || !inline || !close) continue;
    for (const each of [open, close]) each.tag = "figure";
    open.attrSet("class", "picture");
    const words = new Token("inline", "", 0);
    words.children = [
      ...(hasCaption ? (tokens[i + 4]?.children ?? []) : []),
      ...noteTokens(hasCaption, picture.note, Token),
    ];
    const begin = new Token("figcaption_open", "figcaption", 1);
    begin.attrSet("class", "soft");
    tokens.splice(
      i,
      length,
      open,
      inline,
      begin,
      words,
      new Token("figcaption_close", "figcaption", -1),
      close,
    );
  }
}

/** The picture of a paragraph that holds nothing else. */
function pictureAlone(tokens: readonly Token[], i: number): Token | undefined {
  const children = tokens[i]?.type === "paragraph_open" ? tokens[i + 1]?.children : undefined;
  const [image, ...others] = children ?? [];
  return image?.type === "image" && others.length === 0 ? image : undefined;
}

/** Whether a paragraph is emphasised from its first word to its last. */
function isCaption(tokens: readonly Token[], i: number): boolean {
  const children = tokens[i]?.type === "paragraph_open" ? (tokens[i + 1]?.children ?? []) : [];
  const words = children.filter(({ type, content }) => type !== "text" || content !== "");
  const ends = words.map(({ type }) => type).filter((type) => type === "em_open" || type === "em_close");
  return words[0]?.type === "em_open" && words.at(-1)?.type === "em_close" && ends.length === 2;
}

function noteTokens(follows: boolean, note: string | undefined, Token: StateCore["Token"]): Token[] {
  if (note === undefined) return [];
  const text = new Token("text", "", 0);
  text.content = follows ? ` ${note}` : note;
  return [text];
}

/** Alignment goes by class: the security policy of our pages allows no styles in attributes. */
function cell(tokens: Token[], i: number, _options: unknown, _env: unknown, self: Renderer): string {
  const token = tokens[i];
  if (!token) return "";
  const side = /text-align:(\w+)/.exec(attribute(token, "style"))?.[1];
  token.attrs = [];
  if (token.tag === "th") token.attrSet("scope", "col");
  if (side === "right" || side === "center") token.attrSet("class", `align-${side}`);
  return openTag(self, token);
}

function openTag(renderer: Renderer, token: Token): string {
  return `<${token.tag}${renderer.renderAttrs(token)}>`;
}

/** What one call of renderMarkdown hands to its rules. */
interface Run {
  readonly settings: MarkdownSettings;
  /** Of the headings so far. */
  readonly ids: Set<string>;
}

function isRun(env: unknown): env is Env & Run {
  return typeof env === "object" && env !== null && "settings" in env && "ids" in env;
}
