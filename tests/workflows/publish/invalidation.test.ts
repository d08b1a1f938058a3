import { expect, test } from "vitest";
import { addressRole } from "../../../functions/workflows/publish/address-role.ts";
import {
  addressesOfDocument,
  addressesOfPartition,
} from "../../../functions/workflows/publish/changed-addresses.ts";
import { invalidationPaths } from "../../../functions/workflows/publish/cloudfront-invalidation.ts";

test.each([
  ["list#kk#kits", ["/kk/", "/kk/kits", "/kk/kits?*"]],
  ["list#ru#events", ["/ru/", "/ru/events", "/ru/events?*", "/ru/events.ics"]],
  ["list#en#feed", ["/en/feed.rss", "/en/feed.atom", "/en/feed.json"]],
  ["list#en#feed:law", ["/en/topics/law/feed.rss", "/en/topics/law/feed.atom", "/en/topics/law/feed.json"]],
  ["list#en#changes:figures", ["/api/v1/figures", "/api/v1/figures?*"]],
  ["sitemap#releases-2020-1", ["/sitemaps/releases-2020-1.xml", "/sitemap.xml"]],
  ["ledger", []],
])("an entry of %s is shown at %j", (partition, addresses) => {
  expect(addressesOfPartition(partition)).toEqual(addresses);
});

test("a kit's address answers for each of its pages", () => {
  expect(addressesOfDocument({ path: "/en/kits/emblem", alsoAt: ["/downloads/emblem/emblem.zip"] })).toEqual([
    "/en/kits/emblem",
    "/en/kits/emblem?*",
    "/downloads/emblem/emblem.zip",
  ]);
});

test("few addresses are forgotten one by one, many wildcards by their folder, very many all together", () => {
  expect(invalidationPaths(["/en/", "/en/releases?*"])).toEqual(["/en/", "/en/releases?*"]);
  const topics = Array.from({ length: 9 }, (_, n) => `/en/topics/t${n}?*`);
  expect(invalidationPaths([...topics, "/en/", "/ru/"])).toEqual(["/en/*", "/ru/"]);
  expect(invalidationPaths(Array.from({ length: 301 }, (_, n) => `/en/releases/${n}`))).toEqual(["/*"]);
  expect(invalidationPaths(["/en/", "/*"])).toEqual(["/*"]);
});

test.each([
  ["release/1", "/en/releases/world-day", "/en/releases/*"],
  ["page/1", "/kk/about", "/kk/*"],
  ["kit/1", "/downloads/emblem/logo.svg", "/downloads/*/logo.svg"],
  ["release/1", "/api/v1/releases/1", undefined],
  ["site", "/en/topics/law", undefined],
])("of %s, %s is %s whatever its slug", (unit, path, role) => {
  expect(addressRole(unit, path)).toBe(role);
});
