/** Plain text as HTML that shows it: for fields of feeds that hold HTML in a string. */
export function escapedHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
