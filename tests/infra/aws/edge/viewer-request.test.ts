import { transformSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { CLOSED_CONTENT_POLICY } from "../../../../functions/domain/content-policy.ts";
import { LARGEST_BODY, LARGEST_FORM } from "../../../../functions/domain/request-limits.ts";
import { preferredLanguage } from "../../../../functions/http/request/visit.ts";
import { edgeCode } from "../../../../infra/aws/delivery/edge-code.ts";
import { edgeSource } from "../../../../infra/aws/edge/edge-source.ts";
import { edgeEvent, isEdgeResponse, loadEdgeFunction } from "../../../../infra/local/edge/edge-function.ts";
import { fc } from "../../../worlds/documents/fast-check.ts";

const handler = loadEdgeFunction("viewer-request");

/** What the edge says to a request: its own answer, or `undefined` when the request goes on unchanged. */
function ask(method: string, target: string, headers: Record<string, string> = {}) {
  const event = edgeEvent(method, target, headers);
  const result = handler(event);
  if (isEdgeResponse(result)) return result;
  expect(result).toBe(event.request);
  return undefined;
}

const location = (target: string, headers = {}) => ask("GET", target, headers)?.headers.location?.value;

test.each([
  ["/en/releases/", "/en/releases"],
  ["/en", "/en/"],
  ["/KK/", "/kk/"],
  ["/ru//releases///world-day-2020/", "/ru/releases/world-day-2020"],
  ["/EN/Releases/World-Day-2020.JSON", "/en/releases/world-day-2020.json"],
  ["/api", "/api/"],
  ["/API/V1/Releases/", "/api/v1/releases"],
  ["/Downloads//Kit/Fact-Sheet.PDF", "/downloads/Kit/Fact-Sheet.PDF"],
  ["/EN/Registration/ToKeN-1/", "/en/registration/ToKeN-1"],
  ["/EN/Early/0a.ToKeN/Downloads/Kit/A.JPG", "/en/early/0a.ToKeN/Downloads/Kit/A.JPG"],
  ["/en/releases/?topic=shelters&topic=Data&a", "/en/releases?topic=shelters&topic=Data&a"],
  ["/ru/Releases/%D0%94%d0%b5", "/ru/releases/%D0%94%d0%b5"],
  ["//evil.example/", "/evil.example"],
  ["///", "/"],
])("%s moves for good to %s", (from, to) => {
  expect(ask("GET", from)).toMatchObject({ statusCode: 301, headers: { location: { value: to } } });
  expect(location(to), "in one step").toSatisfy((next) => next === undefined || to === "/");
});

test.each([
  "/en/",
  "/api/",
  "/kk/releases/world-day-2020",
  "/downloads/world-day/Photo-01.JPG",
  `/media/${"0a".repeat(32)}/Photo.JPG`,
  "/ru/registration/Aa-Bb_Cc",
  "/fr/releases",
  "/en/releases?topic=Shelters",
])("%s goes on as it is", (target) => {
  expect(ask("GET", target)).toBeUndefined();
});

test.each([
  ["a hidden zero", "/en/%00/"],
  ["a broken escape", "/en/%zz/"],
  ["a cut character", "/en/%D0/"],
  ["a hidden slash", "/en/a%2Fb/"],
  ["a backslash", "/\\evil.example/"],
  ["a hidden backslash", "/%5Cevil.example/"],
  ["dot segments", "/en/../EN/"],
  ["hidden dot segments", "/en/%2e%2e/EN/"],
  ["a tab", "/\t/evil.example/"],
  ["too many letters", `/${"A".repeat(1_024)}`],
])("an address with %s is left to the function, which finds nothing", (_, target) => {
  expect(ask("GET", target)).toBeUndefined();
});

describe("the front door", () => {
  test.each([
    [undefined, "/en/"],
    ["ru", "/ru/"],
    ["kk-KZ,ru;q=0.8,en;q=0.5", "/kk/"],
    ["de, ru;q=0.3, kk ; q=0.7", "/kk/"],
    ["ru;q=0, *", "/en/"],
    ["fr, *;q=0.1", "/en/"],
    ["ru, kk", "/ru/"],
    [";;,q=1;=,\u0000", "/en/"],
  ])("a reader who accepts %s is led to %s", (accepted, to) => {
    const headers: Record<string, string> = accepted === undefined ? {} : { "accept-language": accepted };
    expect(ask("GET", "/", headers)).toMatchObject({
      statusCode: 302,
      headers: {
        location: { value: to },
        vary: { value: "Accept-Language" },
        "cache-control": { value: "no-store" },
      },
    });
  });

  test("it leads to the language that pages without one in their address are in", () => {
    const tag = fc.constantFrom("en", "RU", "kk-KZ", "ru-Cyrl-KZ", "de", "*");
    const weight = fc.constantFrom(
      "",
      ";q=0",
      ";q=0.000",
      ";q=0.3",
      " ; q=0.7",
      ";q=1",
      ";Q=0.5",
      ";q=1.000",
    );
    const ranges = fc.array(
      fc.tuple(tag, weight).map((parts) => parts.join("")),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(ranges, fc.constantFrom(",", ", ", " , "), (list, comma) => {
        const accepted = list.join(comma);
        expect(location("/", { "accept-language": accepted })).toBe(`/${preferredLanguage(accepted)}/`);
      }),
    );
  });

  test("it keeps the query", () => {
    expect(location("/?utm=a%20b&x=1&x=2")).toBe("/en/?utm=a%20b&x=1&x=2");
  });

  test("it keeps the query where the runtime only parses it", () => {
    const event = edgeEvent("GET", "/?x=1&y&x=2", {});
    const { rawQueryString: _, ...request } = event.request;
    const result = handler({ ...event, request: request as typeof event.request });
    expect(result.headers.location?.value).toBe("/en/?x=1&x=2&y");
  });
});

describe("other methods", () => {
  test("a page refuses them in the reader's language", () => {
    const refusal = ask("DELETE", "/ru/releases");
    expect(refusal).toMatchObject({ statusCode: 405, headers: { allow: { value: "GET, HEAD, OPTIONS" } } });
    expect(JSON.stringify(refusal?.body)).toContain("только для чтения");
  });

  test("the API refuses them as a problem", () => {
    const refusal = ask("POST", "/api/v1/releases");
    expect(refusal?.headers["content-type"]?.value).toBe("application/problem+json");
    const data = typeof refusal?.body === "object" ? refusal.body.data : "";
    expect(JSON.parse(data)).toMatchObject({ status: 405, code: "method-not-allowed" });
  });

  test("forms of registration and early access may be submitted, and are never redirected", () => {
    expect(ask("POST", "/en/register/world-day-2027")).toBeUndefined();
    expect(ask("POST", "/en/registration/AbC/")).toBeUndefined();
    expect(ask("POST", "/kk/early/0a.AbC")).toBeUndefined();
    expect(ask("POST", "/en/topics/early/x")?.statusCode).toBe(405);
    expect(ask("OPTIONS", "/ru/register/x")).toBeUndefined(); // the function knows what its addresses take
    expect(ask("PUT", "/en/registration/AbC")?.headers.allow?.value).toBe("GET, HEAD, OPTIONS, POST");
  });

  test.each([
    "/de/register/x",
    "/EN/register/x",
    "/en/Register/x",
    "/%65n/register/x",
    "//en/register/x",
    "/en//register/x",
    "/en/register/",
    "/registration/AbC/x",
  ])("a form sent to %s, which no behaviour knows as one, goes no further than the edge", (target) => {
    expect(ask("POST", target)).toMatchObject({
      statusCode: 405,
      headers: { allow: { value: "GET, HEAD, OPTIONS" } },
    });
  });

  test.each([
    "/api/v1/figures",
    "/en/feed.rss",
    "/ru/topics/data/feed.json",
    "/kk/events.ics",
    `/media/${"0a".repeat(32)}/a.svg`,
    "/downloads/world-day/heart.jpg",
  ])("OPTIONS lets scripts of other sites read %s", (target) => {
    const answer = ask("OPTIONS", target);
    expect(answer?.statusCode).toBe(204);
    expect(answer?.headers["access-control-allow-origin"]?.value).toBe("*");
  });

  test("OPTIONS on a page names the methods and opens nothing", () => {
    const answer = ask("OPTIONS", "/en/releases");
    expect(answer?.headers.allow?.value).toBe("GET, HEAD, OPTIONS");
    expect(answer?.headers).not.toHaveProperty("access-control-allow-origin");
  });
});

test("of a download it passes on the range that the reader sent, and no other", () => {
  const passedOn = (target: string, headers: Record<string, string>) => {
    const result = handler(edgeEvent("GET", target, headers));
    return isEdgeResponse(result) ? result : result.headers["x-dateline-range"]?.value;
  };
  const download = "/downloads/world-day/heart.jpg";
  expect(passedOn(download, { range: "bytes=500-" })).toBe("bytes=500-");
  expect(passedOn(download, { range: "bytes=500-", "x-dateline-range": "bytes=0-" })).toBe("bytes=500-");
  expect(passedOn(download, { "x-dateline-range": "bytes=0-" })).toBeUndefined();
});

const awkward = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "/",
        "\\",
        "..",
        ".",
        "%2f",
        "%5C",
        "%00",
        "%",
        "\t",
        "@",
        "evil.example",
        "EN",
        "?",
        "#",
        "media",
        ":",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);

