import { expect, test } from "vitest";
import { edgeEvent, isEdgeResponse, loadEdgeFunction } from "../../../../infra/local/edge/edge-function.ts";
import { fc } from "../../../worlds/documents/fast-check.ts";

const HASH = "0a".repeat(32);
const FROM = 1_596_085_200;
const UNTIL = 1_627_621_200;

/** Status that the edge itself answers so many seconds after 1970; undefined when the bucket is asked. */
function ask(path: string, second: number): number | undefined {
  const result = loadEdgeFunction(
    "viewer-request",
    () => new Date(second * 1000),
  )(edgeEvent("GET", path, {}));
  return isEdgeResponse(result) ? result.statusCode : undefined;
}

test.each([
  ["a second before its beginning", FROM - 1, 404],
  ["in the last millisecond before it", FROM - 0.001, 404],
  ["at its beginning", FROM, undefined],
  ["in its last second", UNTIL - 1, undefined],
  ["at its end", UNTIL, 404],
  ["a year after its end", UNTIL + 31_536_000, 404],
])("a file with a window is answered, %s, with %s", (_, second, status) => {
  expect(ask(`/media/${FROM}-${UNTIL}/${HASH}/Photo.JPG`, second)).toBe(status);
});

test("a file without an end stays, and one without a window always was", () => {
  expect(ask(`/media/${FROM}-/${HASH}/Photo.JPG`, FROM - 1)).toBe(404);
  expect(ask(`/media/${FROM}-/${HASH}/Photo.JPG`, FROM * 4)).toBeUndefined();
  expect(ask(`/media/0-/${HASH}/Photo.JPG`, FROM)).toBeUndefined();
  expect(ask(`/media/${HASH}/Photo.JPG`, FROM)).toBeUndefined();
});

test.each([
  ["an end before its beginning", `/media/${UNTIL}-${FROM}/${HASH}/a.jpg`],
  ["an end at its beginning", `/media/${FROM}-${FROM}/${HASH}/a.jpg`],
  ["a leading zero", `/media/0${FROM}-/${HASH}/a.jpg`],
  ["a zero for its end", `/media/${FROM}-0/${HASH}/a.jpg`],
  ["no beginning", `/media/-${UNTIL}/${HASH}/a.jpg`],
  ["no time at all", `/media/-/${HASH}/a.jpg`],
  ["a sign", `/media/+${FROM}-/${HASH}/a.jpg`],
  ["a fraction", `/media/${FROM}.0-/${HASH}/a.jpg`],
  ["more digits than time has", `/media/${"9".repeat(400)}-/${HASH}/a.jpg`],
  ["an escaped digit", `/media/%31${String(FROM).slice(1)}-/${HASH}/a.jpg`],
  ["an escaped letter of the folder", `/%6dedia/${FROM}-/${HASH}/a.jpg`],
  ["an escaped slash", `/media%2f${FROM}-/${HASH}/a.jpg`],
  ["a name that leads elsewhere", `/media/${HASH}/..%2f..%2f${FROM}-/${HASH}/a.jpg`],
  ["dot segments", `/media/${HASH}/../${FROM}-/${HASH}/a.jpg`],
  ["no hash", `/media/${FROM}-/a.jpg`],
  ["no name", `/media/${FROM}-/${HASH}/`],
  ["a folder too many", `/media/${FROM}-/${HASH}/b/a.jpg`],
])("a media address with %s is a 404 at any time", (_, path) => {
  const answers = [FROM - 1, FROM, UNTIL].map((second) => ask(path, second));
  expect(answers.filter((status) => status !== 404 && status !== 301)).toEqual([]);
});

test("no other spelling of an address brings bytes before their beginning", () => {
  const path = `/media/${FROM}-/${HASH}/a.jpg`;
  const escaped = (at: number) => `%${path.charCodeAt(at).toString(16)}`;
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: path.length - 1 })), (positions) => {
      const spelled = [...path].map((letter, at) => (positions.includes(at) ? escaped(at) : letter)).join("");
      expect(ask(spelled, FROM - 1)).toBe(404);
    }),
  );
});
