import { afterAll, describe, expect, test } from "vitest";

/** Loading them puts them in the place of Node's own, which the files after this one need back. */
const ofNode = { Headers, Request, Response };
const { LightHeaders, LightRequest, LightResponse } = await import(
  "../../functions/lambda/http/light-web.ts"
);
afterAll(() => {
  Object.assign(globalThis, ofNode);
});

describe("LightHeaders", () => {
  test("reads names in any case and joins what is appended", () => {
    const headers = new LightHeaders({ "Content-Type": "text/html" });
    headers.append("Vary", "Accept-Encoding");
    headers.append("vary", "Accept-Language");
    expect(headers.get("content-type")).toBe("text/html");
    expect(headers.get("VARY")).toBe("Accept-Encoding, Accept-Language");
    expect(headers.get("etag")).toBeNull();
  });

  test("copies headers of its own kind and pairs alike", () => {
    const first = new LightHeaders([["ETag", '"1"']]);
    expect([...new LightHeaders(first)]).toEqual([["etag", '"1"']]);
  });
});

test("a response of text has the standard's content type unless it names one", () => {
  expect(new LightResponse("x").headers.get("Content-Type")).toBe("text/plain;charset=UTF-8");
  expect(new LightResponse(null, { status: 304 }).headers.get("Content-Type")).toBeNull();
});

test("a response made of a response keeps its status and headers, as Hono does for HEAD", async () => {
  const page = new LightResponse("<p>", { status: 404, headers: { ETag: '"1"' } });
  const head = new LightResponse(null, page);
  expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([404, '"1"', ""]);
});

test("a request is GET unless it says otherwise", () => {
  expect(new LightRequest("https://newsroom.example/").method).toBe("GET");
});
