import { beforeAll, expect, test } from "vitest";
import { apiPath } from "../../../functions/domain/addresses.ts";
import type { OpenApi } from "../../../functions/rendering/api/openapi.ts";
import { entryKey } from "../../../functions/storage/newsroom/keys.ts";
import { tombstone, withdrawal } from "../../worlds/content/changes.ts";
import { eventDocument, kitDocument, releaseDocument } from "../../worlds/documents/documents.ts";
import { uuid } from "../../worlds/documents/parts.ts";
import { type AskedNewsroom, askedNewsroom, smallNewsroom } from "../../worlds/reading/api-newsroom.ts";
import { type Contract, contractOf } from "../../worlds/reading/openapi-contract.ts";
import { stored, storedPublication } from "../../worlds/tables/stored.ts";

const NOW = "2026-11-22T00:00:00Z";
const withdrawn = withdrawal();
const left = tombstone("en", { id: uuid(500), entryId: uuid(501) });
const { title: _title, ...gone } = tombstone("en", { id: uuid(510), entryId: uuid(511), verb: "gone" });
const REDACTED = ["2020-08-05T03:00:00Z"];

let newsroom: AskedNewsroom;
let contract: Contract;
beforeAll(async () => {
  newsroom = await askedNewsroom([
    ...smallNewsroom(3),
    ...storedPublication(releaseDocument("en", { withdrawn, redactedAt: REDACTED })),
    ...storedPublication(eventDocument("en", { withdrawn })),
    ...storedPublication(kitDocument("en", { withdrawn })),
    stored(entryKey("en", "changes:releases", left.leftAt, left.id), left, left.publishAt),
    stored(entryKey("en", "changes:events", gone.leftAt, gone.id), gone, gone.publishAt),
    stored(entryKey("en", "changes:kits", gone.leftAt, gone.id), gone, gone.publishAt),
  ]);
  const api: OpenApi = await (await newsroom.ask("/api/openapi.json", NOW)).json();
  contract = contractOf(api);
});

test("a list of changes tells what has left, as it declares to", async () => {
  const since = "?updatedSince=2026-11-19T00:00:00Z";
  expect(await newsroom.json(apiPath("releases") + since, NOW)).toMatchObject({
    count: 1,
    data: [
      {
        uri: `urn:uuid:${left.entryId}`,
        id: left.id,
        representationType: "partial",
        type: "text",
        pubStatus: "canceled",
        versionCreated: left.leftAt,
        leaving: "withdraw",
        note: left.note,
      },
    ],
  });
  expect(await newsroom.json(apiPath("events") + since, NOW)).toMatchObject({
    data: [{ type: "event", leaving: "gone" }],
  });
  for (const collection of ["releases", "events", "kits"] as const) {
    const answer = await newsroom.ask(apiPath(collection) + since, NOW);
    expect(await contract.breaches(apiPath(collection), "GET", answer)).toEqual([]);
  }
});

test.each(["releases", "events", "kits"] as const)(
  "one of %s that was withdrawn says so and offers nothing, as it declares to",
  async (collection) => {
    const id = { releases: uuid(1), events: uuid(2), kits: uuid(4) }[collection];
    const answer = await newsroom.ask(apiPath(collection, id), NOW);
    expect(await answer.clone().json()).toMatchObject({
      pubStatus: "canceled",
      withdrawal: withdrawn,
      versionCreated: withdrawn.at,
      ...{
        releases: { figures: [], statements: [], redactions: REDACTED },
        events: { status: "cancelled", registration: { places: [] } },
        kits: { assets: [] },
      }[collection],
    });
    expect(await contract.breaches(apiPath(collection, "{id}"), "GET", answer)).toEqual([]);
  },
);

test("a release names the page of its changes", async () => {
  expect(await newsroom.json(apiPath("releases", uuid(1)), NOW)).toMatchObject({
    links: { changes: "https://newsroom.example/en/releases/world-day-2020/changes" },
  });
});
