import { beforeAll, expect, test } from "vitest";
import { FEED_FORMATS, feedPath } from "../../functions/domain/addresses.ts";
import { siteDocument } from "../worlds/documents/documents.ts";
import { RELEASED } from "../worlds/documents/parts.ts";
import { type AskedNewsroom, askedNewsroom, smallNewsroom } from "../worlds/reading/api-newsroom.ts";
import { storedSite } from "../worlds/tables/stored.ts";

const HUB = "https://hub.example.org/";
let newsroom: AskedNewsroom;

beforeAll(async () => {
  newsroom = await askedNewsroom([...smallNewsroom(), storedSite(siteDocument("en", { hub: HUB }))]);
});

test.each(FEED_FORMATS)(
  "the answer with a %s feed leads to its hub, for GET, HEAD and 304",
  async (format) => {
    const path = feedPath("en", format);
    const link = `<${HUB}>; rel="hub", <https://newsroom.example${path}>; rel="self"`;
    const answer = await newsroom.ask(path, RELEASED);
    expect(answer.headers.get("Link")).toBe(link);
    const held = { "If-None-Match": answer.headers.get("ETag") ?? "" };
    const unchanged = await newsroom.ask(path, RELEASED, { headers: held });
    expect([unchanged.status, unchanged.headers.get("Link")]).toEqual([304, link]);
    const head = await newsroom.ask(path, RELEASED, { method: "HEAD" });
    expect(head.headers.get("Link")).toBe(link);
  },
);

test("a feed without a hub has no such header", async () => {
  const answer = await newsroom.ask(feedPath("ru", "atom"), RELEASED);
  expect([answer.status, answer.headers.get("Link")]).toEqual([200, null]);
});
