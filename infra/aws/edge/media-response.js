// Runs before bytes of `/media/` leave: on CloudFront in its runtime 2.0, on one machine in the local edge.
// Neither runs it for a status of 400 or more, so a file that is not there yet is never called immutable.

const FOREVER = "public, max-age=31536000, immutable";
// What has a beginning may be taken back, and what has an end is asked for again each time: `viewer-request.js` then
// decides, before the cache is asked.
const SINCE_ITS_BEGINNING = "public, max-age=31536000";
const UNTIL_ITS_END = "public, max-age=0, must-revalidate";
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// What stands in the place of bytes that were hidden or taken down (functions/storage/buckets/gone-object.ts) carries it as its
// metadata. Of the object itself nothing leaves, whatever range of it was asked for.
const TAKEN_BACK = "x-amz-meta-dateline-gone";

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it
function handler(event) {
  const response = event.response;
  if (response.headers[TAKEN_BACK]) return gone();
  const found = /^\/media\/(?:\d+-(\d*)\/)?([0-9a-f]{64})\//.exec(event.request.uri);
  if (!found) return response;
  const until = found[1];
  const kept = until === undefined ? FOREVER : until === "" ? SINCE_ITS_BEGINNING : UNTIL_ITS_END;
  response.headers["cache-control"] = { value: kept };
  response.headers["repr-digest"] = { value: `sha-256=:${base64(found[2])}:` }; // RFC 9530, section 3
  return response;
}

function gone() {
  return {
    statusCode: 410,
    statusDescription: "Gone",
    headers: {
      "cache-control": { value: "no-store" },
      "content-type": { value: "text/plain; charset=utf-8" },
    },
    body: { encoding: "text", data: "This file is no longer available.\n" },
  };
}

// Three bytes of hexadecimal digits are four of base64.
function base64(hexadecimal) {
  let encoded = "";
  for (let at = 0; at < hexadecimal.length; at += 6) {
    const bytes = hexadecimal.slice(at, at + 6);
    const bits = parseInt(`${bytes}00000`.slice(0, 6), 16);
    const digits =
      DIGITS[bits >> 18] + DIGITS[(bits >> 12) & 63] + DIGITS[(bits >> 6) & 63] + DIGITS[bits & 63];
    encoded += digits.slice(0, Math.ceil((bytes.length * 4) / 6)) + "==".slice(0, (6 - bytes.length) / 2);
  }
  return encoded;
}
