import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { edgeEvent, isEdgeResponse, loadEdgeFunction } from "../../../../infra/local/edge/edge-function.ts";
import { fc } from "../../../worlds/documents/fast-check.ts";

const handler = loadEdgeFunction("media-response");

function answered(path: string) {
  const result = handler({ ...edgeEvent("GET", path, {}), response: { statusCode: 200, headers: {} } });
  if (!isEdgeResponse(result)) throw new Error("The function answered with a request.");
  return result.headers;
}

test("the digest of any bytes follows from their address, as RFC 9530 writes it", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const hash = createHash("sha256").update(bytes).digest();
      expect(answered(`/media/${hash.toString("hex")}/Photo.jpg`)).toEqual({
        "cache-control": { value: "public, max-age=31536000, immutable" },
        "repr-digest": { value: `sha-256=:${hash.toString("base64")}:` },
      });
    }),
  );
});

test.each([
  ["a beginning", "1596067200-", "public, max-age=31536000"],
  ["a beginning and an end", "1596067200-1627603200", "public, max-age=0, must-revalidate"],
])("bytes with %s in time carry their digest and are not called immutable", (_, window, kept) => {
  expect(answered(`/media/${window}/${"0".repeat(64)}/Photo.jpg`)).toEqual({
    "cache-control": { value: kept },
    "repr-digest": { value: `sha-256=:${Buffer.alloc(32).toString("base64")}:` },
  });
});

test("what was taken back is gone, whatever range of it was asked for, and nothing of it leaves", () => {
  const headers = {
    "x-amz-meta-dateline-gone": { value: "2026-03-01T10:00:00Z" },
    "content-range": { value: "bytes 0-3/34" },
    "content-disposition": { value: "attachment; filename=a.jpg" },
    etag: { value: '"1"' },
  };
  for (const statusCode of [200, 206]) {
    const event = edgeEvent("GET", `/media/${"0".repeat(64)}/Photo.jpg`, {});
    expect(handler({ ...event, response: { statusCode, headers } })).toEqual({
      statusCode: 410,
      statusDescription: "Gone",
      headers: {
        "cache-control": { value: "no-store" },
        "content-type": { value: "text/plain; charset=utf-8" },
      },
      body: { encoding: "text", data: "This file is no longer available.\n" },
    });
  }
});
