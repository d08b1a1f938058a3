import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { codeOf } from "../../../functions/domain/registration/links/token.ts";
import { busy } from "../../../functions/workflows/registration/carry-out.ts";
import { diskFull } from "../../../infra/local/machine/disk-room.ts";
import {
  type AnsweringNewsroom,
  type Asking,
  answeringNewsroom,
  RELEASE,
  type Received,
} from "../../worlds/reading/every-answer.ts";
import { SEAL } from "../../worlds/registration/registration-events.ts";
import { filled, type RegistrationSite } from "../../worlds/registration/registration-site.ts";
import { headerTable } from "./header-table.ts";

const TABLE = headerTable();
const EVENT = "/en/events/world-day-2027";
const FORM = "/en/register/world-day-2027";
/** Of the connection, or of whoever sends the bytes: no promise of the newsroom. */
const OF_THE_CONNECTION = ["connection", "date", "keep-alive", "transfer-encoding"];

/** A browser on a page of another site. */
const ELSEWHERE = { Origin: "https://other.example", "Sec-Fetch-Site": "cross-site" };

let newsroom: AnsweringNewsroom;
/** Answers by the names that the table gives them. */
let answers: Map<string, Received>;

beforeAll(async () => {
  vi.spyOn(console, "error").mockReturnValue(); // faults are asked for, and written into the log
  newsroom = await answeringNewsroom();
  answers = new Map([
    ...(await read(newsroom)),
    ...(await downloaded(newsroom)),
    ...(await media(newsroom)),
    ...(await early(newsroom)),
    ...(await registered(newsroom)),
    ...(await refusedAtTheEdge(newsroom)),
  ]);
});
afterAll(async () => {
  await newsroom.stop();
  vi.restoreAllMocks();
});

const headerOf = (answer: Received | undefined, name: string): string =>
  answer?.headers.find(([each]) => each === name)?.[1] ?? "";

async function read({ ask, askAnother }: AnsweringNewsroom) {
  const release = await ask(RELEASE.path);
  const feed = await ask("/en/feed.atom");
  const held = (answer: Received): Asking => ({ headers: { "If-None-Match": headerOf(answer, "etag") } });
  return Object.entries({
    "page of a release": release,
    "the same, held already": await ask(RELEASE.path, held(release)),
    "the same, compressed": await ask(RELEASE.path, { headers: { "Accept-Encoding": "br" } }),
    "the same, HEAD": await ask(RELEASE.path, { method: "HEAD" }),
    "list of releases": await ask("/en/releases"),
    "page of the API": await ask("/api/"),
    "release as Markdown": await ask(`${RELEASE.path}.md`),
    "release as text": await ask(`${RELEASE.path}.txt`),
    "release as JSON": await ask(`${RELEASE.path}.json`),
    "RSS feed": await ask("/en/feed.rss"),
    "Atom feed": feed,
    "Atom feed, held already": await ask("/en/feed.atom", held(feed)),
    "JSON feed": await ask("/en/feed.json"),
    "calendar of all events": await ask("/en/events.ics"),
    "calendar of an event": await ask(`${EVENT}/calendar.ics`),
    sitemap: await ask("/sitemap.xml"),
    "news sitemap": await ask("/news-sitemap.xml"),
    "robots.txt": await ask("/robots.txt"),
    "security.txt": await ask("/.well-known/security.txt"),
    favicon: await ask("/favicon.svg"),
    "favicon as ICO": await ask("/favicon.ico"),
    "icon of home screens": await ask("/apple-touch-icon.png"),
    "list of the API": await ask("/api/v1/releases?limit=1"),
    "item of the API": await ask(`/api/v1/releases/${RELEASE.id}`),
    "OpenAPI document": await ask("/api/openapi.json"),
    "refused by the API": await ask("/api/v1/releases?colour=red"),
    "nothing there, in the API": await ask("/api/v1/nothing"),
    "former address": await ask("/en/releases/former"),
    "nothing there": await ask("/en/releases/nothing"),
    "nothing there, in no language": await ask("/nothing"),
    gone: await ask("/en/releases/gone"),
    fault: await ask("/en/releases/damaged"),
    "fault, in the API": await askAnother("faulty", "/api/v1/releases"),
    "fault, without even a site": await askAnother("faulty", "/en/"),
    "nothing published yet": await askAnother("empty", "/en/"),
  });
}

async function downloaded({ ask }: AnsweringNewsroom) {
  return Object.entries({
    download: await ask("/downloads/world-day/heart.jpg"),
    "former address of a download": await ask("/downloads/former/heart.jpg"),
    "no such download": await ask("/downloads/world-day/nothing.jpg"),
    "download taken down": await ask("/downloads/world-day/taken.jpg"),
  });
}

