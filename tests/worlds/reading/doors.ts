import type { Hono } from "hono";
import { EDGE_SECRET_HEADER, RANGE_HEADER, VIEWER_HEADER } from "../../../functions/domain/edge-header.ts";
import { FIELDS, HONEYPOT, personField } from "../../../functions/domain/registration/form/form.ts";
import { CODE_FIELD } from "../../../functions/rendering/pages/registration/check-mail-page.tsx";
import {
  PLACE_FIELD,
  SEEN_FIELD,
  SELF_ACTIONS,
  SUBMISSION_FIELD,
  SURE_FIELD,
} from "../../../functions/rendering/pages/registration/registration-page-facts.ts";
import { kitDocument, releaseDocument } from "../documents/documents.ts";
import { downloadsWorld, storedDownload } from "../documents/downloads.ts";
import { uuid } from "../documents/parts.ts";
import { drawing, RUN_SEED } from "../documents/random.ts";
import { eventOf, placeOf } from "../registration/registration-events.ts";
import { cookiesOf, filled, registrationSite } from "../registration/registration-site.ts";
import { smallNewsroom } from "./api-newsroom.ts";
import { earlyWorld, GRANTED_AT, grantOf, SECRET } from "./early.ts";
import { readingWorld } from "./reading.ts";

/** Header fields that an application reads from a stranger; `doors.table.test.ts` compares them with the code. */
export const HEADERS = [
  "Accept-Language",
  "If-None-Match",
  "If-Modified-Since",
  "Range",
  RANGE_HEADER,
  VIEWER_HEADER,
  "Sec-Purpose",
  "Purpose",
  "Sec-Fetch-Site",
  "Origin",
  "User-Agent",
] as const;
/** Parameters of a query that pages read; those of the API are refused as a whole. */
export const QUERY = ["topic", "year", "before", "page", "of", "done", "invitation", "language"] as const;
const FORM_FIELDS = [
  ...Object.values(FIELDS),
  ...[PLACE_FIELD, SUBMISSION_FIELD, SEEN_FIELD, CODE_FIELD, HONEYPOT, "_charset_"],
  ...[personField(1, "name"), personField(20, "badge"), "answer-meal"],
].filter((name) => name !== SURE_FIELD);

/** Application that answers requests of strangers, and what its addresses are made of. */
interface Application {
  readonly app: Hono;
  /** By the name of a parameter, or `*`, something that stands there. */
  readonly valid: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The most characters of path and query, or of cookies, that it looks at. */
  readonly longest: number;
}

/** A part of a request that a stranger fills as they like. */
export interface Opening {
  /** `GET /en/releases before`, for messages. */
  readonly name: string;
  /** The most characters that come in here. */
  readonly longest: number;
  /** Asks with a text in this opening, all else being as it should. @returns once the answer has been read */
  fill(text: string): Promise<unknown>;
}

export type ApplicationName = "read" | "downloads" | "early" | "registration";

/** Every application in `functions/http`, with something to be found in it. */
export async function applications(): Promise<Record<ApplicationName, Application>> {
  const [reading, downloads, site, early] = await Promise.all([
    readingWorld(smallNewsroom(1)),
    downloadsWorld([storedDownload("heart.jpg")]),
    registrationSite(eventOf([placeOf("hall", { capacity: 50 })])),
    earlyWorld([]),
  ]);
  const sent = await site.register();
  const link = await site.linkOf((await site.one()).id);
  const grant = grantOf([]);
  await early.grants.add(grant);
  const earlyToken = await early.token(grant);
  const release = releaseDocument("en");
  return {
    read: {
      app: reading.at(GRANTED_AT),
      valid: {
        ...{ topic: "protection", id: uuid(1), slug: release.slug, file: `${release.slug}.json` },
        "*": release.path.slice(1),
      },
      headers: {},
      longest: 30_000,
    },
    downloads: {
      app: downloads.at(GRANTED_AT),
      valid: { "*": "downloads/world-day/heart.jpg" },
      headers: {},
      longest: 30_000,
    },
    early: {
      app: early.at(GRANTED_AT).app,
      valid: {
        ...{
          token: earlyToken,
          segment: "kits",
          slug: kitDocument().slug,
          kit: "world-day",
          file: "heart.jpg",
        },
        "*": "a.jpg",
      },
      headers: { [EDGE_SECRET_HEADER]: SECRET, Cookie: await early.open(earlyToken, GRANTED_AT) },
      longest: 8_000,
    },
    registration: {
      app: site.app,
      valid: { event: "world-day-2027", token: link.split("/").at(-1) ?? "", action: "people" },
      headers: { [EDGE_SECRET_HEADER]: SECRET, ...cookiesOf(sent) },
      longest: 8_000,
    },
  };
}

/** Openings of every route of an application: parameters of its path, its query, cookies, headers, and its form. */
export function openingsOf(application: Application): Opening[] {
  const { app } = application;
  const routes = app.routes.filter(({ method }) => method === "GET" || method === "POST");
  const patterns = routes.map(({ method, path }) => `${method} ${inEnglish(path)}`);
  return [...new Set(patterns)].flatMap((pattern) => openingsAt(application, pattern));
}

