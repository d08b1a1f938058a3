import { createHash, randomBytes } from "node:crypto";
import { get } from "node:http";
import { describe, expect, test } from "vitest";
import type { MediaWindow } from "../../../functions/domain/addresses.ts";
import { smallEdge } from "../../worlds/reading/local-edge.ts";

const BYTES = randomBytes(300_000);
const DIGEST = createHash("sha256").update(BYTES).digest("base64");

async function stored() {
  const edge = await smallEdge();
  return { ...edge, path: await edge.store(BYTES, "Fact-Sheet.pdf") };
}

test("a file comes whole, with everything that a download needs to be trusted and resumed", async () => {
  const { ask, path } = await stored();
  const answer = await ask(path, { headers: { "Accept-Encoding": "br, gzip" } });
  expect(Buffer.from(await answer.arrayBuffer()).equals(BYTES)).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "accept-ranges": "bytes",
    "access-control-allow-origin": "*",
    "cache-control": "public, max-age=31536000, immutable",
    "content-disposition": "attachment; filename*=UTF-8''Fact-Sheet.pdf",
    "content-length": "300000",
    "content-security-policy": expect.stringContaining("default-src 'none'"),
    "content-type": "application/pdf",
    etag: expect.stringMatching(/^"[^"]+"$/),
    "last-modified": expect.stringMatching(/GMT$/),
    "repr-digest": `sha-256=:${DIGEST}:`,
    "x-content-type-options": "nosniff",
  });
  expect(answer.headers.has("content-encoding")).toBe(false);
});

test("a download that was cut goes on where it stopped", async () => {
  const { address, ask, path } = await stored();
  const { received, tag } = await cutShort(`${address}${path}`, 100_000);
  const rest = await ask(path, { headers: { Range: `bytes=${received.length}-`, "If-Range": tag } });
  expect(rest.status).toBe(206);
  const whole = Buffer.concat([received, Buffer.from(await rest.arrayBuffer())]);
  expect(createHash("sha256").update(whole).digest("base64")).toBe(DIGEST);
});

test.each([
  ["bytes=0-0", 206, "bytes 0-0/300000", 1],
  ["bytes=299999-", 206, "bytes 299999-299999/300000", 1],
  ["bytes=-5", 206, "bytes 299995-299999/300000", 5],
  ["bytes=-999999", 206, "bytes 0-299999/300000", 300_000],
  ["bytes=10-999999", 206, "bytes 10-299999/300000", 299_990],
  ["bytes=300000-", 416, "bytes */300000", undefined],
  ["bytes=-0", 416, "bytes */300000", undefined],
  ["bytes=9-3", 200, null, 300_000],
  ["bytes=0-1,5-6", 200, null, 300_000],
  ["lines=1-2", 200, null, 300_000],
])("Range: %s is answered with %i", async (range, status, contentRange, length) => {
  const { ask, path } = await stored();
  const answer = await ask(path, { headers: { Range: range } });
  const body = await answer.arrayBuffer();
  expect([answer.status, answer.headers.get("content-range")]).toEqual([status, contentRange]);
  if (length !== undefined) expect(body.byteLength).toBe(length);
  expect(answer.headers.get("content-length")).toBe(String(body.byteLength));
});

test("four connections at once, each with a quarter, make the whole", async () => {
  const { ask, path } = await stored();
  const quarters = [0, 1, 2, 3].map(async (n) => {
    const part = await ask(path, { headers: { Range: `bytes=${n * 75_000}-${(n + 1) * 75_000 - 1}` } });
    expect([part.status, part.headers.get("repr-digest")]).toEqual([206, `sha-256=:${DIGEST}:`]);
    return Buffer.from(await part.arrayBuffer());
  });
  expect(Buffer.concat(await Promise.all(quarters)).equals(BYTES)).toBe(true);
});

test("If-Range with another tag gets the whole file, with the true date a part", async () => {
  const { ask, path } = await stored();
  const date = (await ask(path, { method: "HEAD" })).headers.get("last-modified") ?? "";
  const status = async (ifRange: string) =>
    (await ask(path, { headers: { Range: "bytes=0-9", "If-Range": ifRange } })).status;
  expect([await status('"other"'), await status(date), await status("yesterday")]).toEqual([200, 206, 200]);
  const tag = (await ask(path, { method: "HEAD" })).headers.get("etag") ?? "";
  expect([await status(tag), await status(`W/${tag}`)]).toEqual([206, 200]); // only a strong one proves these bytes
});

test("HEAD tells what GET would, without a body", async () => {
  const { ask, path } = await stored();
  const [head, whole] = await Promise.all([ask(path, { method: "HEAD" }), ask(path)]);
  const headers = (answer: Response) =>
    Object.fromEntries([...answer.headers].filter(([name]) => !/^(date|connection|keep-alive)$/.test(name)));
  expect(headers(head)).toEqual(headers(whole));
  expect((await head.arrayBuffer()).byteLength).toBe(0);
});

test("who holds the bytes gets 304, by tag or by date, and the tag decides", async () => {
  const { ask, path } = await stored();
  const { headers } = await ask(path, { method: "HEAD" });
  const tag = headers.get("etag") ?? "";
  const date = headers.get("last-modified") ?? "";
  const status = async (conditions: HeadersInit) => (await ask(path, { headers: conditions })).status;
  expect(await status({ "If-None-Match": `"x", W/${tag}` })).toBe(304);
  expect(await status({ "If-Modified-Since": date })).toBe(304);
  expect(await status({ "If-None-Match": '"x"', "If-Modified-Since": date })).toBe(200);
});

