/** What a browser sends of the form in a page whose button is pressed, nothing being typed. */
export function secondForm(html: string): Record<string, string> {
  const form = /<form class="form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="(?:checkbox|radio)"/.test(tag) || /\bchecked/.test(tag))
    .filter((tag) => !/type="file"/.test(tag))
    .map((tag) => [attribute(tag, "name"), attribute(tag, "value")] as const);
  const areas = [...form.matchAll(/<textarea\b[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/textarea>/g)].map(
    ([, name = "", text = ""]) => [name, unescaped(text)] as const,
  );
  const chosen = [...form.matchAll(/<select\b[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)].map(
    ([, name = "", options = ""]) =>
      [name, attribute(/<option\b[^>]*\bselected[^>]*>/.exec(options)?.[0] ?? "", "value")] as const,
  );
  return Object.fromEntries([...inputs, ...areas, ...chosen]);
}

/** What the hidden fields of a page's only form hold. */
export function hiddenFields(html: string): Record<string, string> {
  const tags = [...html.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([tag]) => tag);
  return Object.fromEntries(tags.map((tag) => [attribute(tag, "name"), attribute(tag, "value")]));
}

const attribute = (tag: string, name: string): string =>
  unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

const unescaped = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