async function media({ ask, media: { picture, drawing, windowed } }: AnsweringNewsroom) {
  const whole = await ask(picture);
  return Object.entries({
    picture: whole,
    "a part of it": await ask(picture, { headers: { Range: "bytes=0-3" } }),
    "no such part of it": await ask(picture, { headers: { Range: "bytes=900-" } }),
    "picture, held already": await ask(picture, { headers: { "If-None-Match": headerOf(whole, "etag") } }),
    drawing: await ask(drawing),
    "clip with an end": await ask(windowed),
    "no such file": await ask(picture.replace("heart", "nothing")),
    "file outside its window": await ask(windowed.replace(/\d+-/, "9000000000-")),
    "OPTIONS of media": await ask(picture, { method: "OPTIONS" }),
  });
}

async function early({ ask, early: { link, kit, file, published } }: AnsweringNewsroom) {
  const opened = await ask(link, { method: "POST" });
  const headers = { Cookie: headerOf(opened, "set-cookie").split(";")[0] ?? "" };
  const page = await ask(kit, { headers });
  const picture = / src="([^"]+)"/.exec(page.body)?.[1]?.replaceAll("&amp;", "&") ?? "";
  return Object.entries({
    "early access, its link": await ask(link),
    "early access, opened": opened,
    "early access, opened by another site": await ask(link, { method: "POST", headers: ELSEWHERE }),
    "early access, contents": await ask(`${link}/contents`, { headers }),
    "early access, a kit": page,
    "early access, a picture": await ask(picture, { headers }),
    "early access, a file": await ask(file, { headers }),
    "early access, not opened": await ask(kit),
    "early access, public by now": await ask(published),
    "early access, closed": await ask(`${link}x`),
    "early access, form too large": await ask(link, { method: "POST", body: "a".repeat(300_000) }),
  });
}

/** What becomes of a form whose transaction fails. */
async function whileFailing({ client }: RegistrationSite, error: Error, send: () => Promise<Received>) {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === TransactWriteItemsCommand.name) throw error;
        return next(args);
      },
    { step: "initialize", name: "failing" },
  );
  const answer = await send();
  client.middlewareStack.remove("failing");
  return answer;
}

async function registered({ ask, site }: AnsweringNewsroom) {
  const send = (
    path: string,
    fields: Record<string, string | readonly string[]>,
    Cookie = "",
    more: Readonly<Record<string, string>> = {},
  ) => {
    const body = new URLSearchParams();
    for (const [name, values] of Object.entries(fields))
      for (const value of [values].flat()) body.append(name, value);
    const type = { "Content-Type": "application/x-www-form-urlencoded" };
    const headers = { ...type, ...(Cookie && { Cookie }), ...more };
    return ask(path, { method: "POST", body: String(body), headers });
  };
  const form = await ask(FORM);
  const token = /name="form" value="([^"]+)"/.exec(form.body)?.[1] ?? "";
  site.pass(60);
  const wrong = await send(FORM, filled(token, { email: "" }));
  const sent = await send(FORM, filled(token));
  const cookie = headerOf(sent, "set-cookie").split(";")[0] ?? "";
  const { id, token: opens } = await site.one();
  const code = codeOf(await SEAL.open(opens.sealed, id));
  const wrongCode = await send(`${FORM}/sent`, { code: "not it" }, cookie);
  const link = await site.linkOf(id);
  const checkMail = await ask(`${FORM}/sent`, { headers: { Cookie: cookie } });
  const confirmed = await send(`${FORM}/sent`, { code }, cookie);
  const other = { ...filled(await site.formToken()), email: "other@example.org" };
  site.pass(60);
  const busyForm = await whileFailing(site, busy(), () => send(FORM, other));
  const notStored = await whileFailing(site, diskFull("/state"), () => send(FORM, other));
  const guess = () => send(`${FORM}/sent`, { code: "not it" }, cookie);
  let confirmCode = await guess();
  for (let n = 0; n < 5 && confirmCode.status !== 429; n++) confirmCode = await guess();
  return Object.entries({
    form: form,
    "form, shown again": wrong,
    "form, sent": sent,
    "check your mail": checkMail,
    "wrong code": wrongCode,
    "right code": confirmed,
    "code, to be confirmed": confirmCode,
    "code, sent by another site": await send(`${FORM}/sent`, { code: "not it" }, cookie, ELSEWHERE),
    "form, to be confirmed": await send(FORM, other),
    "form, while very many register": busyForm,
    "form, what could not be stored": notStored,
    "form of an event that moved": await ask("/en/register/former"),
    "the same, sent": await send("/en/register/former", other),
    "form too large": await send(FORM, { name: "a".repeat(300_000) }),
    "form of too many fields": await send(FORM, { place: Array.from({ length: 40 }, () => "hall") }),
    "no form": await ask(FORM, {
      method: "POST",
      body: "{}",
      headers: { "Content-Type": "application/json" },
    }),
    "too many cookies": await ask(FORM, { headers: { Cookie: `a=${"a".repeat(9_000)}` } }),
    "no such event": await ask("/en/register/nothing"),
    registration: await ask(link),
    "registration, asked once more": await send(`${link}/cancel`, { place: "hall" }),
    "registration, done": await send(`${link}/forget-needs`, {}),
    "registration, changed by another site": await send(`${link}/forget-needs`, {}, "", ELSEWHERE),
    "registration as data": await ask(`${link}/data.json`),
    "registration as calendar": await ask(`${link}/calendar.ics`),
    "link that opens nothing": await ask(`${link}x`),
  });
}