test.each([`/media/${"0".repeat(64)}/none.pdf`, "/media/%00", "/media/%zz/x", "/media/../media/x"])(
  "%s is a plain 404 that nobody is told to keep",
  async (path) => {
    const { address } = await smallEdge();
    const status = await rawStatus(address, path);
    expect(status).toBe(404);
  },
);

describe("bytes with a window in time", () => {
  const window = { from: "2027-03-01T08:00:00Z", until: "2027-06-01T08:00:00Z" };

  async function windowed(window: MediaWindow) {
    const edge = await smallEdge();
    return { ...edge, path: await edge.store(BYTES, "Fact-Sheet.pdf", window) };
  }

  /** Everything that a reader sees, but for the time and the connection. */
  async function seen(answer: Response) {
    const headers = [...answer.headers].filter(([name]) => !/^(date|connection|keep-alive)$/.test(name));
    return { status: answer.status, headers, body: await answer.text() };
  }

  test.each(["2027-03-01T07:59:59Z", "2027-06-01T08:00:00Z"])(
    "at %s, outside their window, they are answered as what is in no bucket",
    async (now) => {
      const { ask, path, setTime } = await windowed(window);
      setTime(now);
      const missing = await seen(await ask(path.replace("Fact-Sheet", "Fact-Sheets")));
      const known = await seen(await ask(path));
      setTime("2027-03-01T08:00:00Z");
      expect(known).toEqual(missing);
      expect(known).toEqual(await seen(await ask(`/media/${"0".repeat(64)}/none.pdf`)));
      expect(known).toMatchObject({
        status: 404,
        headers: expect.arrayContaining([["cache-control", "no-store"]]),
      });
      expect(known.headers.map(([name]) => name)).not.toContain("repr-digest");
    },
  );

  test.each(["2027-03-01T08:00:00Z", "2027-06-01T07:59:59Z"])("at %s they are there", async (now) => {
    const { ask, path, setTime } = await windowed(window);
    setTime(now);
    const answer = await ask(path);
    expect(Buffer.from(await answer.arrayBuffer()).equals(BYTES)).toBe(true);
    expect(answer.headers.get("repr-digest")).toBe(`sha-256=:${DIGEST}:`);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  });

  test("a download that was cut goes on, and who holds them asks whether they still are", async () => {
    const { address, ask, path } = await windowed({ from: "2020-07-30T05:00:00Z" });
    const { received, tag } = await cutShort(`${address}${path}`, 100_000);
    const rest = await ask(path, { headers: { Range: `bytes=${received.length}-`, "If-Range": tag } });
    expect([rest.status, rest.headers.get("cache-control")]).toEqual([206, "public, max-age=31536000"]);
    const whole = Buffer.concat([received, Buffer.from(await rest.arrayBuffer())]);
    expect(whole.equals(BYTES)).toBe(true);
    const held = await ask(path, { headers: { "If-None-Match": tag } });
    expect([held.status, held.headers.get("cache-control")]).toEqual([304, "public, max-age=31536000"]);
  });

  test("under another window, or none, there is nothing", async () => {
    const { ask, path } = await windowed({ from: "2020-07-30T05:00:00Z" });
    const others = ["/media/0-", "/media/1596085199-", "/media/1596085200-4102444800", "/media"];
    const answers = others.map((other) => ask(path.replace("/media/1596085200-", other)));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });
});

/** Reads at least `enough` bytes, then hangs up. */
function cutShort(address: string, enough: number): Promise<{ received: Buffer; tag: string }> {
  return new Promise((resolve, reject) => {
    get(address, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        const received = Buffer.concat(chunks);
        if (received.length < enough) return;
        response.destroy();
        resolve({ received: received.subarray(0, enough), tag: response.headers.etag ?? "" });
      });
    }).on("error", reject);
  });
}

/** `fetch` would tidy the path before asking. */
function rawStatus(address: string, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path }, (response) => {
      response.resume();
      expect(response.headers["cache-control"]).not.toContain("immutable");
      resolve(response.statusCode);
    }).on("error", reject);
  });
}

test("bytes that were taken back answer 410 in a few words, to whatever is asked", async () => {
  const { ask, path, takeBack } = await stored();
  const { headers: before } = await ask(path);
  await takeBack(path);
  const asked: Record<string, string>[] = [
    {},
    { Range: "bytes=0-3" },
    { "If-None-Match": before.get("etag") ?? "" },
    { "If-Modified-Since": before.get("last-modified") ?? "" },
  ];
  for (const headers of asked) {
    const answer = await ask(path, { headers });
    expect(await answer.text()).toBe("This file is no longer available.\n");
    expect([answer.status, answer.headers.get("cache-control"), answer.headers.get("etag")]).toEqual([
      410,
      "no-store",
      null,
    ]);
    expect([...answer.headers.keys()].filter((name) => name.startsWith("x-amz"))).toEqual([]);
  }
  expect((await ask(path, { method: "HEAD" })).status).toBe(410);
  expect((await ask(path, { headers: { Range: "bytes=100000-" } })).status).toBe(416); // of a download that goes on
});
