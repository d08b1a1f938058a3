import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { startEdge } from "../../../infra/local/edge/edge.ts";
import { LONG_PAGE, smallEdge } from "../../worlds/reading/local-edge.ts";
import { freshBucket } from "../../worlds/tables/tables.ts";

test("readers are told to ask again, whatever the function told the edge", async () => {
  const { ask } = await smallEdge();
  const answer = await ask("/en/");
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "cache-control": "no-cache",
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "x-frame-options": "DENY",
    vary: "Accept-Encoding",
  });
});

test("a page is compressed as the reader can take it, and its tag turns weak", async () => {
  const { address } = await smallEdge();
  const plain = await raw(address, "GET /en/ HTTP/1.1", "Accept-Encoding: identity");
  expect(plain).toContain('etag: "page"');
  const { headers } = await fetch(`${address}/en/`, { headers: { "Accept-Encoding": "gzip, br" } });
  expect([headers.get("content-encoding"), headers.get("etag")]).toEqual(["br", 'W/"page"']);
  const refused = await fetch(`${address}/en/`, { headers: { "Accept-Encoding": "gzip, br;q=0" } });
  expect(refused.headers.get("content-encoding")).toBe("gzip");
  expect(await refused.text()).toBe(LONG_PAGE);
});

test("what CloudFront leaves as it is stays as it is", async () => {
  const { ask } = await smallEdge();
  const feed = await ask("/en/feed.atom", { headers: { "Accept-Encoding": "br" } });
  expect(feed.headers.has("content-encoding")).toBe(false);
});

test("the edge's own answers carry the same headers", async () => {
  const { ask } = await smallEdge();
  const moved = await ask("/EN?x=1");
  expect([moved.status, moved.headers.get("location")]).toEqual([301, "/en/?x=1"]);
  const refused = await ask("/en/", { method: "DELETE" });
  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  expect(refused.headers.get("x-content-type-options")).toBe("nosniff");
});

test("the application sees an odd address as it was sent", async () => {
  const { address } = await smallEdge();
  expect(await raw(address, "GET /en/../ru/%2e%2e/x HTTP/1.1")).toMatch(
    /404[\s\S]*nothing at \/en\/\.\.\/ru\//,
  );
});

test.each([
  ["GET / HTTP/9.9", 400],
  ["GET * HTTP/1.1", 400],
  [`GET /${"a".repeat(10_240)} HTTP/1.1`, 414],
  [`GET /${"a".repeat(40_000)} HTTP/1.1`, 431],
  [`GET /${"A".repeat(2_000)} HTTP/1.1`, 404],
])("%.20s... is refused with %2$i and nothing breaks", async (line, status) => {
  const { address, ask } = await smallEdge();
  expect(await raw(address, line)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect((await ask("/en/")).status).toBe(200);
});

test("a reader who goes away does no harm", async () => {
  const { address, ask, store } = await smallEdge();
  const path = await store(new Uint8Array(5_000_000), "large.bin");
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
  await new Promise((resolve) => socket.once("data", resolve));
  socket.destroy();
  expect((await ask("/en/")).status).toBe(200);
});

test("downloads go to what decides about them, with the range that was asked for and no other", async () => {
  const { client, bucket } = await freshBucket();
  const { address, stop } = await startEdge({
    port: 0,
    fetch: () => new Response("the rest"),
    downloads: ({ url, headers }) =>
      Response.json([new URL(url).pathname, headers.get("Range"), headers.get("X-Dateline-Range")]),
    media: { client, bucket },
    clock: () => new Date(),
  });
  onTestFinished(stop);
  const told = async (headers: HeadersInit) =>
    (await fetch(`${address}/downloads/kit/a.zip`, { headers })).json();
  const sent = { Range: "bytes=5-", "X-Dateline-Range": "bytes=0-" };
  expect(await told(sent)).toEqual(["/downloads/kit/a.zip", "bytes=5-", "bytes=5-"]);
  expect(await told({ "X-Dateline-Range": "bytes=0-" })).toEqual(["/downloads/kit/a.zip", null, ""]);
  expect(await (await fetch(`${address}/downloads`)).text()).toBe("the rest");
});

test("a taken port is refused in one line that names it", async () => {
  const { address } = await smallEdge();
  const { port } = new URL(address);
  const again = startEdge({
    port: Number(port),
    fetch: () => new Response(),
    media: await freshBucket(),
    clock: () => new Date(),
  });
  await expect(again).rejects.toMatchObject({
    code: "port-taken",
    message: `Port ${port} is taken by another program.`,
    help: expect.stringContaining("--port"),
  });
});

/** Sends a request line as it is and answers what comes back until the connection closes. */
function raw(address: string, line: string, ...headers: string[]): Promise<string> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.write([line, "Host: newsroom", "Connection: close", ...headers, "", ""].join("\r\n"));
  return text(socket);
}