test("no address and no header makes it throw, loop or lead off the site", () => {
  fc.assert(
    fc.property(
      awkward,
      fc.constantFrom("GET", "HEAD", "POST", "OPTIONS", "DELETE", "BREW"),
      fc.dictionary(fc.constantFrom("accept-language", "host", "origin"), fc.string({ unit: "binary" })),
      (path, method, headers) => {
        const result = handler(edgeEvent(method, `/${path}`, headers));
        if (!isEdgeResponse(result) || !result.headers.location) return;
        const to = new URL(result.headers.location.value, "https://newsroom.example/");
        expect(to.origin).toBe("https://newsroom.example");
        expect(result.headers.location.value).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
        if (to.pathname === "/") return;
        expect(handler(edgeEvent("GET", to.pathname, {})).headers.location, to.pathname).toBeUndefined();
      },
    ),
    { numRuns: 3_000 },
  );
});

test.each(["viewer-request", "media-response"] as const)("%s.js fits the edge and its syntax", (name) => {
  const source = edgeSource(name);
  expect(source).not.toContain("PUT_");
  expect(Buffer.byteLength(edgeCode(name))).toBeLessThan(10_240);
  // What runtime 2.0 documents beyond ES5; whatever else were used, esbuild would write differently.
  const documented = { "const-and-let": true, arrow: true, "template-literal": true };
  const lowered = transformSync(source, { target: "es5", supported: documented });
  expect(lowered.code).toBe(transformSync(source, { supported: { "object-extensions": false } }).code);
});

