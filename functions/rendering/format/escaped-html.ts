/** Plain text as HTML that shows it: for fields of feeds that hold HTML in a string. */
export function escapedHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The same for an attribute in double quotes. */
export function attributeText(text: string): string {
  return escapedHtml(text).replaceAll('"', "&quot;");
}
