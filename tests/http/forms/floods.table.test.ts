import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import { EDGE_SECRET_HEADER } from "../../../functions/domain/edge-header.ts";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import {
  LARGEST_FORM,
  LARGEST_LIST_FORM,
  LONGEST_COOKIES,
  LONGEST_TARGET,
  MOST_FIELDS,
  MOST_VALUES,
} from "../../../functions/domain/request-limits.ts";
import { REQUEST_REFUSALS } from "../../../functions/rendering/messages/request-refusals.ts";
import type { RequestRefusal } from "../../../functions/rendering/messages/shapes/request-refusal-messages.ts";
import { SELF_ACTIONS } from "../../../functions/rendering/pages/registration/registration-page-facts.ts";
import { SECRET } from "../../worlds/reading/early.ts";
import { type FormDoors, formDoors } from "../../worlds/reading/form-doors.ts";
import { shownRows } from "../../worlds/registration/listed-form.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";
import {
  filled,
  type RegistrationSite,
  registrationSite,
} from "../../worlds/registration/registration-site.ts";

const SLUG = "world-day-2027";
const FORM = `/en/register/${SLUG}`;
const URLENCODED = "application/x-www-form-urlencoded";
const BOUNDARY = "----a-boundary-as-browsers-make-them";

let site: RegistrationSite;
let doors: FormDoors;

beforeAll(async () => {
  site = await registrationSite(eventOf([placeOf("hall", { capacity: 50 })]));
  await site.register();
  doors = await formDoors(site);
});

interface Flood {
  readonly body?: BodyInit | (() => BodyInit);
  readonly type?: string;
  readonly query?: string;
  readonly cookie?: string;
  readonly status: number;
  readonly code: RequestRefusal;
}

const parts = (count: number, part: (n: number) => string): string =>
  `${Array.from({ length: count }, (_, n) => `--${BOUNDARY}\r\nContent-Disposition: form-data; ${part(n)}`).join("\r\n")}\r\n--${BOUNDARY}--\r\n`;
const fill = (text: string, bytes: number): string =>
  text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes);
const names = (count: number): string => Array.from({ length: count }, (_, n) => `f${n}=`).join("&");
/** A body whose length no header says. */
const endless = (): ReadableStream =>
  new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(64_000)) }); // it never ends

const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;
const FLOODS: Record<string, Flood> = {
  "a name repeated in 2.6 MB": { body: fill("place=hall&", 2_600_000), status: 413, code: "form-too-large" },
  "percent signs without end": {
    body: `name=${fill("%41", 2_900_000)}`,
    status: 413,
    code: "form-too-large",
  },
  "a stream that never ends": { body: endless, status: 413, code: "form-too-large" },
  "a file of 2.3 MB": {
    type: MULTIPART,
    body: parts(
      1,
      () => `name="delegation-file"; filename="list.xlsx"\r\n\r\nPK\u0003\u0004${fill("x", 2_300_000)}`,
    ),
    status: 413,
    code: "form-too-large",
  },
  "five megabytes of JSON": {
    type: "application/json",
    body: fill('{"a":', 5_000_000),
    status: 413,
    code: "form-too-large",
  },
  "a name repeated in 250 kB": {
    body: fill("place=hall&", 250_000),
    status: 422,
    code: "form-too-many-fields",
  },
  "nothing but separators": { body: fill("&", 250_000), status: 422, code: "form-too-many-fields" },
  "one name too many": { body: names(MOST_FIELDS + 1), status: 422, code: "form-too-many-fields" },
  "one value too many": {
    body: fill("place=hall&", 11 * (MOST_VALUES + 1)),
    status: 422,
    code: "form-too-many-fields",
  },
  "thousands of names": { body: names(30_000), status: 422, code: "form-too-many-fields" },
  "thousands of parts": {
    type: MULTIPART,
    body: parts(2_500, () => 'name="place"\r\n\r\nhall'),
    status: 422,
    code: "form-too-many-fields",
  },
  "one file too many": {
    type: MULTIPART,
    body: parts(MOST_VALUES + 1, () => 'name="delegation-file"; filename="a.txt"\r\n\r\nDana'),
    status: 422,
    code: "form-too-many-fields",
  },
  "a boundary of thousands of characters": {
    type: `multipart/form-data; boundary=${fill("-", 7_000)}`,
    body: fill("-", 250_000),
    status: 415,
    code: "form-unreadable",
  },
  "parts that never end": {
    type: MULTIPART,
    body: fill(`--${BOUNDARY}\r\nX: `, 250_000),
    status: 400,
    code: "form-unreadable",
  },
  JSON: { type: "application/json", body: fill('{"a":', 250_000), status: 415, code: "form-unreadable" },
  "bytes of no type": { type: "", body: new Uint8Array(1_000), status: 415, code: "form-unreadable" },
  text: { type: "text/plain", body: "name=Dana", status: 415, code: "form-unreadable" },
  "a charset that nobody knows": {
    type: `${URLENCODED}; charset=klingon`,
    body: "name=Dana",
    status: 415,
    code: "form-charset",
  },
  "an unknown charset named in the form": {
    body: "_charset_=klingon&name=Dana",
    status: 415,
    code: "form-charset",
  },
  "UTF-16": { type: `${URLENCODED}; charset=utf-16`, body: "name=Dana", status: 415, code: "form-charset" },
  "bytes that are no UTF-8": { body: "name=%C0%E9%E3%F3%EB%FC", status: 400, code: "form-charset" },
  "a name of a field that is no UTF-8": { body: "%E9=1", status: 400, code: "form-charset" },
  "a part that is no UTF-8": {
    type: MULTIPART,
    body: Buffer.from(
      parts(1, () => 'name="name"\r\n\r\n\xe9'),
      "latin1",
    ),
    status: 400,
    code: "form-charset",
  },
  "a part in a charset that nobody knows": {
    type: MULTIPART,
    body: parts(1, () => 'name="name"\r\nContent-Type: text/plain; charset=klingon\r\n\r\nDana'),
    status: 415,
    code: "form-charset",
  },
  "a query of 9 kB": { query: fill("a=&", 9_000), status: 414, code: "address-too-long" },
  "an invitation of 9 kB": { query: `invitation=${fill("a", 9_000)}`, status: 414, code: "address-too-long" },
  "cookies of 9 kB": { cookie: fill("registered=a; ", 9_000), status: 431, code: "cookies-too-long" },
};