async function refusedAtTheEdge({ ask, askAnother, site }: AnsweringNewsroom) {
  const pastTheEdge = await site.app.request(FORM);
  return Object.entries({
    "front page, in the reader's language": await ask("/"),
    "address in another spelling": await ask("/EN/Releases/"),
    "OPTIONS of a page": await ask("/en/releases", { method: "OPTIONS" }),
    "OPTIONS of a form": await ask(FORM, { method: "OPTIONS" }),
    "OPTIONS of the API": await ask("/api/v1/releases", { method: "OPTIONS" }),
    "method not allowed": await ask("/en/releases", { method: "DELETE" }),
    "method not allowed, in the API": await ask("/api/v1/releases", { method: "POST" }),
    "method not allowed, of a form": await ask(FORM, { method: "PUT" }),
    "body of megabytes": await ask(FORM, { method: "POST", headers: { "Content-Length": "5000000" } }),
    "address too long": await ask(`/en/${"a".repeat(9_000)}`),
    "no path": await ask("*"),
    "headers too long": await ask("/en/", { headers: { "X-Long": "a".repeat(20_000) } }),
    "newsroom out of reach": await askAnother("broken", "/en/"),
    "asked past the edge": {
      status: pastTheEdge.status,
      headers: [...pastTheEdge.headers],
      body: "",
      edgeCacheControl: pastTheEdge.headers.get("Cache-Control") ?? "",
    },
  });
}

test("the table names the answers that are asked for, and no others", () => {
  expect(TABLE.answers.map(({ name }) => name).toSorted()).toEqual([...answers.keys()].toSorted());
});

test.each(TABLE.answers)(
  "$name has the headers of the table, and no others",
  ({ name, status, headers, edgeCacheControl }) => {
    const answer = answers.get(name);
    const received = (answer?.headers ?? []).filter(
      ([each]) => !OF_THE_CONNECTION.includes(each) && each !== "set-cookie",
    );
    const names = received.map(([each]) => each);
    expect(answer?.status).toBe(status);
    expect(names.toSorted()).toEqual([...headers.keys()].toSorted());
    const other = received.filter(([each, value]) => !TABLE.matches(headers.get(each) ?? "", value));
    expect(other.map(([each, value]) => ({ [each]: value, documented: headers.get(each) }))).toEqual([]);
    if (edgeCacheControl === undefined) expect(answer?.edgeCacheControl).toBeUndefined();
    else
      expect(
        TABLE.matches(edgeCacheControl, answer?.edgeCacheControl ?? ""),
        `${answer?.edgeCacheControl}`,
      ).toBe(true);
  },
);

test("cookies are set by the answers that the table names, with its attributes and no others", () => {
  const set = [...answers].flatMap(([name, { headers }]) =>
    headers.flatMap(([each, value]) => (each === "set-cookie" ? [{ name, value }] : [])),
  );
  expect([...new Set(set.map(({ name }) => name))].toSorted()).toEqual([...TABLE.cookies.keys()].toSorted());
  const other = set.filter(({ name, value }) => !TABLE.matches(TABLE.cookies.get(name) ?? "", value));
  expect(other).toEqual([]);
  expect(set).toHaveLength(3 * TABLE.cookies.size); // one for the addresses of each language
});

test("a page is loaded and framed by no other site, and what is no page is closed", () => {
  for (const [name, answer] of answers) {
    if (name === "asked past the edge") continue;
    const policy = headerOf(answer, "content-security-policy");
    expect([name, policy]).toEqual([
      name,
      expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'$/),
    ]);
    if (headerOf(answer, "content-type").startsWith("text/html"))
      expect([name, headerOf(answer, "cross-origin-resource-policy")]).toEqual([name, "same-origin"]);
  }
});
