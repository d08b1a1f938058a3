/**
 * The text of a translation whose front matter says of which source text it was made; every other byte of it
 * stays. Undefined when it has no front matter.
 * @param hash of the source text, from `translationHash`
 */
export function markReviewed(translation: string, hash: string): string | undefined {
  const opening = /^\uFEFF?---[ \t]*(\r?\n)/.exec(translation);
  if (!opening) return undefined;
  const [{ length }, newline = "\n"] = opening;
  const closing = /^---[ \t]*(\r?\n|$)/m.exec(translation.slice(length));
  if (!closing) return undefined;
  const end = length + closing.index;
  const before = translation.slice(0, end);
  const given = /^(translationOf[ \t]*:[ \t]*)("[^"\r\n]*"|'[^'\r\n]*'|[^\s#]*)/m;
  const after = translation.slice(end);
  if (given.test(before))
    return before.replace(given, (_, key: string) => `${key.trimEnd()} ${hash}`) + after;
  return `${before}translationOf: ${hash}${newline}${after}`;
}
