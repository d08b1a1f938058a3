import type { Delimiter, MarkdownIt, StateInline, Token } from "markdown-it";

/**
 * Closes emphasis that ends with a punctuation mark before an ending: `**«Қамқорлық»**та`, `**ХКҰ (БҰҰ)**ның`,
 * `**Астана:**город`. CommonMark takes such stars for an opening and leaves them in the text. Only what it leaves
 * unpaired is looked at, so what it pairs stays as it is. Takes time linear in the text.
 */
export function lateEmphasis(markdown: MarkdownIt): void {
  markdown.inline.ruler2.after("balance_pairs", "late_emphasis", (state) => {
    pairLate(state, state.delimiters);
    for (const meta of state.tokens_meta) if (meta?.delimiters) pairLate(state, meta.delimiters);
  });
}

/** Stars that stand side by side. */
interface Run {
  /** Index of the first delimiter. */
  readonly at: number;
  readonly marker: number;
  readonly length: number;
}

/** An opening that waits for its end, or the end of a pair, out of which no other pair may lead. */
type Waiting = Run | { readonly pairEnd: number };

const STAR = 0x2a;
const UNDERSCORE = 0x5f;
/** Openings looked back at for one closing; nobody nests emphasis deeper. */
const DEEPEST = 20;

function pairLate({ tokens }: StateInline, delimiters: Delimiter[]): void {
  const closings = new Set(delimiters.map(({ end }) => end));
  const waiting: Waiting[] = [];
  for (let i = 0; i < delimiters.length; i++) {
    const { end = -1 } = delimiters[i] ?? {};
    if (end >= 0) waiting.push({ pairEnd: end });
    else if (closings.has(i)) leavePair(waiting, i);
    else {
      const run = unpairedRun(delimiters, i, closings);
      if (!run) continue;
      if (!closes(run, delimiters, tokens) || !pairedWithOpening(run, waiting, delimiters))
        if (delimiters[i]?.open) waiting.push(run);
      i += run.length - 1;
    }
  }
}

function leavePair(waiting: Waiting[], end: number): void {
  while (waiting.length > 0) {
    const last = waiting.pop();
    if (last && "pairEnd" in last && last.pairEnd === end) return;
  }
}

/** The run that begins at `at`, if none of it is paired. */
function unpairedRun(
  delimiters: readonly Delimiter[],
  at: number,
  closings: ReadonlySet<number>,
): Run | undefined {
  const first = delimiters[at];
  if (!first || (first.marker !== STAR && first.marker !== UNDERSCORE)) return undefined;
  const { marker, token, length = 1 } = first;
  for (let k = 1; k < length; k++) {
    const each = delimiters[at + k];
    if (each?.marker !== marker || each.token !== token + k) return undefined;
    if (each.end >= 0 || closings.has(at + k)) return undefined;
  }
  return { at, marker, length };
}

/** A mark that ends something, or a quotation mark or a dash that follows a word. */
const END_OF_WORDS = /[^\s\p{L}\p{N}\p{Ps}\p{Pi}\p{Pd}"'“‘]$|[^\s\p{Ps}\p{Pi}]["'“‘\p{Pd}]$/u;
const BEGINNING_OF_WORD = /^[\p{L}\p{N}]/u;

function closes(run: Run, delimiters: readonly Delimiter[], tokens: readonly Token[]): boolean {
  const first = delimiters[run.at]?.token ?? 0;
  const after = tokens[first + run.length];
  if (after?.type !== "text" || !BEGINNING_OF_WORD.test(after.content)) return false;
  const before = tokens[first - 1];
  if (before?.type !== "text" && before?.type !== "text_special")
    return before?.type === "link_close" || before?.type === "code_inline";
  return END_OF_WORDS.test((tokens[first - 2]?.content ?? "").slice(-1) + before.content);
}

function pairedWithOpening(run: Run, waiting: Waiting[], delimiters: Delimiter[]): boolean {
  for (let i = waiting.length - 1; i >= Math.max(0, waiting.length - DEEPEST); i--) {
    const opening = waiting[i];
    if (!opening || "pairEnd" in opening) return false;
    if (opening.marker !== run.marker || opening.length !== run.length) continue;
    for (let k = 0; k < run.length; k++) {
      const delimiter = delimiters[opening.at + k];
      if (delimiter) delimiter.end = run.at + run.length - 1 - k;
    }
    waiting.length = i;
    return true;
  }
  return false;
}