/** Sends a flood to a door. */
async function sent(app: Hono, path: string, { body = "", type = URLENCODED, query, cookie }: Flood) {
  const headers = { [EDGE_SECRET_HEADER]: SECRET, "Content-Type": type, ...(cookie && { Cookie: cookie }) };
  return app.request(query ? `${path}?${query}` : path, {
    method: "POST",
    headers,
    body: typeof body === "function" ? body() : body,
    duplex: "half",
  } as RequestInit);
}

describe("every door that takes forms", () => {
  test("is among those that are tried", () => {
    expect(doors.in("en").map(({ path }) => path.replace(/[\w.-]{40,}/, "{token}"))).toEqual([
      `${FORM}/sent`,
      `${FORM}/sent/resend`,
      `${FORM}/sent/address`,
      `${FORM}/list`,
      FORM,
      ...["details", "needs", "guests", "pass", ...SELF_ACTIONS].map(
        (action) => `/en/registration/{token}/${action}`,
      ),
      "/en/early/{token}",
    ]);
  });

  test.each(Object.entries(FLOODS))("refuses %s, and says what the limit is", async (_, flood) => {
    const language = LANGUAGES[Object.values(FLOODS).indexOf(flood) % LANGUAGES.length] ?? "en";
    const { title } = REQUEST_REFUSALS[language][flood.code];
    for (const { app, path } of doors.in(language)) {
      const answer = await sent(app, path, flood);
      const html = await answer.text();
      expect([path, answer.status, html.includes(`<h1>${title}</h1>`)]).toEqual([path, flood.status, true]);
    }
    expect((await site.all()).length).toBe(1);
  });

  test("takes no byte more than its forms have", async () => {
    for (const { app, path } of doors.in("en")) {
      const most = path === `${FORM}/list` ? LARGEST_LIST_FORM : LARGEST_FORM;
      const answer = await sent(app, path, {
        body: `name=${fill("a", most - 4)}`,
        status: 413,
        code: "form-too-large",
      });
      expect([path, answer.status]).toEqual([path, 413]);
    }
  });

  test.each(LANGUAGES)("names its limits in %s", async (language) => {
    const said = async (flood: Flood) =>
      (await (await sent(site.app, FORM.replace("en", language), flood)).text()).replaceAll("\u00a0", " ");
    const floodOf = (code: RequestRefusal) =>
      Object.values(FLOODS).find((each) => each.code === code) ?? { status: 0, code };
    expect(await said(floodOf("form-too-large"))).toMatch(/256 (?:kB|КБ)[\s\S]*2(?:[.,]0)? (?:MB|МБ)/);
    const fields = await said(floodOf("form-too-many-fields"));
    for (const limit of [MOST_FIELDS, MOST_VALUES]) expect(fields).toContain(` ${limit} `);
    expect(await said(floodOf("address-too-long"))).toMatch(/8[, ]192/);
    expect(await said(floodOf("cookies-too-long"))).toMatch(/8[, ]192/);
  });

  test("says beside the file how large it may be", async () => {
    for (const [language, size] of [
      ["en", "2.0 MB"],
      ["ru", "2,0 МБ"],
      ["kk", "2,0 МБ"],
    ] as const) {
      const html = await (await site.ask(FORM.replace("en", language))).text();
      expect(html.replaceAll("\u00a0", " ")).toContain(size);
    }
  });
});

