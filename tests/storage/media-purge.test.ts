import { createServer, type Server } from "node:http";
import { S3Client } from "@aws-sdk/client-s3";
import { afterEach, expect, test } from "vitest";
import { type MediaVersion, mediaPurge } from "../../functions/storage/buckets/media-purge.ts";

/** No S3 server of the tests keeps versions, so this one answers as S3 does: Amazon S3 API, ListObjectVersions. */

let server: Server;
afterEach(() => server.close());

const VERSION = (key: string, id: string, latest: boolean) =>
  `<Version><Key>${key}</Key><VersionId>${id}</VersionId><IsLatest>${latest}</IsLatest><Size>7</Size></Version>`;
const MARKER = (key: string, id: string) =>
  `<DeleteMarker><Key>${key}</Key><VersionId>${id}</VersionId><IsLatest>true</IsLatest></DeleteMarker>`;

const PAGES = [
  `<IsTruncated>true</IsTruncated><NextKeyMarker>media/a</NextKeyMarker><NextVersionIdMarker>1</NextVersionIdMarker>
   ${MARKER("media/a", "2")}${VERSION("media/a", "1", false)}`,
  `<IsTruncated>false</IsTruncated>${VERSION("media/b", "1", true)}`,
];

async function versionedBucket(): Promise<{ client: S3Client; removed: string[] }> {
  const removed: string[] = [];
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    if (request.method === "DELETE") {
      removed.push(`${pathname} ${searchParams.get("versionId")}`);
      response.writeHead(204).end();
      return;
    }
    const page = PAGES[searchParams.get("key-marker") === "media/a" ? 1 : 0];
    response.writeHead(200, { "content-type": "application/xml" });
    response.end(`<?xml version="1.0"?><ListVersionsResult>${page}</ListVersionsResult>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server does not listen.");
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${address.port}`,
    region: "eu-central-1",
    forcePathStyle: true,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  return { client, removed };
}

test("what was deleted is listed in the versions that are kept of it", async () => {
  const { client } = await versionedBucket();
  const found: MediaVersion[] = [];
  for await (const object of mediaPurge(client, "bucket").objects()) found.push(object);
  expect(found).toEqual([
    { key: "media/a", version: "1", bytes: 7, current: false },
    { key: "media/b", version: "1", bytes: 7, current: true },
  ]);
});

test("removing an object removes its versions and the mark that it was deleted", async () => {
  const { client, removed } = await versionedBucket();
  await mediaPurge(client, "bucket").remove("media/a");
  expect(removed).toEqual(expect.arrayContaining(["/bucket/media/a 1", "/bucket/media/a 2"]));
});