/** Every language has the same routes, and one of them stands for all. */
const inEnglish = (path: string): string =>
  path.replace(/:language\{[^}]*\}/, "en").replace(/^\/(?:ru|kk)(?=\/)/, "/en");

function openingsAt({ app, valid, headers, longest }: Application, pattern: string): Opening[] {
  const [method = "", route = ""] = pattern.split(" ");
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await app.request(path, { method, ...init, headers: { ...headers, ...init.headers } });
    return answer.text();
  };
  const opening = (name: string, fill: Opening["fill"], most = longest): Opening => ({
    name: `${pattern} ${name}`,
    longest: most,
    fill,
  });
  const path = filledRoute(route, (name) => {
    const value = valid[name];
    if (value === undefined) throw new Error(`Say in doors.ts what stands at :${name} of ${route}.`);
    return value;
  });
  const parameters = parametersOf(route).map((name) =>
    opening(name, (text) =>
      ask(filledRoute(route, (each) => (each === name ? inPath(text) : (valid[each] ?? "")), longest)),
    ),
  );
  const queries = some(QUERY, 2, pattern).map((name) =>
    opening(`?${name}`, (text) => ask(`${path}?${name}=${inPath(text)}`.slice(0, longest))),
  );
  const begin = some(["", "registered=", "early="], 1, pattern).join();
  const others = [
    opening("headers", (text) => ask(path, { headers: headersOf(inHeader(text)) })),
    opening(`cookie ${begin}`, (text) => ask(path, { headers: { Cookie: `${begin}${inHeader(text)}` } })),
    opening("query", (text) => ask(`${path}?${inPath(text)}`.slice(0, longest))),
  ];
  if (method === "GET") return [...parameters, ...queries, ...others];
  const paths = route.includes(":action")
    ? SELF_ACTIONS.map((action) => path.replace(/[^/]+$/, action))
    : [path];
  const forms = paths.flatMap((to) => [
    ...[FIELDS.delegationFile, ...some(FORM_FIELDS, FIELDS_TRIED, to)].map((name) =>
      opening(
        `${to.split("/").at(-1)} ${name}`,
        (text) => ask(to, multipart({ ...filled(""), [name]: text })),
        LONGEST_FIELD,
      ),
    ),
    opening(`${to.split("/").at(-1)} body`, (text) => ask(to, urlencoded(text)), LONGEST_FIELD),
  ]);
  return [...parameters, ...queries, ...others, ...forms];
}

/** A form holds as much in letters of several bytes. */
const LONGEST_FIELD = 60_000;
/** Of some thirty fields: what reads a field reads it at many doors, and every run draws others. */
const FIELDS_TRIED = 6;

/** So many of a list, other ones for every door and in every run. */
function some<Name extends string>(names: readonly Name[], count: number, door: string): Name[] {
  const draw = drawing(RUN_SEED + Array.from(door).reduce((sum, letter) => sum + letter.charCodeAt(0), 0));
  const first = draw(names.length);
  return [...names, ...names].slice(first, first + Math.min(count, names.length));
}

const headersOf = (text: string): Record<string, string> =>
  Object.fromEntries(HEADERS.map((name) => [name, `${BEGINS[name] ?? ""}${text}`]));
/** What a header begins with that is read on. */
const BEGINS: Readonly<Record<string, string>> = { Range: "bytes=", [RANGE_HEADER]: "bytes=0" };

const PARAMETER = /:(\w+)(?:\{(?:[^{}]|\{[^}]*\})*\})?|\*/g;

const nameOf = (matched: string, name: string | undefined): string => name ?? matched;

const parametersOf = (route: string): string[] =>
  Array.from(route.matchAll(PARAMETER), ([matched, name]) => nameOf(matched, name));

/** The address of a route with its parameters filled in, cut off where nothing longer comes in. */
const filledRoute = (
  route: string,
  value: (name: string) => string,
  longest = Number.POSITIVE_INFINITY,
): string =>
  route
    .replace(PARAMETER, (matched, name: string | undefined) => value(nameOf(matched, name)))
    .slice(0, longest);

/** Characters that may stand in an address as they are stay so, percent signs too. */
const inPath = (text: string): string =>
  text.replace(/[^\x21-\x7e]|[?#]/g, (character) => encodeURIComponent(character));

/** As bytes, without those that no header has. */
const inHeader = (text: string): string =>
  Buffer.from(text)
    .toString("latin1")
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, "a");

const urlencoded = (body: string): RequestInit => ({
  body,
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
});

function multipart(fields: Readonly<Record<string, string>>): RequestInit {
  const parts = Object.entries(fields).map(([name, value]) => {
    const file = name === FIELDS.delegationFile ? '; filename="list.txt"' : "";
    return `--b\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
  });
  return {
    body: `${parts.join("")}--b--\r\n`,
    headers: { "Content-Type": "multipart/form-data; boundary=b" },
  };
}