describe("what is within the limits is taken", () => {
  const register = async (body: BodyInit, headers: Record<string, string> = {}) =>
    (await site.ask(FORM, { method: "POST", body, headers })).status;
  const form = async (email: string) => {
    const token = await site.formToken();
    site.pass(60);
    return new URLSearchParams(
      Object.entries(filled(token, { email })).map(([name, value]) => [name, String(value)]),
    );
  };

  test("as many fields, with as many values, as a form may have", async () => {
    const body = await form("many@example.org");
    for (let n = 1; n < MOST_VALUES; n++) body.append("place", "hall");
    for (let n = new Set(body.keys()).size; n < MOST_FIELDS; n++) body.append(`field-${n}`, "");
    expect(await register(body)).toBe(303);
  });

  test("a form of just the size that one may have", async () => {
    const body = await form("large@example.org");
    body.append("x", "a".repeat(LARGEST_FORM - String(body).length - 3));
    expect(String(body).length).toBe(LARGEST_FORM);
    expect(await register(body)).toBe(303);
  });

  test("the longest address and the most cookies", async () => {
    const query = `?x=${"a".repeat(LONGEST_TARGET - FORM.length - 3)}`;
    const Cookie = `x=${"a".repeat(LONGEST_COOKIES - 2)}`;
    expect((await site.ask(`${FORM}${query}`, { headers: { Cookie } })).status).toBe(200);
  });

  test("a file of names, however many bytes each letter has, and one form sent in many pieces", async () => {
    const body = new FormData();
    for (const [name, value] of await form("pieces@example.org")) body.append(name, value);
    body.append("delegation-file", new File([`Айгүл\nДана\n${" ".repeat(19_000)}`], "list.txt"));
    const whole = new Request("http://x", { method: "POST", body });
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const pieces = new ReadableStream({
      start: (stream) => {
        for (let at = 0; at < bytes.length; at += 1_000) stream.enqueue(bytes.subarray(at, at + 1_000));
        stream.close();
      },
    });
    const answer = await site.ask(FORM, {
      method: "POST",
      body: pieces,
      headers: { "Content-Type": whole.headers.get("Content-Type") ?? "" },
      duplex: "half",
    } as RequestInit);
    expect(answer.status).toBe(200);
    expect(Object.values(shownRows(await answer.text()))).toEqual(expect.arrayContaining(["Айгүл", "Дана"]));
  });

  test("a button without any field", async () => {
    const empty = { [EDGE_SECRET_HEADER]: SECRET };
    const { earlyApp, earlyToken } = doors;
    const answer = await earlyApp.request(`/en/early/${earlyToken}`, { method: "POST", headers: empty });
    expect(answer.status).toBe(303);
  });
});

test("a file that stands in the form already is not taken twice, however its lines end", async () => {
  const token = await site.formToken();
  site.pass(60);
  const body = new FormData();
  const email = `${randomUUID().slice(0, 8)}@example.org`;
  const fields = filled(token, { email, coming: "others", delegation: "Asel\r\nDana Bek\r\nErlan" });
  for (const [name, value] of Object.entries(fields)) body.append(name, String(value));
  body.append("delegation-file", new File(["Dana Bek\nErlan\n"], "list.txt"));
  body.append("delegation-file", new File(["Dana"], "other.txt"));
  const shown = await (await site.ask(FORM, { method: "POST", body })).text();
  const names = Object.values(shownRows(shown)).filter((name) => name !== "");
  expect(names).toEqual(["Asel", "Dana Bek", "Erlan", "Dana"]);
});
