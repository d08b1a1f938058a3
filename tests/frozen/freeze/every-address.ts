import { type Answer, answerTo, type Question } from "../answers.ts";

/** Where reading begins: a person's door, and what machines are told. */
const DOORS = [
  "/",
  "/en/",
  "/robots.txt",
  "/favicon.svg",
  "/sitemap.xml",
  "/news-sitemap.xml",
  "/.well-known/security.txt",
  "/api/",
  "/api/openapi.json",
];

/** Addresses at which there is nothing, or not yet, or no longer, and queries that are refused. */
const NOTHING = [
  "/nothing",
  "/en/nothing",
  "/ru/releases/nothing",
  "/kk/releases/embargoed-notice",
  "/en/releases/draft-notice",
  "/en/releases/embargoed-notice.json",
  "/en/events/embargoed-meeting/calendar.ics",
  "/en/releases?year=1999",
  "/en/releases?year=x",
  "/en/releases?before=x",
  "/api/v1/nothing",
  "/api/v1/releases/nothing",
  "/api/v1/releases?limit=0",
  "/api/v1/releases?limit=2&language=kk",
  "/api/v1/releases?updatedSince=2026-10-01T00:00:00Z",
  "/api/v1/events?updatedSince=2026-07-01T00:00:00Z&language=ru",
  "/downloads/world-day-2020/nothing.jpg",
];

/** The public answers of a newsroom: everything that stands somewhere, and everything that any of it names. */
export async function everyAnswer(
  ask: (path: string, init?: RequestInit) => Promise<Response>,
  {
    address: origin,
    stored,
    people,
  }: {
    /** Scheme and host by which documents name the newsroom. */
    readonly address: string;
    /** Paths at which the table holds something. */
    readonly stored: readonly string[];
    /** Addresses that only some people know; what they name is not followed. */
    readonly people: readonly Question[];
  },
): Promise<Answer[]> {
  const found = new Set([...DOORS, ...NOTHING, ...stored]);
  const answers: Answer[] = [];
  for (const address of found) {
    const answer = await answerTo(ask, { address });
    answers.push(answer);
    for (const next of addressesIn(`${answer.headers.location ?? ""} ${answer.body}`, origin))
      found.add(next);
    const location = answer.headers.location;
    if (location?.startsWith("/")) found.add(location);
  }
  for (const question of people) answers.push(await answerTo(ask, question));
  return answers.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = ({ address, cookie = "" }: Question): string => `${address} ${cookie}`;

/** Addresses of this newsroom in a text of any kind, but those of bytes, which no function answers. */
function addressesIn(raw: string, origin: string): string[] {
  const text = raw.replaceAll("\r\n ", "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  const attributes = [...text.matchAll(/\b(?:href|src|poster|action)="(\/[^"#]*)/g)].map(
    ([, path = ""]) => path,
  );
  const absolute = [...text.matchAll(/https?:\/\/[^\s"<>\\)]+/g)]
    .map(([url]) => url.replace(/[,.;]$/, ""))
    .filter((url) => url.startsWith(`${origin}/`))
    .map((url) => url.slice(origin.length).split("#")[0] ?? "");
  return [...attributes, ...absolute]
    .map((path) => path.replaceAll("&amp;", "&"))
    .filter((path) => !path.includes("{") && !path.startsWith("/media/") && !path.startsWith("//"));
}
