/** Where a link or a picture of Markdown leads within the newsroom: behind its words, or in a definition of its own. */
const IN_MARKDOWN = /(\]\(\s?<?|^ {0,3}\[[^\]\n]+\]:\s?<?)(\/(?!\/)|#)/gm;
/** The same of plain text, where addresses stand in brackets behind the words. */
const IN_TEXT = /(?<= \()(\/(?!\/)|#)(?=[^\s()]*\))/g;

/**
 * A form of a document in which every address is whole: whoever pastes it elsewhere has links that lead somewhere.
 *
 * @param address scheme and host of the newsroom
 * @param path of the document, for links to a place within it
 */
export function wholeAddresses(
  form: "md" | "txt",
  text: string,
  { address, path }: { readonly address: string; readonly path: string },
): string {
  const whole = (begin: string) => (begin === "#" ? `${address}${path}#` : `${address}/`);
  return form === "md"
    ? text.replace(IN_MARKDOWN, (_, before: string, begin: string) => before + whole(begin))
    : text.replace(IN_TEXT, (_, begin: string) => whole(begin));
}
