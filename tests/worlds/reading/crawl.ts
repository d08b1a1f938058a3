/** Where reading begins: a person's door, and what machines are told. */
const DOORS = [
  "/",
  "/robots.txt",
  "/sitemap.xml",
  "/news-sitemap.xml",
  "/.well-known/security.txt",
  "/api/",
  "/api/openapi.json",
];

/** Every address that a newsroom names, as readers and programs find it, and those that lead nowhere. */
export async function crawled(
  address: string,
): Promise<{ readonly seen: number; readonly broken: string[] }> {
  const seen = new Map<string, string>(DOORS.map((door) => [door, "the reader"]));
  const broken: string[] = [];
  for (const [path, from] of seen) {
    const { answer, steps } = await follow(address, path);
    if (answer.status !== 200 || steps > 1)
      broken.push(`${path} answers ${answer.status} after ${steps} redirects, named by ${from}`);
    for (const next of addressesIn(await textOf(answer), address)) if (!seen.has(next)) seen.set(next, path);
  }
  return { seen: seen.size, broken };
}

async function follow(address: string, path: string): Promise<{ answer: Response; steps: number }> {
  let answer = await fetch(address + path, { redirect: "manual" });
  let steps = 0;
  while (answer.status >= 300 && answer.status < 400 && steps < 5) {
    steps++;
    answer = await fetch(new URL(answer.headers.get("Location") ?? "", address), { redirect: "manual" });
  }
  return { answer, steps };
}

/** The text of what may name further addresses; bytes of media are left unread. */
async function textOf(answer: Response): Promise<string> {
  if (/^(text|application)\/(?!pdf)/.test(answer.headers.get("Content-Type") ?? "")) return answer.text();
  await answer.body?.cancel();
  return "";
}

/** Addresses of this newsroom in a text of any kind: attributes, elements, JSON, calendar lines. */
function addressesIn(raw: string, address: string): string[] {
  const text = raw.replaceAll("\r\n ", "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  const attributes = [...text.matchAll(/\b(?:href|src|poster|action)="(\/[^"#]*)/g)].map(
    (match) => match[1] ?? "",
  );
  const absolute = [...text.matchAll(/https?:\/\/[^\s"<>\\)]+/g)]
    .map((match) => match[0].replace(/[,.;]$/, ""))
    .filter((url) => url.startsWith(`${address}/`))
    .map((url) => url.slice(address.length).split("#")[0] ?? "");
  return [...attributes, ...absolute]
    .map((path) => path.replaceAll("&amp;", "&"))
    .filter((path) => !path.includes("{"));
}
