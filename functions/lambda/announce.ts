import { CloudFrontClient } from "@aws-sdk/client-cloudfront";
import { toInstant } from "../domain/instant.ts";
import { newsroomReader } from "../storage/newsroom/newsroom-reader.ts";
import { noticeBoard } from "../storage/newsroom/notices.ts";
import { announce } from "../workflows/announce/announce.ts";
import { logLine } from "../workflows/announce/metrics.ts";
import { pingHub } from "../workflows/announce/ping-hub.ts";
import { publishedSites } from "../workflows/announce/published-sites.ts";
import { invalidateDistribution, UNTIL_NEXT_MINUTE } from "../workflows/publish/cloudfront-invalidation.ts";
import { lambdaDynamoDbClient } from "./runtime/dynamodb-client.ts";
import { failing } from "./runtime/failing.ts";
import { writeLine } from "./runtime/write-line.ts";

/** The function that runs every minute and tells caches and subscribers what lifted or changed. */
const { NEWSROOM_TABLE: table, DISTRIBUTION_ID: distribution, STAGE: stage } = process.env;
if (!table || !distribution || !stage)
  throw new Error("NEWSROOM_TABLE, DISTRIBUTION_ID and STAGE are not all set: they name what is announced.");

const dynamodb = lambdaDynamoDbClient(process.env);
const cloudfront = new CloudFrontClient({ region: "us-east-1", maxAttempts: 3 }); // where its API is, for all regions
const clock = () => new Date();

export const handler = failing(() =>
  announce({
    board: noticeBoard(dynamodb, table),
    sites: () => publishedSites(newsroomReader(dynamodb, table)),
    invalidate: async (addresses, reference, signal) => {
      const retryPolicy = { ...UNTIL_NEXT_MINUTE, signal };
      await invalidateDistribution(cloudfront, distribution, addresses, reference, retryPolicy);
    },
    ping: pingHub,
    clock,
    report: (event) => writeLine(logLine(event, { stage, now: toInstant(clock()) })),
  }),
);
