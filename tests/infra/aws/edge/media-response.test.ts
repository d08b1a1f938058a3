import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { edgeEvent, isEdgeResponse, loadEdgeFunction } from "../../../../infra/local/edge-function.ts";
import { fc } from "../../../worlds/fast-check.ts";

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
