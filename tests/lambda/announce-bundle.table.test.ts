import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, onTestFinished, test } from "vitest";
import { addSeconds, toInstant } from "../../functions/domain/instant.ts";
import { noticeKey } from "../../functions/storage/newsroom/keys.ts";
import { noticeBoard } from "../../functions/storage/newsroom/notices.ts";
import { BUNDLE_FILE, bundleFunction } from "../../infra/aws/functions/bundle.ts";
import { temporaryFolder } from "../worlds/commands/temporary-folder.ts";
import { siteDocument } from "../worlds/documents/documents.ts";
import { stored, storedSite, storeItems } from "../worlds/tables/stored.ts";
import { freshNewsroomTable } from "../worlds/tables/tables.ts";

/** Stands in for CloudFront's API: takes down what it is asked and accepts it. */
async function startCloudFront() {
  const asked: { path: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push({ path: request.url ?? "", body });
    response.writeHead(201, { "Content-Type": "text/xml" });
    response.end("<Invalidation><Id>I1</Id><Status>InProgress</Status></Invalidation>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const where = server.address();
  if (where === null || typeof where === "string") throw new Error("It listens nowhere");
  return { asked, endpoint: `http://127.0.0.1:${where.port}` };
}

test("the built announcing function invalidates, removes the notice, and writes its metric as a line of its own", async () => {
  const directory = temporaryFolder();
  await bundleFunction("announce", directory);
  const { client, table } = await freshNewsroomTable();
  const written = addSeconds(toInstant(new Date()), -60);
  const notice = { kind: "notice", path: "/en/releases/first", addresses: ["/en/releases/first"] };
  await storeItems(client, table, [
    storedSite(siteDocument()),
    stored(noticeKey(written, "release/1", notice.path), notice),
  ]);
  const cloudfront = await startCloudFront();
  const script = `require(${JSON.stringify(join(directory, BUNDLE_FILE))}).handler().then(() => process.exit(0));`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["-e", script], {
    env: {
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL_DYNAMODB: inject("dynamodbEndpoint"),
      AWS_ENDPOINT_URL_CLOUDFRONT: cloudfront.endpoint,
      NEWSROOM_TABLE: table,
      DISTRIBUTION_ID: "E123",
      STAGE: "dev",
    },
  });
  expect(stderr).toBe("");
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines[0]).toMatchObject({ AnnouncementLag: 0, Stage: "dev", _aws: expect.anything() });
  expect(cloudfront.asked).toHaveLength(1);
  expect(cloudfront.asked[0]?.path).toMatch(/\/distribution\/E123\/invalidation$/);
  expect(cloudfront.asked[0]?.body).toContain("<Path>/en/releases/first</Path>");
  expect((await noticeBoard(client, table).notices(toInstant(new Date())).next()).done).toBe(true);
});
