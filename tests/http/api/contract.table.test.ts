import { beforeAll, expect, test } from "vitest";
import type { ApiOperation, OpenApi, Parameter } from "../../../functions/rendering/api/openapi.ts";
import { fc } from "../../worlds/documents/fast-check.ts";
import { uuid } from "../../worlds/documents/parts.ts";
import { atScale } from "../../worlds/documents/scale.ts";
import { type AskedNewsroom, askedNewsroom, smallNewsroom } from "../../worlds/reading/api-newsroom.ts";
import { type Contract, contractOf } from "../../worlds/reading/openapi-contract.ts";

/** A fuzzer that is driven by the OpenAPI document as it is served. */

const NOW = "2026-10-01T00:00:00Z";
let newsroom: AskedNewsroom;
let api: OpenApi;
let contract: Contract;
beforeAll(async () => {
  newsroom = await askedNewsroom(smallNewsroom(30));
  api = await (await newsroom.ask("/api/openapi.json", NOW)).json();
  contract = contractOf(api);
});

const hostile = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    "",
    " ",
    "0",
    "-1",
    "1e3",
    "null",
    "\0",
    "../../../etc/passwd",
    "%00",
    "<script>",
    "a".repeat(10_000),
  ),
  fc.constantFrom(
    "2020-02-30T00:00:00Z",
    "9999-12-31T23:59:59-23:59",
    "0000-01-01T00:00:00+23:59",
    "2020-13-01",
  ),
);

/** A value that the document declares valid. */
function valid({ schema, in: where, example }: Parameter): fc.Arbitrary<string> {
  if (schema.enum) return fc.constantFrom(...schema.enum.map(String));
  if (schema.type === "integer") {
    return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000 }).map(String);
  }
  if (schema.format === "date-time") {
    const [min, max] = [new Date("2019-01-01"), new Date("2028-01-01")];
    return fc.date({ min, max, noInvalidDate: true }).map((date) => date.toISOString());
  }
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern), { size: "small" });
  const known = fc.constantFrom(uuid(1), uuid(2), uuid(4), "criminal-cases-2020", "hajiyev-pandemic");
  return where === "path" ? fc.oneof(known, fc.uuid(), fc.constant(String(example))) : fc.string();
}

const parametersOf = ({ parameters = [] }: ApiOperation) =>
  parameters.flatMap(({ $ref }) => api.components.parameters[$ref.split("/").at(-1) ?? ""] ?? []);

/** Nothing and dots make another address. */
const isOneSegment = (id: string) => !/^\.{0,2}$/.test(id);

/** What every run asks of each path, however few its random requests are. */
const ALWAYS_ASKED = [
  { id: uuid(404), search: [], method: "GET", at: NOW },
  { id: uuid(1), search: [["limit", "none"]], method: "GET", at: NOW },
  { id: uuid(1), search: [], method: "POST", at: NOW },
] satisfies { id: string; search: [string, string][]; method: string; at: string }[];

/** A request for a path of the document: its address, with valid, hostile, unknown and repeated parameters. */
function requests(operation: ApiOperation) {
  const parameters = parametersOf(operation);
  const id = parameters.find((each) => each.in === "path");
  const query = parameters
    .filter((each) => each.in === "query")
    .map((each) =>
      fc.tuple(fc.constant(each.name), fc.oneof({ weight: 4, arbitrary: valid(each) }, hostile)),
    );
  const unknown = fc.tuple(hostile, hostile);
  return fc.record({
    id: id ? fc.oneof({ weight: 4, arbitrary: valid(id) }, hostile.filter(isOneSegment)) : fc.constant(""),
    search: fc.array(fc.oneof({ weight: 12, arbitrary: fc.oneof(...query) }, unknown), { maxLength: 3 }),
    method: fc.oneof({ weight: 8, arbitrary: fc.constant("GET") }, fc.constantFrom("HEAD", "POST", "DELETE")),
    at: fc.constantFrom("2020-07-30T07:59:59Z", "2020-07-30T08:10:00Z", NOW, "2027-07-30T08:00:00Z"),
  });
}

test("no request finds an answer that the document does not declare", async () => {
  const statuses = new Set<number>();
  for (const [path, { get }] of Object.entries(api.paths)) {
    await fc.assert(
      fc.asyncProperty(requests(get), async ({ id, search, method, at }) => {
        const address = `${path.replace("{id}", encodeURIComponent(id))}?${new URLSearchParams(search)}`;
        const answer = await newsroom.ask(address, at, { method });
        statuses.add(answer.status);
        expect(await contract.breaches(path, method, answer)).toEqual([]);
      }),
      { numRuns: atScale(8, 300), examples: ALWAYS_ASKED.map((each) => [each]) },
    );
  }
  expect([...statuses].sort()).toEqual([200, 400, 404, 405]);
});

test("every answer can be asked for again with its validator, and is then 304 as declared", async () => {
  for (const path of Object.keys(api.paths)) {
    const id = path.includes("figures") ? "criminal-cases-2020" : "hajiyev-pandemic";
    const ids: Record<string, string> = { releases: uuid(1), events: uuid(2), kits: uuid(4) };
    const address = path.replace("{id}", ids[path.split("/")[3] ?? ""] ?? id);
    const first = await newsroom.ask(address, NOW);
    expect(first.status).toBe(200);
    const headers = { "If-None-Match": first.headers.get("ETag") ?? "" };
    const again = await newsroom.ask(address, NOW, { headers });
    expect(again.status).toBe(304);
    expect(await contract.breaches(path, "GET", again)).toEqual([]);
  }
});
