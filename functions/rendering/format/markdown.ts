import type { Env, MarkdownIt, Renderer, Token } from "markdown-it";
import { attributeText } from "./escaped-html.ts";
import { type FootnoteWords, renderFootnotes } from "./footnotes.ts";
import { attribute, dialect, headingId, wordsIn } from "./markdown-dialect.ts";

/** A picture beside the Markdown file, as it will stand in the media bucket. */
export interface MarkdownPicture {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

export interface MarkdownSettings {
  /** Begins every id of a heading or a footnote, so that it meets none of the page's own: `text`, `notes`. */
  readonly idPrefix: string;
  /** By the name under which the text refers to them. */
  readonly pictures: ReadonlyMap<string, MarkdownPicture>;
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
 * Markdown as safe HTML: raw HTML is shown as the text it is, a link of an unknown scheme loses its address, a
 * picture that is not among the settings' leaves only its alternative text.
 */
export function renderMarkdown(text: string, settings: MarkdownSettings): string {
  const run: Run = { settings, ids: new Set() };
  return RENDERING.render(text, { ...run }).trimEnd();
}

const RENDERING = renderer();

function renderer(): MarkdownIt {
  const markdown = dialect({ html: false });
  const { rules } = markdown.renderer;
  rules.link_open = (tokens, i, _options, _env, self) => {
    const token = tokens[i];
    if (!token) return "";
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
    if (!picture) return alt;
    const { path, width, height } = picture;
    return `<img src="${attributeText(path)}" width="${width}" height="${height}" alt="${alt}" loading="lazy">`;
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
