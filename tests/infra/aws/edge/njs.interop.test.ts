import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { edgeSource } from "../../../../infra/aws/edge/edge-source.ts";
import { type EdgeEvent, edgeEvent, loadEdgeFunction } from "../../../../infra/local/edge/edge-function.ts";
import { PROGRAMS, testWith } from "../../../worlds/commands/programs.ts";
import { ownFolder } from "../../../worlds/media/zip.ts";

/**
 * CloudFront runs its functions on njs, whose language is smaller than that of Node: what the local edge takes for
 * granted must hold there, too.
 */
const NOW = Date.UTC(2026, 10, 30);
const HASH = "0a".repeat(32);

const REQUESTS: readonly EdgeEvent[] = [
  edgeEvent("GET", "/", { "accept-language": "kk, ru;q=0.9" }),
  edgeEvent("GET", "/", { "accept-language": "de;q=x, ru;q=0.5, en;q=0.1" }),
  edgeEvent("GET", "/en/releases/", {}),
  edgeEvent("GET", "/EN//Releases?topic=Data&topic=b&a", {}),
  edgeEvent("GET", "/ru/Releases/%D0%94%d0%b5", {}),
  edgeEvent("GET", "/en/%2e%2e/x", {}),
  edgeEvent("PUT", "/en/releases", {}),
  edgeEvent("OPTIONS", "/en/feed.rss", { origin: "https://reader.example" }),
  edgeEvent("POST", "/en/register/world-day-2027", { "x-dateline-viewer": "forged" }),
  edgeEvent("GET", "/downloads/World-Day/Photo.JPG", { range: "bytes=100-" }),
  edgeEvent("GET", `/media/${HASH}/Photo.JPG`, {}),
  edgeEvent("GET", `/media/1596085200-/${HASH}/Photo.JPG`, {}),
  edgeEvent("GET", `/media/1996085200-2027621200/${HASH}/Photo.JPG`, {}),
  edgeEvent("GET", `/media/1596085200-1627621200/${HASH}/Photo.JPG`, {}),
];

/** What a function of the edge answers to each event, in njs. */
function inNjs(name: "viewer-request" | "media-response", events: readonly EdgeEvent[]): unknown[] {
  const source = edgeSource(name);
  const asked = events.map((event) => ({ ...event, query: event.request.rawQueryString() ?? null }));
  const script = `Date.now = () => ${NOW};
${source}
${JSON.stringify(asked)}.forEach((event) => {
  event.request.rawQueryString = () => (event.query === null ? undefined : event.query);
  console.log(JSON.stringify(handler(event)));
});
`;
  const file = join(ownFolder(), `${name}.js`);
  writeFileSync(file, script);
  const { stdout, stderr } = spawnSync(PROGRAMS.njs.command, [file], { encoding: "utf8" });
  const lines = stdout.split("\n").filter((line) => line.startsWith("{"));
  if (lines.length !== events.length) throw new Error(`njs stopped: ${stderr}${stdout}`);
  return lines.map((line) => JSON.parse(line));
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

testWith("njs")("viewer-request answers every kind of request in njs as it does in Node", () => {
  const inNode = loadEdgeFunction("viewer-request", () => new Date(NOW));
  const found = inNjs("viewer-request", REQUESTS);
  expect(found).toEqual(REQUESTS.map((event) => asJson(inNode(structuredCloneOf(event)))));
});

testWith("njs")("media-response answers for every window in njs as it does in Node", () => {
  const events = REQUESTS.filter(({ request }) => request.uri.startsWith("/media/")).map((event) => ({
    ...event,
    context: { eventType: "viewer-response" as const },
    response: { statusCode: 200, headers: {} },
  }));
  const inNode = loadEdgeFunction("media-response", () => new Date(NOW));
  const found = inNjs("media-response", events);
  expect(found).toEqual(events.map((event) => asJson(inNode(structuredCloneOf(event)))));
});

/** The same event, of which a function may change what it likes. */
function structuredCloneOf(event: EdgeEvent): EdgeEvent {
  const { rawQueryString, ...request } = event.request;
  return {
    ...event,
    request: { ...structuredClone(request), rawQueryString },
    ...(event.response && { response: structuredClone(event.response) }),
  };
}
