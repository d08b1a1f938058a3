/** Fields of the rows that a form shows for people, as a browser would send them again. */
export function shownRows(html: string): Record<string, string> {
  const rows = html.matchAll(/<input\b[^>]*\bname="(person-\d+-(?:name|badge|answer-[a-z-]+))"[^>]*>/g);
  return Object.fromEntries(
    Array.from(rows, ([input, name = ""]) => [name, /\bvalue="([^"]*)"/.exec(input)?.[1] ?? ""]),
  );
}
