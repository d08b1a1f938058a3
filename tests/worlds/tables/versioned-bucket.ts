import { createServer, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { S3Client } from "@aws-sdk/client-s3";
import { onTestFinished } from "vitest";
import { onLoopback } from "../commands/on-loopback.ts";

/** One version of an object, the oldest first. */
interface Version {
  readonly key: string;
  readonly id: string;
  readonly body: Buffer | undefined;
  readonly gone: string | undefined;
}

/**
 * Buckets that keep versions, which the S3 server of one machine does not: as far as taking something back asks
 * (Amazon S3 API reference: PutObject, CopyObject, HeadObject, DeleteObject, ListObjectVersions). It ends with the test.
 */
export async function versionedBuckets() {
  const versions: Version[] = [];
  let n = 0;
  const of = (key: string) => versions.filter((each) => each.key === key);
  const add = (key: string, body: Buffer | undefined, gone?: string) => {
    versions.push({ key, id: `v${++n}`, body, gone });
    return `v${n}`;
  };
  const find = (key: string, id: string | null) =>
    id === null ? of(key).at(-1) : of(key).find((each) => each.id === id);

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    const key = decodeURIComponent(pathname.slice(1));
    const id = searchParams.get("versionId");
    const source = request.headers["x-amz-copy-source"];
    switch (request.method) {
      case "PUT": {
        if (typeof source !== "string") {
          const gone = request.headers["x-amz-meta-dateline-gone"];
          const body = await buffer(request);
          return void response
            .writeHead(200, {
              "x-amz-version-id": add(key, body, typeof gone === "string" ? gone : undefined),
            })
            .end();
        }
        const [path = "", version] = source.split("?versionId=");
        const from = find(decodeURIComponent(path), version ?? null);
        if (!from?.body) return void response.writeHead(404).end();
        add(key, from.body, from.gone);
        return void response.end("<CopyObjectResult><ETag>1</ETag></CopyObjectResult>");
      }
      case "HEAD":
        return head(response, find(key, id));
      case "DELETE": {
        if (id === null) add(key, undefined);
        else versions.splice(0, Infinity, ...versions.filter((each) => each.id !== id));
        return void response.writeHead(204).end();
      }
      default: {
        const bucket = `${key.split("/")[0]}/`;
        const prefix = `${bucket}${searchParams.get("prefix") ?? ""}`;
        const listed = versions.filter((each) => each.key.startsWith(prefix)).toReversed();
        const rows = listed.map(({ key: each, id: version, body }) => {
          const name = body ? "Version" : "DeleteMarker";
          const at = new Date(Number(version.slice(1)) * 1_000).toISOString();
          return `<${name}><Key>${each.slice(bucket.length)}</Key><VersionId>${version}</VersionId><LastModified>${at}</LastModified><Size>${body?.length ?? 0}</Size></${name}>`;
        });
        response.end(
          `<ListVersionsResult><IsTruncated>false</IsTruncated>${rows.join("")}</ListVersionsResult>`,
        );
      }
    }
  });
  const { endpoint, stop } = await onLoopback(server);
  onTestFinished(stop);
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  return {
    client: new S3Client({ endpoint, region: "eu-central-1", forcePathStyle: true, credentials }),
    /** Puts another version of an object there, or with null the mark that it was deleted. */
    put: (key: string, text: string | null) => void add(key, text === null ? undefined : Buffer.from(text)),
    /** What there is, the oldest first: bucket, key, and the text, `gone`, or `deleted`. */
    all: () =>
      versions.map(({ key, body, gone }) => `${key} ${gone ? "gone" : (body?.toString() ?? "deleted")}`),
  };
}

function head(response: ServerResponse, version: Version | undefined): void {
  if (!version?.body) return void response.writeHead(404).end();
  response.writeHead(200, {
    "content-length": version.body.length,
    "x-amz-version-id": version.id,
    ...(version.gone && { "x-amz-meta-dateline-gone": version.gone }),
  });
  response.end();
}