test.each([
  ["/en/register/world-day-2027", {}, `at most ${LARGEST_FORM / 1000} kB`],
  ["/ru/register/world-day-2027/sent/address", {}, `не больше ${LARGEST_FORM / 1000} КБ`],
  ["/kk/registration/AbC/cancel", { "accept-language": "en" }, `${LARGEST_FORM / 1000} КБ-тан аспауы керек`],
  ["/kk/early/AbC", {}, "кішірек файл таңдаңыз"],
])("a form sent to %s that Lambda would not take is refused in its language", (path, headers, said) => {
  const sent = (bytes: number) => ask("POST", path, { ...headers, "content-length": String(bytes) });
  expect(sent(LARGEST_BODY)).toBeUndefined();
  const refused = sent(LARGEST_BODY + 1);
  expect(refused?.statusCode).toBe(413);
  const body = refused?.body;
  expect(typeof body === "object" ? body.data : "").toContain(said);
});

test.each([
  ["DELETE", "/en/releases"],
  ["PUT", "/en/register/world-day-2027"],
  ["POST", "/en/register/world-day-2027"],
])("the edge's own page for %s %s is as closed as any, whatever policy is added to it", (method, path) => {
  const answer = ask(method, path, { "content-length": String(LARGEST_BODY + 1) });
  expect(answer?.headers).toMatchObject({
    "content-type": { value: "text/html; charset=utf-8" },
    "content-security-policy": { value: CLOSED_CONTENT_POLICY },
    "cross-origin-resource-policy": { value: "same-origin" },
    "cache-control": { value: "no-store" },
  });
});

test("whoever submits is named to the function by the edge, whatever they send", () => {
  const named = (method: string, path: string, headers: Record<string, string> = {}) => {
    const result = handler(edgeEvent(method, path, headers, "198.51.100.7"));
    return isEdgeResponse(result) ? result : result.headers["x-dateline-viewer"]?.value;
  };
  const form = "/en/register/world-day-2027";
  expect(named("POST", form, { "x-dateline-viewer": "203.0.113.1" })).toBe("198.51.100.7");
  expect(named("GET", `/kk/registration/${"a".repeat(75)}`)).toBe("198.51.100.7");
  expect(named("GET", "/en/releases")).toBeUndefined();
});

test("the host that was asked is named to the function by the edge, whatever the reader says of it", () => {
  const headers = { host: "newsroom.example.org", "x-dateline-host": "other.example" };
  const result = handler(edgeEvent("POST", "/en/register/world-day-2027", headers));
  if (isEdgeResponse(result)) throw new Error("It goes on.");
  expect(result.headers["x-dateline-host"]?.value).toBe("newsroom.example.org");
});

test.each([
  "/en/releases",
  "/de/register/x",
  "/en/%72egistration/abc",
  `/media/${"0a".repeat(32)}/Photo.JPG`,
  "/downloads/world-day/heart.jpg",
])("what the edge alone may say goes no further when a reader of %s says it", (target) => {
  const said = {
    "x-dateline-viewer": "203.0.113.1",
    "x-dateline-host": "other.example",
    "x-dateline-range": "bytes=0-",
  };
  const result = handler(edgeEvent("GET", target, said));
  if (isEdgeResponse(result)) throw new Error("It goes on.");
  expect(Object.keys(result.headers)).not.toContain("x-dateline-viewer");
  expect(Object.keys(result.headers)).not.toContain("x-dateline-host");
  expect(Object.keys(result.headers)).not.toContain("x-dateline-range");
});
