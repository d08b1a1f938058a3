import { CloudFrontClient, TooManyInvalidationsInProgress } from "@aws-sdk/client-cloudfront";
import { expect, onTestFinished, test } from "vitest";
import type { RetryPolicy } from "../../../functions/storage/dynamodb/retry-policy.ts";
import { addressRole } from "../../../functions/workflows/publish/address-role.ts";
import {
  addressesOfDocument,
  addressesOfPartition,
} from "../../../functions/workflows/publish/changes/changed-addresses.ts";
import {
  invalidateDistribution,
  invalidationPaths,
  UNTIL_NEXT_MINUTE,
} from "../../../functions/workflows/publish/cloudfront-invalidation.ts";
import { startBusyCloudFront } from "../../worlds/aws/cloudfront.ts";

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

async function invalidate(address: string, patience: RetryPolicy): Promise<void> {
  const credentials = { accessKeyId: "nobody", secretAccessKey: "nothing" };
  const client = new CloudFrontClient({
    region: "us-east-1",
    endpoint: address,
    credentials,
    maxAttempts: 1,
  });
  onTestFinished(() => client.destroy());
  await invalidateDistribution(client, "EDFDVBD6EXAMPLE", ["/en/"], "reference", patience);
}

const BRIEF: RetryPolicy = { attempts: 3, shortestMs: 1, longestMs: 2 };

test("CloudFront that is busy is asked again, with the same reference, for as long as patience lasts", async () => {
  const cloudfront = await startBusyCloudFront({ times: 2 });
  await invalidate(cloudfront.address, BRIEF);
  expect(cloudfront.references).toEqual(["reference", "reference", "reference"]);

  const busier = await startBusyCloudFront({ times: 3 });
  await expect(invalidate(busier.address, BRIEF)).rejects.toBeInstanceOf(TooManyInvalidationsInProgress);
  expect(busier.references).toHaveLength(3);
});

test("whoever comes again a minute later waits for seconds, and not a moment beyond the signal", async () => {
  const { attempts, shortestMs, longestMs } = UNTIL_NEXT_MINUTE;
  const pauses = Array.from({ length: attempts - 1 }, (_, n) =>
    Math.min(longestMs, shortestMs * 2 ** (n + 1)),
  );
  expect(pauses.reduce((sum, pause) => sum + pause)).toBeLessThan(20_000);

  const cloudfront = await startBusyCloudFront({ times: 1_000 });
  const hour: RetryPolicy = { attempts: 1_000, shortestMs: 3_600_000, longestMs: 3_600_000 };
  const asked = invalidate(cloudfront.address, { ...hour, signal: cloudfront.wasAsked });
  await expect(asked).rejects.toBeInstanceOf(Error);
  expect(cloudfront.references).toHaveLength(1);
});
